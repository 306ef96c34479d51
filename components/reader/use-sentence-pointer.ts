'use client'

import { useMemo, type FocusEvent, type MouseEvent } from 'react'
import type { ReaderStore } from './reader-context'

const sentenceAt = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null
  return row ? Number(row.dataset.sentence) : undefined
}

/** Selecting words to copy them is not choosing a sentence. */
const isSelecting = () => (window.getSelection()?.toString() ?? '') !== ''

/** Click, tap and focus for all rows by one listener each. Hovering is left to the stylesheet, which is quicker. */
export function useSentencePointer(reader: ReaderStore, isOnRequest: boolean) {
  return useMemo(
    () => ({
      onClick: (event: MouseEvent) => {
        const index = sentenceAt(event.target)
        if (index === undefined || isSelecting()) return
        if (event.target instanceof Element && event.target.closest('button, a')) return
        const { active } = reader.getState()
        if (isOnRequest) reader.dispatch({ type: 'toggled', index })
        // A second tap takes the light off again, for those who have no Esc.
        else if (active === index && event.detail > 0 && !event.defaultPrevented)
          return reader.dispatch({ type: 'cleared' })
        reader.dispatch({ type: 'activated', index })
      },
      onFocus: (event: FocusEvent) => {
        // Only focus that came by key: a click lights by itself, and must be able to take the light off.
        const row = event.target
        if (
          !(row instanceof HTMLElement) ||
          row.dataset.sentence === undefined ||
          !row.matches(':focus-visible')
        )
          return
        reader.dispatch({ type: 'activated', index: Number(row.dataset.sentence) })
      },
    }),
    [reader, isOnRequest],
  )
}
