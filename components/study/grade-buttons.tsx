'use client'

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { grades } from '@/lib/study/card'
import type { Grade, Memory } from '@/lib/study/card'
import { useInterval } from './use-interval'

type Props = {
  readonly outcomes: Readonly<Record<Grade, Memory>>
  readonly now: number
  /** The grade that the typed answer speaks for; it gets the focus. */
  readonly suggested: Grade
  readonly onGrade: (grade: Grade) => void
}

/** The four grades, each with when the word would come back. */
export function GradeButtons({ outcomes, now, suggested, onGrade }: Props) {
  const { t } = useTranslation('study')
  const interval = useInterval()
  const focused = useRef<HTMLButtonElement>(null)
  useEffect(() => focused.current?.focus({ preventScroll: true }), [suggested])
  const labels = { again: t('again'), hard: t('hard'), good: t('good'), easy: t('easy') }
  return (
    <div role="group" aria-label={t('gradeLabel')} className="grades">
      {grades.map((grade, index) => (
        <button
          key={grade}
          ref={grade === suggested ? focused : undefined}
          type="button"
          className="button grade"
          data-grade={grade}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onGrade(grade)}
        >
          <span>
            <kbd className="grade-key" aria-hidden="true">
              {index + 1}
            </kbd>{' '}
            {labels[grade]}
          </span>
          <span className="text-quiet tabular text-sm">{interval(outcomes[grade].due - now)}</span>
        </button>
      ))}
    </div>
  )
}
