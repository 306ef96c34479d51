export type Speedometer = { add(bytes: number): void; bytesPerSecond(): number }

/** Speed over the last few seconds: steady enough to read, quick enough to show a change. 0 until there is something to tell. */
export function createSpeedometer(now: () => number, seconds = 4): Speedometer {
  let marks: { at: number; bytes: number }[] = []
  return {
    add: (bytes) => {
      const at = now()
      marks = marks.filter((mark) => at - mark.at < seconds * 1000)
      marks.push({ at, bytes })
    },
    bytesPerSecond: () => {
      const first = marks[0]
      if (first === undefined) return 0
      const elapsed = (now() - first.at) / 1000
      // The first mark's bytes came before the time that is measured.
      const bytes = marks.reduce((sum, mark) => sum + mark.bytes, -first.bytes)
      return elapsed < 0.25 ? 0 : bytes / elapsed
    },
  }
}
