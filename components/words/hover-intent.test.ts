import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHoverIntent } from './hover-intent'

const meant = vi.fn<(word: string) => void>()
const left = vi.fn()
const make = (delay = 300) =>
  createHoverIntent<string>({ delay: () => delay, onIntent: meant, onLeave: left })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  meant.mockReset()
  left.mockReset()
})

describe('hover intent', () => {
  it('means the word that the pointer rests on, after the delay and not before', () => {
    make().over('memuji', { x: 5, y: 5 })
    vi.advanceTimersByTime(299)
    expect(meant).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(meant).toHaveBeenCalledExactlyOnceWith('memuji')
  })

  it('takes the delay that is set', () => {
    make(700).over('memuji', { x: 5, y: 5 })
    vi.advanceTimersByTime(699)
    expect(meant).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(meant).toHaveBeenCalledOnce()
  })

  it('forgives a hand that trembles', () => {
    const intent = make()
    intent.over('memuji', { x: 5, y: 5 })
    vi.advanceTimersByTime(250)
    intent.move({ x: 9, y: 9 })
    vi.advanceTimersByTime(50)
    expect(meant).toHaveBeenCalledOnce()
  })

  it('waits while the pointer is on its way', () => {
    const intent = make()
    intent.over('memuji', { x: 0, y: 0 })
    for (let x = 0; x < 600; x += 20) {
      vi.advanceTimersByTime(20)
      intent.move({ x, y: 0 })
    }
    expect(meant).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(meant).toHaveBeenCalledOnce()
  })

  it('means only the last of the words passed over', () => {
    const intent = make()
    for (const word of ['Lavrov', 'memuji', 'aliansi']) {
      intent.over(word, { x: 0, y: 0 })
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(300)
    expect(meant.mock.calls).toEqual([['aliansi']])
  })

  it('leaves after a grace, unless the pointer comes back or reaches the card', () => {
    const intent = make()
    intent.out()
    vi.advanceTimersByTime(200)
    intent.stay()
    vi.advanceTimersByTime(1000)
    expect(left).not.toHaveBeenCalled()
    intent.out()
    vi.advanceTimersByTime(300)
    expect(left).toHaveBeenCalledOnce()
  })

  it('is still after cancelling', () => {
    const intent = make()
    intent.over('memuji', { x: 0, y: 0 })
    intent.out()
    intent.cancel()
    vi.advanceTimersByTime(2000)
    expect(meant).not.toHaveBeenCalled()
    expect(left).not.toHaveBeenCalled()
  })
})
