import { describe, expect, it } from 'vitest'
import { initialReaderState, readerReducer, type ReaderEvent } from './reader-state'

const after = (...events: readonly ReaderEvent[]) => events.reduce(readerReducer, initialReaderState)
const down: ReaderEvent = { type: 'moved', by: 1, count: 3, from: 0 }
const up: ReaderEvent = { type: 'moved', by: -1, count: 3, from: 0 }

describe('readerReducer', () => {
  it('begins with the first sentence in view and goes on from there', () => {
    expect(after({ ...down, from: 2 }).active).toBe(2)
    expect(after(down, down).active).toBe(1)
  })

  it('stops at both ends', () => {
    expect(after(down, down, down, down, down).active).toBe(2)
    expect(after(down, up, up).active).toBe(0)
  })

  it('stays still in an empty text', () => {
    expect(after({ ...down, count: 0 })).toBe(initialReaderState)
  })

  it('clears the light but remembers where Tab comes back to', () => {
    expect(after({ type: 'activated', index: 2 }, { type: 'cleared' })).toMatchObject({
      active: undefined,
      entry: 2,
    })
  })

  it('opens and closes the English of a sentence', () => {
    expect([...after({ type: 'toggled', index: 1 }).opened]).toEqual([1])
    expect([...after({ type: 'toggled', index: 1 }, { type: 'toggled', index: 1 }).opened]).toEqual([])
  })

  it('gives the same state back when nothing changes', () => {
    const lit = after({ type: 'activated', index: 1 })
    expect(readerReducer(lit, { type: 'activated', index: 1 })).toBe(lit)
  })
})
