'use client'

import { useEffect, useSyncExternalStore, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useCardPosition } from './use-card-position'
import type { OpenCard } from './use-open-card'
import { useSheetDrag } from './use-sheet-drag'

type Props = {
  readonly card: OpenCard
  readonly headingId: string
  readonly isReady: boolean
  readonly box: RefObject<HTMLDivElement | null>
  readonly close: () => void
  /** The pointer is on the card, or leaves it. */
  readonly stay: () => void
  readonly leave: () => void
  readonly children: ReactNode
}

const narrow = '(max-width: 47.99rem)'

const subscribeToWidth = (listener: () => void) => {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Beside the word where there is room, from below on a phone. */
export function CardBox(props: Props) {
  const isNarrow = useSyncExternalStore(
    subscribeToWidth,
    () => window.matchMedia(narrow).matches,
    () => false,
  )
  return isNarrow ? <SheetBox {...props} /> : <PopoverBox {...props} />
}

/** Under the line of the word, over it near the bottom of the window; never on it. */
function PopoverBox({ card, headingId, isReady, box, close, stay, leave, children }: Props) {
  useCardPosition(card, box, isReady)
  useFocusInside(card, box, isReady)
  useGoneAnchor(card, close)
  return (
    <div
      ref={box}
      role="dialog"
      aria-labelledby={headingId}
      tabIndex={-1}
      className="card-popover"
      onPointerEnter={stay}
      onPointerLeave={leave}
      onKeyDown={(event) => leaveByTab(event, close)}
    >
      {children}
    </div>
  )
}

/** From below, at most 60 % of the height, with the word kept in view above it. Dragged down or tapped away. */
function SheetBox({ card, headingId, isReady, box, close, children }: Props) {
  const { t } = useTranslation('card')
  const drag = useSheetDrag(box, close)
  useFocusInside(card, box, isReady)
  useWordAbove(card, box)
  return (
    <div
      ref={box}
      role="dialog"
      aria-labelledby={headingId}
      tabIndex={-1}
      className="card-sheet"
      onKeyDown={(event) => leaveByTab(event, close)}
    >
      <button
        type="button"
        className="card-handle"
        aria-label={t('close')}
        title={t('handle')}
        onClick={close}
        {...drag}
      />
      <div className="card-sheet-body">{children}</div>
    </div>
  )
}

/** Enter and a tap bring the focus into the card, so that Tab and screen readers go on from there. */
function useFocusInside({ by }: OpenCard, box: RefObject<HTMLDivElement | null>, isReady: boolean) {
  useEffect(() => {
    if (!isReady || (by !== 'key' && by !== 'press')) return
    const first = box.current?.querySelector<HTMLElement>('.word-card button, .word-card a')
    if (by === 'key') (first ?? box.current)?.focus({ preventScroll: true })
  }, [by, box, isReady])
}

/** Tab past either end leaves the card and goes back to the word. */
function leaveByTab(event: KeyboardEvent<HTMLDivElement>, close: () => void) {
  if (event.key !== 'Tab') return
  const stops = event.currentTarget.querySelectorAll<HTMLElement>('button, a[href], input, summary')
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1]
  if (edge && document.activeElement !== edge) return
  event.preventDefault()
  close()
}

/** A row far out of sight gives up its spans; a card without its word has no place. */
function useGoneAnchor({ element }: OpenCard, close: () => void) {
  useEffect(() => {
    const check = () => {
      const { top, bottom } = element.getBoundingClientRect()
      if (!element.isConnected || bottom < 0 || top > window.innerHeight) close()
    }
    window.addEventListener('scroll', check, { passive: true })
    return () => window.removeEventListener('scroll', check)
  }, [element, close])
}

/** Scrolls no further than needed, as the sheet opens and whenever it grows, so that it never lies on the word. */
function useWordAbove({ element }: OpenCard, box: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const sheet = box.current
    if (!sheet) return
    const observer = new ResizeObserver(() => {
      // Not where it is drawn, since it is still rising, but where it will rest.
      const top = window.innerHeight - sheet.offsetHeight
      const hidden = element.getBoundingClientRect().bottom + 12 - top
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' })
    })
    observer.observe(sheet)
    return () => observer.disconnect()
  }, [element, box])
}
