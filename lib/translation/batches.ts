/**
 * Indices of sources in batches of like length. Padding is wasted work, and a batch takes as long as its longest row,
 * so sources are sorted by length; a batch is bounded by rows and by rows × longest (memory).
 */
export function batchesByLength(
  lengths: readonly number[],
  bounds: { readonly rows: number; readonly positions: number },
): readonly (readonly number[])[] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[a]! - lengths[b]!)
  const batches: number[][] = []
  let current: number[] = []
  for (const i of order) {
    const full = current.length >= bounds.rows || (current.length + 1) * lengths[i]! > bounds.positions
    if (full && current.length > 0) {
      batches.push(current)
      current = []
    }
    current.push(i)
  }
  if (current.length > 0) batches.push(current)
  return batches
}
