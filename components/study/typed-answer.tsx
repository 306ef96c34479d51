'use client'

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptedForms, checkAnswer, checkParts } from '@/lib/study/answer'
import type { Card, CardKind } from '@/lib/study/card'
import type { Typed } from './session-state'

type Props = { readonly card: Card; readonly kind: CardKind; readonly onDone: (typed: Typed) => void }

/** Fields for a typed answer; Enter shows the answer, also when they are empty. */
export function TypedAnswer({ card, kind, onDone }: Props) {
  return kind === 'take-apart' ? (
    <PartsAnswer card={card} onDone={onDone} />
  ) : (
    <WordAnswer card={card} onDone={onDone} />
  )
}

const plainField = {
  autoCapitalize: 'none',
  autoComplete: 'off',
  autoCorrect: 'off',
  spellCheck: false,
  lang: 'id',
} as const

function WordAnswer({ card, onDone }: Omit<Props, 'kind'>) {
  const { t } = useTranslation('study')
  const [text, setText] = useState('')
  const id = useId()
  return (
    <form
      className="card-typing"
      onSubmit={(event) => {
        event.preventDefault()
        onDone({ text, ...checkAnswer(text, acceptedForms(card)) })
      }}
    >
      <label htmlFor={id}>{t('typeWord')}</label>
      {/* The card has just been asked for: typing is what comes next. */}
      <input
        id={id}
        className="field"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...plainField}
      />
      <button type="submit" className="button button-main">
        {t('check')}
      </button>
    </form>
  )
}

function PartsAnswer({ card, onDone }: Omit<Props, 'kind'>) {
  const { t } = useTranslation('study')
  const [root, setRoot] = useState('')
  const [affixes, setAffixes] = useState('')
  const id = useId()
  return (
    <form
      className="card-typing"
      onSubmit={(event) => {
        event.preventDefault()
        const parts = checkParts({ root, affixes }, card.root, card.affixes)
        const right = parts.root !== 'wrong' && parts.affixes !== 'wrong'
        onDone({ text: `${root} ${affixes}`, verdict: right ? 'right' : 'wrong', parts })
      }}
    >
      <label htmlFor={`${id}root`}>{t('typeRoot')}</label>
      <input
        id={`${id}root`}
        className="field"
        autoFocus
        value={root}
        onChange={(event) => setRoot(event.target.value)}
        {...plainField}
      />
      <label htmlFor={`${id}affixes`}>{t('typeAffixes')}</label>
      <input
        id={`${id}affixes`}
        className="field"
        value={affixes}
        onChange={(event) => setAffixes(event.target.value)}
        {...plainField}
      />
      <button type="submit" className="button button-main">
        {t('check')}
      </button>
    </form>
  )
}
