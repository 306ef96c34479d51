import { describe, expect, it } from 'vitest'
import { lineAt, placeCard } from './card-position'

const page = { width: 1000, height: 800 }
const card = { width: 368, height: 300 }
const lineFrom = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 })

describe('placeCard', () => {
  it('stands under the line, in line with its word', () => {
    const placed = placeCard(lineFrom(200, 100), card, page)
    expect(placed).toMatchObject({ side: 'below', left: 200, top: 128, bottom: undefined, maxHeight: 664 })
  })

  it('stands over the line where there is more room, and grows upwards', () => {
    const placed = placeCard(lineFrom(200, 600), card, page)
    expect(placed).toMatchObject({ side: 'above', top: undefined, bottom: 208, maxHeight: 584 })
  })

  it('leaves room for what comes later, but not at the cost of the roomier side', () => {
    const short = { ...card, height: 100 }
    expect(placeCard(lineFrom(200, 560), short, page).side).toBe('above')
    expect(placeCard(lineFrom(200, 330), { ...card, height: 900 }, page).side).toBe('below')
  })

  it('keeps its side, with what room there is', () => {
    const line = lineFrom(200, 700)
    expect(placeCard(line, card, page, 'below')).toMatchObject({ side: 'below', top: 728, maxHeight: 140 })
    expect(placeCard(lineFrom(200, 100), card, page, 'above').side).toBe('above')
  })

  it('stays in the window on either side', () => {
    expect(placeCard(lineFrom(900, 100), card, page).left).toBe(1000 - 368 - 8)
    expect(placeCard(lineFrom(-20, 100), card, page).left).toBe(8)
    expect(placeCard(lineFrom(300, 100), { ...card, width: 984 }, page).left).toBe(8)
  })

  it('never lies on the line', () => {
    for (let top = 0; top <= 780; top += 20) {
      const line = lineFrom(200, top)
      const { top: under, bottom: over } = placeCard(line, card, page)
      expect(under === undefined ? page.height - (over ?? 0) <= line.top : under >= line.bottom).toBe(true)
    }
  })
})

describe('lineAt', () => {
  const lines = [lineFrom(900, 100), lineFrom(100, 120)]

  it('is the line under the pointer of a word that is broken over two', () => {
    expect(lineAt(lines, { x: 130, y: 130 })).toBe(1)
    expect(lineAt(lines, { x: 910, y: 110 })).toBe(0)
  })

  it('is the first one when the pointer is elsewhere', () => {
    expect(lineAt(lines, { x: 500, y: 500 })).toBe(0)
    expect(lineAt([], { x: 0, y: 0 })).toBe(0)
  })
})
