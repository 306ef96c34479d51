import type { TranslationTable } from '@/lib/language/link-evidence'

/** A table with look-up in the other direction: what a word is mostly translated by. */
export type LearnedTable = TranslationTable & {
  /** English words with their probabilities, the likeliest first. */
  translations(id: string): readonly { readonly word: string; readonly prob: number }[]
}

const pairsOf = (text: string): readonly (readonly [string, number])[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((pair) => {
      const colon = pair.lastIndexOf(':')
      return [pair.slice(0, colon), Number(pair.slice(colon + 1))] as const
    })

/**
 * Reads a learned table of lines `word<TAB>english:probability english:probability ...`. Lines are taken apart only when
 * asked for, since a text needs few of them.
 */
export const readTranslationTable = (text: string): LearnedTable => {
  const lines = new Map<string, string>()
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1))
  }
  const opened = new Map<string, ReadonlyMap<string, number>>()
  const row = (id: string): ReadonlyMap<string, number> => {
    const known = opened.get(id)
    if (known) return known
    const fresh = new Map(pairsOf(lines.get(id) ?? ''))
    opened.set(id, fresh)
    return fresh
  }
  return {
    prob: (id, en) => row(id).get(en) ?? 0,
    translations: (id) => [...row(id)].map(([word, prob]) => ({ word, prob })),
  }
}
