import { describe, expect, it } from 'vitest'
import { labelled, ticksTo } from './scale'

describe('scale', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [13, [0, 5, 10, 15]],
    [100, [0, 50, 100]],
    [3200, [0, 1000, 2000, 3000, 4000]],
  ])('to %i is %j', (most, ticks) => {
    expect(ticksTo(most)).toEqual(ticks)
  })

  it('writes the first and the last label', () => {
    expect([...labelled(3, 5)]).toEqual([0, 1, 2])
    expect([...labelled(30, 4)]).toEqual([0, 10, 19, 29])
  })
})
