/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word the other
 * ("jalna" and "jalan" are one apart); `limit + 1` as soon as it is sure to be more than `limit`.
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let earlier: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column += 1) {
      const cost = cellOf({ a, b, row, column }, { current, above, earlier })
      current.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    earlier = above
    above = current
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1)
}

type Place = { readonly a: string; readonly b: string; readonly row: number; readonly column: number }
type Rows = {
  readonly current: readonly number[]
  readonly above: readonly number[]
  readonly earlier: readonly number[]
}

const cellOf = ({ a, b, row, column }: Place, { current, above, earlier }: Rows): number => {
  const same = a[row - 1] === b[column - 1]
  const changed = (above[column - 1] ?? 0) + (same ? 0 : 1)
  const best = Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
  return swapped ? Math.min(best, (earlier[column - 2] ?? 0) + 1) : best
}
