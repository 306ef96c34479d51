/** Between text and the model's pieces, with the place of every piece in the text. */
import type { Span } from '@/lib/language/span'

/** One source text in pieces. `spans` are places in that text; pieces without text (language, end) have empty ones. */
export type SourcePieces = {
  readonly ids: readonly number[]
  readonly spans: readonly Span[]
  readonly surfaces: readonly string[]
}

const bare = (piece: string): string => piece.replaceAll('▁', ' ')

/**
 * Where each piece stands in the text. Pieces follow each other in order; a tokenizer that rewrites characters makes
 * a piece differ from the text, and then the piece is given what lies up to the next one that is found.
 */
export function pieceSpans(text: string, pieces: readonly string[]): Span[] {
  let at = 0
  return pieces.map((piece) => {
    const surface = bare(piece).trim()
    while (text[at] === ' ') at++
    const found = text.startsWith(surface, at) ? at : text.indexOf(surface, at)
    const start = found >= 0 && found - at <= 8 ? found : at
    const end = Math.min(start + surface.length, text.length)
    at = end
    return { start: Math.min(start, end), end }
  })
}

/** The model's output as text, and where each piece lies in it; spans leave out the blank before a word. */
export function joinPieces(pieces: readonly string[]): {
  readonly text: string
  readonly spans: readonly Span[]
} {
  let text = ''
  const spans = pieces.map((piece) => {
    const surface = bare(piece)
    const added = text === '' || text.endsWith(' ') ? surface.trimStart() : surface
    const blank = added.length - added.trimStart().length
    const start = text.length + blank
    text += added
    return { start, end: Math.max(start, text.length) }
  })
  const trimmed = text.trimEnd()
  const clip = (position: number): number => Math.min(position, trimmed.length)
  return { text: trimmed, spans: spans.map(({ start, end }) => ({ start: clip(start), end: clip(end) })) }
}

/**
 * What an unknown piece of the output stands for: the source's unknown piece that it looked at most, or, for a model
 * without attention, the source's unknown pieces in order.
 */
export function copyUnknown(
  source: SourcePieces,
  unknown: number,
  occurrence: number,
  weights: Float32Array | undefined,
): string {
  const candidates = source.ids.flatMap((id, i) => (id === unknown ? [i] : []))
  if (weights === undefined) return source.surfaces[candidates[occurrence] ?? -1] ?? ''
  const pool = candidates.length > 0 ? candidates : source.ids.map((_, i) => i)
  const best = pool.reduce((a, b) => ((weights[b] ?? 0) > (weights[a] ?? 0) ? b : a), pool[0] ?? 0)
  return source.surfaces[best] ?? ''
}
