/** Sentences longer than a model can take, in parts that it can. */
import type { Span } from '@/lib/language/span'

/** Places where a part may end, the best kind first: clause marks, then blanks, then anywhere. */
const breaks = [/[;:!?.]["'”’)\]]*\s/gu, /[,)\]—–]["'”’]*\s/gu, /\s/gu]

/** The position nearest to the middle at which the text may be cut; never at its ends, never inside a surrogate pair. */
function cutNear(text: string, { start, end }: Span): number {
  const slice = text.slice(start, end)
  const middle = slice.length / 2
  for (const pattern of breaks) {
    const places = [...slice.matchAll(pattern)].map((match) => match.index + match[0].length)
    // A cut near an end leaves the other part as long as before, so only the middle half counts.
    const usable = places.filter((at) => at > slice.length / 4 && at < (slice.length * 3) / 4)
    const best = usable.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
    if (best !== undefined) return start + best
  }
  const at = start + Math.floor(middle)
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low < 0xe000 ? at + 1 : at
}

/** Spans that tile the text, each within the limit by `length` (pieces of the model). One span when it is short enough. */
export function splitLong(text: string, limit: number, length: (part: string) => number): readonly Span[] {
  const halve = (span: Span): readonly Span[] => {
    if (span.end - span.start < 2 || length(text.slice(span.start, span.end)) <= limit) return [span]
    const at = cutNear(text, span)
    if (at <= span.start || at >= span.end) return [span]
    return [...halve({ start: span.start, end: at }), ...halve({ start: at, end: span.end })]
  }
  return halve({ start: 0, end: text.length })
}
