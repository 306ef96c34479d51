'use client'

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, CardKind, Grade, Memory } from '@/lib/study/card'
import { CardAnswer } from './card-answer'
import { CardQuestion } from './card-question'
import { GradeButtons } from './grade-buttons'
import { isTyped } from './session-state'
import type { Typed } from './session-state'
import { TypedAnswer } from './typed-answer'

type Props = {
  readonly card: Card
  readonly kind: CardKind
  readonly isRevealed: boolean
  readonly typed: Typed | null
  readonly isLeech: boolean
  readonly outcomes: Readonly<Record<Grade, Memory>>
  readonly now: number
  readonly suggested: Grade
  readonly onReveal: (typed: Typed | null) => void
  readonly onGrade: (grade: Grade) => void
}

/** One card: the question, then the answer under it without moving the question. */
export function ReviewCard(props: Props) {
  const { card, kind, isRevealed, typed } = props
  const { t } = useTranslation('study')
  return (
    <div className="review-card">
      <CardQuestion card={card} kind={kind} isRevealed={isRevealed} />
      <div aria-live="polite" className="contents">
        {isRevealed ? <CardAnswer card={card} kind={kind} typed={typed} isLeech={props.isLeech} /> : null}
      </div>
      <div className="review-actions">
        {isRevealed ? (
          <GradeButtons {...props} />
        ) : isTyped(kind) ? (
          <TypedAnswer card={card} kind={kind} onDone={props.onReveal} />
        ) : (
          <RevealButton label={t('showAnswer')} onReveal={() => props.onReveal(null)} />
        )}
      </div>
    </div>
  )
}

function RevealButton({ label, onReveal }: { readonly label: string; readonly onReveal: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  return (
    <button
      ref={button}
      type="button"
      className="button button-main reveal"
      aria-keyshortcuts="Space"
      onClick={onReveal}
    >
      {label}
    </button>
  )
}
