import type { Span } from './span'

/** The words of two texts that the other one does not have in that order, as spans of each text. */
export type WordDiff = { readonly first: readonly Span[]; readonly second: readonly Span[] }

type Word = { readonly span: Span; readonly form: string }

/** Beyond this many words per text the table would be slow; no sentence is that long, and nothing is marked then. */
const limit = 600

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,\-‑]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(wordPattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    form: match[0].toLowerCase().replaceAll('’', "'"),
  }))

/**
 * Where two translations of a sentence differ, by words. Case, punctuation and the style of apostrophes do not count as
 * a difference; order does. Longest common subsequence, so that as little as possible is marked.
 */
export function diffWords(first: string, second: string): WordDiff {
  const [a, b] = [wordsOf(first), wordsOf(second)]
  if (a.length > limit || b.length > limit) return { first: [], second: [] }
  const lengths = commonLengths(a, b)
  const different = { first: [] as Span[], second: [] as Span[] }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left && right && left.form === right.form) {
      i++
      j++
    } else if (left && (!right || lengths(i + 1, j) >= lengths(i, j + 1))) {
      different.first.push(left.span)
      i++
    } else if (right) {
      different.second.push(right.span)
      j++
    }
  }
  return different
}

/** Length of the longest common subsequence of a[i..] and b[j..]. */
function commonLengths(a: readonly Word[], b: readonly Word[]): (i: number, j: number) => number {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i]?.form === b[j]?.form
          ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return (i, j) => table[i * width + j] ?? 0
}
