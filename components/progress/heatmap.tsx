type Cell = { readonly label: string; readonly count: number; readonly weekday: number }

type Props = {
  readonly summary: string
  readonly cells: readonly Cell[]
  /** Names of Monday, Wednesday and Friday. */
  readonly days: readonly string[]
}

const size = 14

/**
 * One square per day, weeks from left to right, Monday on top. The more reviews, the larger and darker the square, so
 * that it reads without colour.
 */
export function Heatmap({ summary, cells, days }: Props) {
  const most = Math.max(1, ...cells.map(({ count }) => count))
  const first = cells[0]?.weekday ?? 0
  const weeks = Math.ceil((first + cells.length) / 7)
  const left = 40
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${left + weeks * size} ${7 * size + 2}`}
      className="chart-drawing heatmap"
    >
      {days.map((day, index) => (
        <text key={day} x={left - 6} y={(index * 2 + 0.5) * size} textAnchor="end" dominantBaseline="middle">
          {day}
        </text>
      ))}
      {cells.map(({ label, count }, index) => {
        const place = first + index
        const share = count === 0 ? 0 : 0.35 + 0.65 * Math.sqrt(count / most)
        const edge = (size - 3) * (count === 0 ? 0.3 : share)
        return (
          <rect
            key={label}
            className={count === 0 ? 'heat-empty' : 'chart-bar'}
            x={left + Math.floor(place / 7) * size + (size - edge) / 2}
            y={(place % 7) * size + (size - edge) / 2}
            width={edge}
            height={edge}
            rx={1.5}
            opacity={count === 0 ? 1 : 0.45 + 0.55 * share}
          />
        )
      })}
    </svg>
  )
}
