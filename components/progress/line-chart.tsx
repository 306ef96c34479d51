import { ChartFrame, frame, heightOf } from './chart-frame'
import { labelled, ticksTo } from './scale'

export type Point = { readonly label: string; readonly value: number | null }

type Props = {
  readonly summary: string
  readonly points: readonly Point[]
  /** Fixed top of the scale; otherwise it follows the values. */
  readonly top?: number
  /** A level to compare with, drawn dashed and named. */
  readonly target?: { readonly value: number; readonly label: string }
  readonly format?: (value: number) => string
}

/** Values over time as a line; gaps where there are none. Readable in one colour: line, dots and a dashed target. */
export function LineChart({ summary, points, top, target, format }: Props) {
  const most = top ?? Math.max(1, target?.value ?? 0, ...points.map(({ value }) => value ?? 0))
  const ticks = top === undefined ? ticksTo(most) : [0, top / 4, top / 2, (top * 3) / 4, top]
  const end = ticks.at(-1) ?? 1
  const inner = frame.width - frame.left - frame.right
  const x = (index: number) =>
    frame.left + (points.length < 2 ? inner / 2 : (index / (points.length - 1)) * inner)
  const y = (value: number) => heightOf(value, end)
  const names = labelled(points.length, 5)
  return (
    <ChartFrame summary={summary} ticks={ticks} format={format}>
      {target ? (
        <>
          <line
            className="chart-target"
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(target.value)}
            y2={y(target.value)}
          />
          <text x={frame.width - frame.right} y={y(target.value) + 16} textAnchor="end">
            {target.label}
          </text>
        </>
      ) : null}
      {piecesOf(points).map((piece) => (
        <polyline
          key={piece[0]}
          className="chart-line"
          points={piece.map((index) => `${x(index)},${y(points[index]?.value ?? 0)}`).join(' ')}
        />
      ))}
      {points.length <= 40
        ? points.map(({ label, value }, index) =>
            value === null ? null : (
              <circle key={label} className="chart-dot" cx={x(index)} cy={y(value)} r={3} />
            ),
          )
        : null}
      {points.map(({ label }, index) =>
        names.has(index) ? (
          <text key={label} x={x(index)} y={frame.height - 8} textAnchor={anchorOf(index, points.length)}>
            {label}
          </text>
        ) : null,
      )}
    </ChartFrame>
  )
}

const anchorOf = (index: number, count: number) =>
  index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle'

/** Runs of points that have values. */
function piecesOf(points: readonly Point[]): number[][] {
  const pieces: number[][] = []
  points.forEach(({ value }, index) => {
    if (value === null) return
    const last = pieces.at(-1)
    if (last && last.at(-1) === index - 1) last.push(index)
    else pieces.push([index])
  })
  return pieces
}
