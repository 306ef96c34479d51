/** A span of time as it is said: so many of one unit. */
export type Interval = { readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year'; readonly count: number }

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** A span of milliseconds in the largest unit that tells it well: 50 minutes, 3 days, 2 months, 1.5 years. */
export function intervalOf(milliseconds: number): Interval {
  const span = Math.max(0, milliseconds)
  if (span < 59.5 * minute) return { unit: 'minute', count: Math.max(1, Math.round(span / minute)) }
  if (span < 23.5 * hour) return { unit: 'hour', count: Math.round(span / hour) }
  if (span < 30.5 * day) return { unit: 'day', count: Math.round(span / day) }
  if (span < 364 * day) return { unit: 'month', count: Math.round(span / (30.44 * day)) }
  return { unit: 'year', count: Math.round((span / (365.25 * day)) * 10) / 10 }
}
