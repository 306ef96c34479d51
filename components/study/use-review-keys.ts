'use client'

import { useEffect } from 'react'
import { grades } from '@/lib/study/card'
import type { Grade } from '@/lib/study/card'

export type ReviewKeys = {
  readonly isActive: boolean
  readonly isRevealed: boolean
  readonly suggested: Grade
  readonly onReveal: () => void
  readonly onGrade: (grade: Grade) => void
  readonly onUndo: () => void
  readonly onEdit: () => void
  readonly onSuspend: () => void
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** A focused button takes space and Enter itself. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null

/** The keys of a review: space shows, 1-4 grade, u takes back, e edits, s suspends. Fields keep their letters. */
export function useReviewKeys(keys: ReviewKeys): void {
  useEffect(() => {
    if (!keys.isActive) return
    const handle = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
      if (isField(event.target)) return
      if (isControl(event.target) && (event.key === ' ' || event.key === 'Enter')) return
      if (act(keys, event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [keys])
}

function act(keys: ReviewKeys, key: string): boolean {
  const grade = grades[Number(key) - 1]
  if (key === ' ' || key === 'Enter') {
    if (keys.isRevealed) keys.onGrade(keys.suggested)
    else keys.onReveal()
  } else if (grade && keys.isRevealed) keys.onGrade(grade)
  else if (key.toLowerCase() === 'u') keys.onUndo()
  else if (key.toLowerCase() === 'e') keys.onEdit()
  else if (key.toLowerCase() === 's') keys.onSuspend()
  else return false
  return true
}
