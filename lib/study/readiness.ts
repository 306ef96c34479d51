/** An article with the share of its words the learner knows, and how far it was read (0..1). */
export type ArticleReadiness = { readonly slug: string; readonly share: number; readonly read: number }

/** Where reading teaches most: few enough unknown words to guess, enough to learn from. */
export const readyBand = { low: 0.9, high: 0.95 } as const

/** Articles, the one best known first; equal ones keep their order. */
export const rankByReadiness = <T extends ArticleReadiness>(articles: readonly T[]): readonly T[] =>
  [...articles].sort((a, b) => b.share - a.share)

/**
 * The unfinished article to read next: the best known one within 90-95 %, otherwise the one nearest to that band,
 * an easier one before a harder one at the same distance. Undefined when all have been read.
 */
export function nextBest<T extends ArticleReadiness>(articles: readonly T[]): T | undefined {
  const open = articles.filter((article) => article.read < 1)
  return [...open].sort((a, b) => distance(a.share) - distance(b.share) || b.share - a.share)[0]
}

function distance(share: number): number {
  if (share < readyBand.low) return readyBand.low - share
  return share > readyBand.high ? share - readyBand.high : 0
}
