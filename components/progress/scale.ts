/** Round steps from 0 to at least `most`: 0, 5, 10, 15 for 13. At least one step, so that an empty chart has a frame. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Which of so many labels to write, first and last among them, so that they do not run into each other. */
export function labelled(count: number, room: number): ReadonlySet<number> {
  if (count <= room) return new Set(Array.from({ length: count }, (_, index) => index))
  const step = (count - 1) / (room - 1)
  return new Set(Array.from({ length: room }, (_, index) => Math.round(index * step)))
}
