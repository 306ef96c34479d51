import { ChartFrame, frame, heightOf } from './chart-frame'
import type { Point } from './line-chart'
import { labelled, ticksTo } from './scale'

type Props = { readonly summary: string; readonly points: readonly Point[] }

/** Counts side by side as bars. */
export function BarChart({ summary, points }: Props) {
  const ticks = ticksTo(Math.max(1, ...points.map(({ value }) => value ?? 0)))
  const end = ticks.at(-1) ?? 1
  const floor = heightOf(0, end)
  const step = (frame.width - frame.left - frame.right) / Math.max(1, points.length)
  const y = (value: number) => heightOf(value, end)
  const names = labelled(points.length, 5)
  return (
    <ChartFrame summary={summary} ticks={ticks}>
      {points.map(({ label, value }, index) => (
        <g key={label}>
          <rect
            className="chart-bar"
            x={frame.left + index * step + step * 0.12}
            width={step * 0.76}
            y={y(value ?? 0)}
            height={floor - y(value ?? 0)}
          />
          {names.has(index) ? (
            <text x={frame.left + (index + 0.5) * step} y={frame.height - 8} textAnchor="middle">
              {label}
            </text>
          ) : null}
        </g>
      ))}
    </ChartFrame>
  )
}
