'use client'

import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, CardKind } from '@/lib/study/card'
import { TargetSentence } from './target-sentence'
import { useSpeech } from './use-speech'

type Props = { readonly card: Card; readonly kind: CardKind; readonly isRevealed: boolean }

/** The question of a card: what is shown stays where it is when the answer comes. */
export function CardQuestion({ card, kind, isRevealed }: Props) {
  const { t } = useTranslation('study')
  const prompts: Record<CardKind, string> = {
    recognise: card.contexts.length > 0 ? t('promptRecognise') : t('promptWord'),
    cloze: t('promptCloze'),
    listen: t('promptListen'),
    reverse: t('promptReverse'),
    'take-apart': t('promptTakeApart'),
  }
  return (
    <div className="card-question">
      <p className="card-prompt">{prompts[kind]}</p>
      <QuestionText card={card} kind={kind} isRevealed={isRevealed} />
    </div>
  )
}

function QuestionText({ card, kind, isRevealed }: Props) {
  const context = card.contexts[0]
  const form = (
    <p className="card-word" lang="id">
      {card.form}
    </p>
  )
  if (kind === 'listen') return <Listening card={card} isRevealed={isRevealed} />
  if (kind === 'take-apart') return form
  if (kind === 'reverse') return <Reverse card={card} />
  if (!context) return form
  const isGap = kind === 'cloze' && !isRevealed
  return (
    <>
      <p className="card-sentence">
        <TargetSentence
          text={context.sentence}
          spans={[context.target]}
          lang="id"
          {...(isGap ? { gap: '______' } : {})}
        />
      </p>
      {kind === 'cloze' && context.english && !isRevealed ? (
        <p className="card-english">
          <TargetSentence text={context.english} spans={context.aligned ?? []} lang="en" />
        </p>
      ) : null}
    </>
  )
}

function Reverse({ card }: { readonly card: Card }) {
  const context = card.contexts[0]
  return (
    <>
      {card.gloss ? (
        <p className="card-word" lang="en">
          {card.gloss}
        </p>
      ) : null}
      {context?.english ? (
        <p className="card-english">
          <TargetSentence text={context.english} spans={context.aligned ?? []} lang="en" />
        </p>
      ) : null}
    </>
  )
}

function Listening({ card, isRevealed }: { readonly card: Card; readonly isRevealed: boolean }) {
  const { t } = useTranslation('study')
  const { canSpeak, speak } = useSpeech()
  const text = card.contexts[0]?.sentence ?? card.form
  useEffect(() => {
    if (!isRevealed) speak(text)
  }, [speak, text, isRevealed])
  const shown = isRevealed || !canSpeak
  return (
    <>
      {canSpeak ? (
        <button type="button" className="button" onClick={() => speak(text)}>
          {t('playAgain')}
        </button>
      ) : (
        <p className="text-quiet">{t('noVoice')}</p>
      )}
      {shown ? (
        <p className="card-sentence">
          <TargetSentence text={text} spans={card.contexts[0] ? [card.contexts[0].target] : []} lang="id" />
        </p>
      ) : null}
    </>
  )
}
