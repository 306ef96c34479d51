import type { Point } from './line-chart'
import { labelled, ticksTo } from './scale'

type Props = { readonly summary: string; readonly points: readonly Point[] }

const frame = { width: 640, height: 220, left: 48, right: 12, above: 12, below: 30 } as const

/** Counts side by side as bars. */
export function BarChart({ summary, points }: Props) {
  const ticks = ticksTo(Math.max(1, ...points.map(({ value }) => value ?? 0)))
  const end = ticks.at(-1) ?? 1
  const floor = frame.height - frame.below
  const step = (frame.width - frame.left - frame.right) / Math.max(1, points.length)
  const height = (value: number) => (value / end) * (floor - frame.above)
  const names = labelled(points.length, 5)
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
            y1={floor - height(tick)}
            y2={floor - height(tick)}
          />
          <text x={frame.left - 8} y={floor - height(tick)} textAnchor="end" dominantBaseline="middle">
            {tick}
          </text>
        </g>
      ))}
      {points.map(({ label, value }, index) => (
        <g key={label}>
          <rect
            className="chart-bar"
            x={frame.left + index * step + step * 0.12}
            width={step * 0.76}
            y={floor - height(value ?? 0)}
            height={height(value ?? 0)}
          />
          {names.has(index) ? (
            <text x={frame.left + (index + 0.5) * step} y={frame.height - 8} textAnchor="middle">
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  )
}
