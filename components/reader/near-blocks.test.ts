// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNearBlocks } from './near-blocks'

/** The browser's observer, told by the test what has come into view. */
class ObserverByHand {
  static made: ObserverByHand[] = []
  readonly observed = new Set<Element>()
  readonly #tell: (entries: readonly { readonly target: Element; readonly isIntersecting: boolean }[]) => void
  constructor(tell: ObserverByHand['tell']) {
    this.#tell = tell
    ObserverByHand.made.push(this)
  }
  observe(element: Element) {
    this.observed.add(element)
  }
  unobserve(element: Element) {
    this.observed.delete(element)
  }
  disconnect() {
    this.observed.clear()
  }
  tell(entries: readonly { readonly target: Element; readonly isIntersecting: boolean }[]) {
    this.#tell(entries)
  }
}

const blockOf = (rows: number) => {
  const block = document.createElement('div')
  for (let at = 0; at < rows; at += 1) block.append(document.createElement('p'))
  return { block, rows: [...block.children] }
}

function observed() {
  const told: (readonly [Element, boolean])[] = []
  const onChange = vi.fn()
  const blocks = createNearBlocks({
    margin: '100% 0px',
    onRow: (row, isNear) => void told.push([row, isNear]),
    onChange,
  })
  const see = (target: Element, isIntersecting: boolean) =>
    ObserverByHand.made.at(-1)?.tell([{ target, isIntersecting }])
  return { blocks, told, onChange, see }
}

describe('rows by their blocks', () => {
  beforeEach(() => vi.stubGlobal('IntersectionObserver', ObserverByHand))
  afterEach(() => {
    vi.unstubAllGlobals()
    ObserverByHand.made = []
  })

  it('observes a block once, and tells of its rows when it comes and when it goes', () => {
    const { blocks, told, onChange, see } = observed()
    const { block, rows } = blockOf(3)
    for (const row of rows) blocks.add(row)
    expect([...(ObserverByHand.made[0]?.observed ?? [])]).toEqual([block])
    expect(told).toEqual([])
    see(block, true)
    see(block, true)
    expect(told).toEqual(rows.map((row) => [row, true]))
    see(block, false)
    expect(told.slice(3)).toEqual(rows.map((row) => [row, false]))
    expect(onChange).toHaveBeenCalledTimes(3)
  })

  it('tells of a block that is far from the start, and of rows that come later at once', () => {
    const { blocks, told, see } = observed()
    const { block, rows } = blockOf(2)
    const [first, second] = rows as [Element, Element]
    blocks.add(first)
    see(block, false)
    blocks.add(second)
    expect(told).toEqual([
      [first, false],
      [second, false],
    ])
  })

  it('forgets rows that are taken out, and a block with its last row', () => {
    const { blocks, told, see } = observed()
    const { block, rows } = blockOf(2)
    const [first, second] = rows.map((row) => blocks.add(row))
    first?.()
    see(block, true)
    expect(told).toEqual([[rows[1], true]])
    second?.()
    expect(ObserverByHand.made[0]?.observed.size).toBe(0)
  })

  it('begins anew after it was stopped', () => {
    const { blocks, told, see } = observed()
    const { block, rows } = blockOf(1)
    const [row] = rows as [Element]
    const leave = blocks.add(row)
    blocks.stop()
    leave()
    blocks.add(row)
    see(block, true)
    expect(told).toEqual([[row, true]])
  })
})
