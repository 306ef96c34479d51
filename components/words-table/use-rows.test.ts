import { describe, expect, it } from 'vitest'
import { rowsInSight } from './use-rows'

describe('rows in sight', () => {
  it.each([
    [0, 500, 50, 20_000, 0, 22],
    [5000, 500, 50, 20_000, 88, 122],
    [999_500, 500, 50, 20_000, 19_978, 20_000],
    [-30, 500, 50, 20_000, 0, 22],
    [9000, 500, 50, 3, 3, 3],
    [0, 500, 50, 0, 0, 0],
  ])('scrolled %i of height %i with rows of %i among %i', (scrolled, height, row, count, from, to) => {
    expect(rowsInSight(scrolled, height, row, count)).toEqual({ from, to })
  })
})
