export type Line = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export type Size = { readonly width: number; readonly height: number }

/** Where a card stands in the window: one of `top` and `bottom` is told, and it grows away from there. */
export type CardPosition = {
  readonly side: 'above' | 'below'
  readonly left: number
  readonly top: number | undefined
  readonly bottom: number | undefined
  readonly maxHeight: number
}

/** Between the card and the line of its word; and between the card and the window's edge. */
const gap = 8
const padding = 8
/** What comes into a card later finds at least this much room, or the card stands on the roomier side. */
const comfortable = 320
const least = 140

/** Which of a word's lines the pointer is on, when it is broken over two; the first when it is on none. */
export function lineAt(lines: readonly Line[], { x, y }: { readonly x: number; readonly y: number }): number {
  const slack = 2
  const found = lines.findIndex(
    ({ left, top, right, bottom }) =>
      x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  )
  return Math.max(0, found)
}

/**
 * Under the line of the word, over it where there is more room, never on it. It keeps to the side it was on, since a card
 * that is being read must not jump.
 */
export function placeCard(line: Line, card: Size, page: Size, side?: CardPosition['side']): CardPosition {
  const below = page.height - line.bottom - gap - padding
  const above = line.top - gap - padding
  const isBelow = side ? side === 'below' : below >= Math.max(card.height, comfortable) || below >= above
  const left = Math.max(padding, Math.min(line.left, page.width - card.width - padding))
  return {
    side: isBelow ? 'below' : 'above',
    left,
    top: isBelow ? line.bottom + gap : undefined,
    bottom: isBelow ? undefined : page.height - line.top + gap,
    maxHeight: Math.max(least, isBelow ? below : above),
  }
}
