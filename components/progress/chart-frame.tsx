import type { ReactNode } from 'react'

/** The drawing of a chart and the room left around its inside for words. */
export const frame = { width: 640, height: 220, left: 48, right: 12, above: 12, below: 30 } as const

/** How high a value stands in a chart whose scale ends at `end`. */
export const heightOf = (value: number, end: number): number =>
  frame.height - frame.below - (value / end) * (frame.height - frame.above - frame.below)

type Props = {
  readonly summary: string
  /** The values written beside the scale; the last is its end. */
  readonly ticks: readonly number[]
  readonly format?: (value: number) => string
  readonly children: ReactNode
}

/** A chart's drawing with its scale; what is drawn on it are the children. */
export function ChartFrame({ summary, ticks, format = String, children }: Props) {
  const y = (tick: number) => heightOf(tick, ticks.at(-1) ?? 1)
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="chart-drawing"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={frame.left - 8} y={y(tick)} textAnchor="end" dominantBaseline="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      {children}
    </svg>
  )
}
