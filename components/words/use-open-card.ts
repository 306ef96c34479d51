'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import { createHoverIntent, type HoverIntent } from './hover-intent'
import { nextToken, tokenAt, type TokenPlace } from './page-words'
import { useWordServices } from './word-services'

/** How a card came to be open. A pinned one (all but `hover` and `focus`) stays until it is closed. */
export type OpenedBy = 'hover' | 'focus' | 'press' | 'key'
export type OpenCard = TokenPlace & { readonly by: OpenedBy; readonly x: number; readonly y: number }

type Options = {
  readonly root: RefObject<HTMLElement | null>
  /** The row that the arrow keys act on when none has the focus. */
  readonly activeRow: () => HTMLElement | null
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null

const centre = (element: HTMLElement) => {
  const { x, y, height } = element.getClientRects()[0] ?? element.getBoundingClientRect()
  return { x: x + 1, y: y + height / 2 }
}

/** Which card is open. One for the page; opened by resting on a word, by focus, by Enter, by click or tap. */
export function useOpenCard({ root, activeRow }: Options) {
  const { lenses } = useWordServices()
  const box = useRef<HTMLDivElement>(null)
  const [cards] = useState(() => createStore<Shown>(() => ({ card: undefined })))
  const card = useStore(cards, (state) => state.card)
  const [intent] = useState(() =>
    createHoverIntent<RestedOn>({
      delay: () => lenses.getState().delay,
      onIntent: (place) => cards.setState({ card: place }),
      onLeave: () => {
        if (cards.getState().card?.by === 'hover') cards.setState({ card: undefined })
      },
    }),
  )
  const close = useCallback(() => {
    const was = cards.getState().card
    intent.cancel()
    cards.setState({ card: undefined })
    if (was && box.current?.contains(document.activeElement)) focusWord(was.element)
  }, [intent, cards])
  usePointer({ root, box, cards, intent })
  useKeys({ root, box, cards, close, activeRow, intent })
  useOutside({ root, box, cards, close })
  useEffect(() => () => intent.cancel(), [intent])
  return { card, close, box, intent }
}

type Shown = { readonly card: OpenCard | undefined }
type RestedOn = TokenPlace & { readonly x: number; readonly y: number; readonly by: 'hover' | 'focus' }

type Shared = {
  readonly root: RefObject<HTMLElement | null>
  readonly box: RefObject<HTMLDivElement | null>
  readonly cards: StoreApi<Shown>
  readonly intent: HoverIntent<RestedOn>
}

/** Resting with a mouse or pen, clicking, tapping; one set of listeners for the whole text. */
function usePointer({ root, box, cards, intent }: Shared) {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const place = tokenAt(event.target)
      const point = { x: event.clientX, y: event.clientY }
      if (!place) return intent.out()
      const { card } = cards.getState()
      if (card?.element === place.element) return intent.cancel()
      if (card && card.by !== 'hover') return
      intent.over({ ...place, ...point, by: 'hover' }, point)
    }
    const move = (event: PointerEvent) => intent.move({ x: event.clientX, y: event.clientY })
    // Going from the text straight onto the card is no leaving.
    const leave = (event: PointerEvent) => {
      if (box.current?.contains(event.relatedTarget as Node | null)) intent.stay()
      else intent.out()
    }
    const click = (event: MouseEvent) => {
      const place = tokenAt(event.target)
      // Selecting text ends with a click too, and asks for no card.
      if (!place || event.button !== 0 || event.defaultPrevented || !window.getSelection()?.isCollapsed)
        return
      // With a mouse, a click on a sentence whose English is hidden asks for the English; the card is had by resting.
      const isByMouse = !(event instanceof PointerEvent) || event.pointerType === 'mouse'
      if (isByMouse && element.closest('[data-mode="request"]')) return
      // The sentence stays lit under its card: the reader takes a second click on it as putting out the light.
      event.preventDefault()
      intent.cancel()
      cards.setState({ card: { ...place, by: 'press', x: event.clientX, y: event.clientY } })
    }
    element.addEventListener('pointerover', over)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('click', click)
    return () => {
      element.removeEventListener('pointerover', over)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('click', click)
    }
  }, [root, box, cards, intent])
}

/** A word takes the focus for as long as it has it: a text has no 600 Tab stops. */
function focusWord(element: HTMLElement) {
  element.tabIndex = -1
  element.setAttribute('role', 'button')
  element.setAttribute('aria-haspopup', 'dialog')
  const restore = () => {
    element.removeAttribute('tabindex')
    element.removeAttribute('role')
    element.removeAttribute('aria-haspopup')
  }
  element.addEventListener('blur', restore, { once: true })
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}

type KeyOptions = Shared & { readonly close: () => void; readonly activeRow: () => HTMLElement | null }

/** Left and right by word inside the sentence that is lit; Enter opens; Esc closes before it does anything else. */
function useKeys({ root, box, cards, close, activeRow, intent }: KeyOptions) {
  useEffect(() => {
    const step = (event: KeyboardEvent, by: 1 | -1) => {
      const focused = tokenAt(event.target)
      const isElsewhere =
        event.target instanceof Element &&
        event.target !== document.body &&
        !root.current?.contains(event.target)
      const row = focused?.row ?? (isElsewhere ? null : activeRow())
      const next = row && nextToken(row, focused?.element, by)
      if (!next) return
      event.preventDefault()
      if (cards.getState().card) cards.setState({ card: undefined })
      focusWord(next)
      const place = tokenAt(next)
      if (place) intent.over({ ...place, ...centre(next), by: 'focus' }, centre(next))
    }
    const enter = (event: KeyboardEvent) => {
      const place = tokenAt(event.target)
      if (!place) return
      event.preventDefault()
      event.stopPropagation()
      intent.cancel()
      cards.setState({ card: { ...place, ...centre(place.element), by: 'key' } })
    }
    const escape = (event: KeyboardEvent) => {
      if (!cards.getState().card) return intent.cancel()
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') return escape(event)
      if (isWriting(event.target) || box.current?.contains(event.target as Node)) return
      if (event.key === 'ArrowRight') step(event, 1)
      else if (event.key === 'ArrowLeft') step(event, -1)
      else if (event.key === 'Enter' || event.key === ' ') enter(event)
    }
    const onFocusOut = (event: FocusEvent) => {
      const isIn = box.current?.contains(event.relatedTarget as Node | null)
      if (tokenAt(event.target) && !isIn) {
        intent.cancel()
        if (cards.getState().card?.by === 'focus') cards.setState({ card: undefined })
      }
    }
    const element = root.current
    document.addEventListener('keydown', onKey, { capture: true })
    element?.addEventListener('focusout', onFocusOut)
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      element?.removeEventListener('focusout', onFocusOut)
    }
  }, [root, box, cards, close, activeRow, intent])
}

/** A press outside closes the card, and that press does nothing else: it must not open, follow or light what is under it. */
function useOutside({ root, box, cards, close }: Omit<Shared, 'intent'> & { readonly close: () => void }) {
  useEffect(() => {
    let swallow = false
    const down = (event: PointerEvent) => {
      swallow = false
      const { card } = cards.getState()
      const target = event.target as Node
      if (!card || box.current?.contains(target) || card.element.contains(target)) return
      swallow = card.by !== 'hover' || Boolean(root.current?.contains(target))
      close()
    }
    const click = (event: MouseEvent) => {
      if (!swallow) return
      swallow = false
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('pointerdown', down, { capture: true })
    document.addEventListener('click', click, { capture: true })
    return () => {
      document.removeEventListener('pointerdown', down, { capture: true })
      document.removeEventListener('click', click, { capture: true })
    }
  }, [root, box, cards, close])
}
