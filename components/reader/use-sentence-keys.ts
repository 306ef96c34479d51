'use client'

import { useEffect, type RefObject } from 'react'
import type { ReaderContextValue } from './reader-context'

type Options = ReaderContextValue & {
  readonly root: RefObject<HTMLElement | null>
  readonly count: number
  readonly onHelp: () => void
  /** Enter or space on a sentence opens its English. */
  readonly isOnRequest: boolean
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Keys that belong to a field, a list or an open dialog are left to it. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : undefined
  return Boolean(
    target?.closest(
      'input, textarea, select, [contenteditable], dialog[open], [role="dialog"], [role="menu"]',
    ),
  )
}

/** Moves by sentence from anywhere on the page: one Tab stop for the text, arrows or j/k inside it. */
export function useSentenceKeys({ root, reader, sight, count, onHelp, isOnRequest }: Options) {
  useEffect(() => {
    const focusActive = () => {
      const { active } = reader.getState()
      const row = root.current?.querySelector<HTMLElement>(`[data-sentence="${active}"]`)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    }
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const step = steps[event.key]
      if (step !== undefined) {
        event.preventDefault()
        reader.dispatch({ type: 'moved', by: step, count, from: sight.inView()[0] ?? 0 })
        focusActive()
      } else if (event.key === 'Escape') {
        reader.dispatch({ type: 'cleared' })
        if (document.activeElement instanceof HTMLElement && root.current?.contains(document.activeElement))
          document.activeElement.blur()
      } else if (event.key === '?') {
        event.preventDefault()
        onHelp()
      } else revealActive(event)
    }
    const revealActive = (event: KeyboardEvent) => {
      const { active } = reader.getState()
      const isOnRow = event.target instanceof HTMLElement && event.target.dataset.sentence !== undefined
      if (!isOnRequest || active === undefined || !isOnRow || (event.key !== 'Enter' && event.key !== ' '))
        return
      event.preventDefault()
      reader.dispatch({ type: 'toggled', index: active })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root, reader, sight, count, onHelp, isOnRequest])
}
