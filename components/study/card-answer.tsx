'use client'

import { useTranslation } from 'react-i18next'
import { acceptedForms, isSameWord } from '@/lib/study/answer'
import type { Card, CardKind } from '@/lib/study/card'
import type { Typed } from './session-state'
import { TargetSentence } from './target-sentence'

type Props = {
  readonly card: Card
  readonly kind: CardKind
  readonly typed: Typed | null
  readonly isLeech: boolean
}

/** The answer: word and gloss, root and affixes, the sentence's English with the aligned words bold, the source. */
export function CardAnswer({ card, kind, typed, isLeech }: Props) {
  const { t } = useTranslation('study')
  const context = card.contexts[0]
  return (
    <div className="card-answer">
      {typed ? <TypedVerdict typed={typed} card={card} kind={kind} /> : null}
      <p className="card-gloss">
        <b lang="id">{card.form}</b>
        {card.gloss ? (
          <span lang="en">{card.gloss}</span>
        ) : (
          <span className="text-quiet">{t('noGloss')}</span>
        )}
      </p>
      {card.affixes.length > 0 ? (
        <p className="text-quiet" lang="id">
          {[card.root, ...card.affixes].join(' + ')}
        </p>
      ) : null}
      {kind === 'reverse' && context ? (
        <p className="card-sentence-small">
          <TargetSentence text={context.sentence} spans={[context.target]} lang="id" />
        </p>
      ) : null}
      {context?.english && kind !== 'reverse' ? (
        <p className="card-english">
          <TargetSentence text={context.english} spans={context.aligned ?? []} lang="en" />
        </p>
      ) : null}
      {card.note ? <p>{card.note}</p> : null}
      {context?.source ? <p className="card-source">{context.source}</p> : null}
      {isLeech ? <p className="card-source">{t('leechNote', { count: card.memory.lapses })}</p> : null}
    </div>
  )
}

function TypedVerdict({ typed, card, kind }: Pick<Props, 'card' | 'kind'> & { readonly typed: Typed }) {
  const { t } = useTranslation('study')
  if (kind === 'take-apart' && typed.parts) {
    const { root, affixes } = typed.parts
    return (
      <p className="card-verdict">
        {root === 'wrong' ? t('rootWrong', { root: card.root }) : t('rootRight')}{' '}
        {affixes === 'wrong' ? t('affixesWrong') : t('affixesRight')}
      </p>
    )
  }
  if (typed.text.trim() === '') return null
  // The form that stands in the sentence; the lemma is right as well, but this is what it looks like here.
  const word = acceptedForms(card)[0] ?? card.form
  const expected = typed.expected ?? word
  const messages = {
    right: isSameWord(expected, word) ? t('typedRight') : t('typedOther', { word }),
    close: t('typedClose', { word: expected }),
    wrong: t('typedWrong', { typed: typed.text }),
  }
  return <p className="card-verdict">{messages[typed.verdict]}</p>
}
