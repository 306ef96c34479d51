import { curlQuotes } from '@/lib/language/normalize'
import type { Span } from '@/lib/language/span'

type Props = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly lang: 'id' | 'en'
  /** Shown in the place of the marked parts. */
  readonly gap?: string
}

/** A sentence with its marked parts bold, or left out. Positions that overlap or lie outside mark nothing twice. */
export function TargetSentence({ text, spans, lang, gap }: Props) {
  return (
    <span lang={lang}>
      {partsOf(lang === 'en' ? curlQuotes(text) : text, spans).map(({ from, value, isMarked }) => {
        if (!isMarked) return <span key={from}>{value}</span>
        return gap === undefined ? (
          <strong key={from} className="study-target">
            {value}
          </strong>
        ) : (
          <span key={from} className="study-gap">
            {gap}
          </span>
        )
      })}
    </span>
  )
}

function partsOf(text: string, spans: readonly Span[]) {
  const parts: { from: number; value: string; isMarked: boolean }[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    if (end <= from || from >= text.length) continue
    if (from > at) parts.push({ from: at, value: text.slice(at, from), isMarked: false })
    parts.push({ from, value: text.slice(from, end), isMarked: true })
    at = end
  }
  if (at < text.length) parts.push({ from: at, value: text.slice(at), isMarked: false })
  return parts
}
