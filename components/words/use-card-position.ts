'use client'

import { useLayoutEffect, type RefObject } from 'react'
import { lineAt, placeCard, type CardPosition } from './card-position'
import type { OpenCard } from './use-open-card'

const pixels = (value: number | undefined): string => (value === undefined ? 'auto' : `${value}px`)

/**
 * Puts the card beside its word before it is painted, and again whenever the page moves under it. It writes styles and
 * renders nothing, so what stands in the card is laid out once. It may choose its side anew when `isReady` changes.
 */
export function useCardPosition(
  { element, x, y }: OpenCard,
  box: RefObject<HTMLDivElement | null>,
  isReady: boolean,
) {
  useLayoutEffect(() => {
    const card = box.current
    if (!card) return
    // The line that the pointer was on stays the card's line, wherever the page goes.
    const at = lineAt([...element.getClientRects()], { x, y })
    let side: CardPosition['side'] | undefined
    const place = () => {
      const lines = element.getClientRects()
      const line = lines[at] ?? lines[0]
      if (!line) return
      const { clientWidth: width, clientHeight: height } = document.documentElement
      const placed = placeCard(
        line,
        { width: card.offsetWidth, height: card.scrollHeight },
        { width, height },
        side,
      )
      side = placed.side
      card.style.setProperty('left', pixels(placed.left))
      card.style.setProperty('top', pixels(placed.top))
      card.style.setProperty('bottom', pixels(placed.bottom))
      card.style.setProperty('max-height', pixels(placed.maxHeight))
    }
    place()
    window.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [box, element, x, y, isReady])
}
