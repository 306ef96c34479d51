type Bar = { readonly label: string; readonly value: string; readonly share: number }

/** Shares of a whole as bars with their numbers beside them. */
export function CoverageBars({ summary, bars }: { readonly summary: string; readonly bars: readonly Bar[] }) {
  return (
    <div role="img" aria-label={summary} className="coverage-bars">
      {bars.map(({ label, value, share }) => (
        <div key={label}>
          <span className="tabular flex justify-between gap-4">
            <span>{label}</span>
            <span>{value}</span>
          </span>
          <span className="meter coverage-meter">
            <span style={{ transform: `scaleX(${share})` }} />
          </span>
        </div>
      ))}
    </div>
  )
}
