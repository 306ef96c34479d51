import type { Span } from './span'

/**
 * One pair of words that stand for each other, as indexes into the two lists of words that were aligned. `weight` is
 * from 0 to 1; `sure` links are shown with a full line, others dashed.
 */
export type Link = {
  readonly source: number
  readonly target: number
  readonly weight: number
  readonly sure: boolean
}

/** Attention over pieces of words: `weights` is row-major, target × source, each row summing to about one. */
export type PieceAttention = {
  readonly source: readonly Span[]
  readonly target: readonly Span[]
  readonly weights: Float32Array
}

/** Below this share of a word's attention there is no link; from the second on it is sure. */
const least = 0.22
const sureFrom = 0.5

/** For each piece the word it lies in (by its middle, since pieces may carry the blank before them), or -1. */
const wordsOfPieces = (pieces: readonly Span[], words: readonly Span[]): readonly number[] =>
  pieces.map(({ start, end }) => {
    const shared = words.map((word) => Math.min(end, word.end) - Math.max(start, word.start))
    const best = shared.reduce((top, length, at) => (length > (shared[top] ?? 0) ? at : top), 0)
    return (shared[best] ?? 0) > 0 ? best : -1
  })

/** Attention summed over the source pieces of a word and averaged over the target pieces of a word. */
const overWords = (
  attention: PieceAttention,
  source: readonly Span[],
  target: readonly Span[],
): readonly Float64Array[] => {
  const fromPiece = wordsOfPieces(attention.source, source)
  const toPiece = wordsOfPieces(attention.target, target)
  const rows = target.map(() => new Float64Array(source.length))
  const pieces = target.map(() => 0)
  toPiece.forEach((word, row) => {
    const sums = rows[word]
    if (!sums) return
    pieces[word] = (pieces[word] ?? 0) + 1
    fromPiece.forEach((from, column) => {
      if (from >= 0)
        sums[from] = (sums[from] ?? 0) + (attention.weights[row * fromPiece.length + column] ?? 0)
    })
  })
  return rows.map((row, word) => row.map((weight) => weight / Math.max(1, pieces[word] ?? 1)))
}

/**
 * Links between the words of a sentence and its translation from the translator's own attention. The spans of words are
 * positions in the same two texts as the pieces'. Each target word is linked to the source words that hold a fair share
 * of its attention; a word without any stays alone.
 */
export const alignByAttention = (
  attention: PieceAttention,
  source: readonly Span[],
  target: readonly Span[],
): readonly Link[] =>
  overWords(attention, source, target).flatMap((row, to) => {
    const top = Math.max(0, ...row)
    return [...row].flatMap((weight, from) =>
      weight >= least && weight >= top * 0.4
        ? [{ source: from, target: to, weight: Math.min(1, weight), sure: weight >= sureFrom }]
        : [],
    )
  })
