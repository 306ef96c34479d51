import type { Analyze } from './analyze'
import { editDistance } from './edit-distance'
import type { Entry } from './lexicon'
import { unaffixed } from './unaffix'

/**
 * Why a headword was found: it is the word itself, the headword of the form that was typed, the root of it, another
 * word of the same root, a word that begins so, one whose English is so, or one spelled nearly so.
 */
export type SearchReason = 'exact' | 'form' | 'root' | 'family' | 'prefix' | 'english' | 'near'

export type SearchHit = { readonly entry: Entry; readonly reason: SearchReason }

/** Finds headwords for what somebody typed, the best first; nothing typed finds nothing. */
export type Search = (query: string, limit?: number) => readonly SearchHit[]

type Listed = { readonly entry: Entry; readonly letters: number; readonly english: readonly string[] }

/** Bit n stands for the letter n: two words of one edit differ in at most two bits, so most need no closer look. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - 97
    if (code >= 0 && code < 26) letters |= 1 << code
  }
  return letters
}

const bitsIn = (bits: number): number => {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/** "to praise (of a crowd)" is searched as "praise". */
const bareGloss = (gloss: string): string =>
  gloss
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/^(to be|to|the|an|a) /, '')
    .trim()

const listed = (entry: Entry): Listed => ({
  entry,
  letters: lettersOf(entry.lemma),
  english: entry.senses.flatMap(({ glosses }) => glosses.map(bareGloss)),
})

const normalised = (query: string): string =>
  query.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/[’‘]/g, "'").trim()

/** "tanggung jawab", "tanggungjawab" and "Tanggung-jawab" are looked up as one; so is "KPK" in any case. */
const joined = (word: string): string => word.toLowerCase().replace(/[ -]/g, '')

const grouped = (
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return groups
}

/** Misspelling allowed by length: none in two letters, one up to six, then two, three in very long words. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 13 ? 2 : 3)

type Scored = { readonly entry: Entry; readonly score: number }

const byScore = (a: Scored, b: Scored): number =>
  a.score - b.score || a.entry.lemma.length - b.entry.lemma.length

const near = (query: string, words: readonly Listed[]): readonly Scored[] => {
  const limit = tolerance(query.length)
  if (limit === 0) return []
  const letters = lettersOf(query)
  const found: Scored[] = []
  for (const { entry, letters: own } of words) {
    if (Math.abs(entry.lemma.length - query.length) > limit || bitsIn(letters ^ own) > 2 * limit) continue
    const distance = editDistance(query, entry.lemma, limit)
    // Misspellings rarely touch the first letter.
    if (distance <= limit) found.push({ entry, score: distance + (entry.lemma[0] === query[0] ? 0 : 0.5) })
  }
  return found.sort(byScore)
}

/** For a derived word that is neither listed nor spelled right: what is left of it under its affixes, forgiven. */
const nearInside = (query: string, words: readonly Listed[]): readonly Scored[] => {
  const stems = unaffixed(query)
    .filter(({ stem, depth }) => depth > 0 && stem.length >= 5)
    .sort((a, b) => a.cost - b.cost)
    .map(({ stem }) => stem)
  const found = [...new Set(stems)].slice(0, 8).flatMap((stem) => near(stem, words).slice(0, 3))
  return found.sort(byScore)
}

/** The best place of the query among the glosses: a first gloss before a later one. */
const englishScore = (query: string, english: readonly string[]): number | undefined => {
  const whole = english.indexOf(query)
  if (whole >= 0) return whole
  const within = english.findIndex((gloss) => gloss.split(' ').includes(query))
  return within >= 0 ? 10 + within : undefined
}

const inEnglish = (query: string, words: readonly Listed[]): readonly Entry[] => {
  const plain = bareGloss(query)
  if (plain.length < 2) return []
  return words
    .flatMap(({ entry, english }): readonly Scored[] => {
      const score = englishScore(plain, english)
      return score === undefined ? [] : [{ entry, score }]
    })
    .sort(byScore)
    .map(({ entry }) => entry)
}

/**
 * Makes the search over a word list. "berjalan" finds itself, its root "jalan" and that root's family;
 * "mempertanggungjawabkan" leads to "tanggung jawab" even when only the latter is listed; "jurnalsi" is forgiven;
 * English words find what they gloss. The list is gone through once per question: it is thousands, not millions.
 */
export const createSearch = (entries: readonly Entry[], analyze: Analyze): Search => {
  const words = entries.map(listed)
  const byRoot = grouped(entries, ({ root }) => root)
  const byJoined = grouped(entries, ({ lemma }) => joined(lemma))
  const named = (lemma: string): readonly Entry[] => byJoined.get(joined(lemma)) ?? []
  const begun = (query: string): readonly Entry[] =>
    words
      .filter(({ entry }) => entry.lemma.startsWith(query))
      .map(({ entry }) => entry)
      .sort((a, b) => a.lemma.length - b.lemma.length)
  return (typed, limit = 40) => {
    const query = normalised(typed)
    if (query === '') return []
    const hits = new Map<string, SearchHit>()
    const add = (reason: SearchReason, found: readonly Entry[]): void => {
      for (const entry of found) if (!hits.has(entry.lemma)) hits.set(entry.lemma, { entry, reason })
    }
    add('exact', named(query))
    const analyses = query.includes(' ') ? [] : analyze(query).filter(({ known }) => known)
    add(
      'form',
      analyses.slice(0, 2).flatMap(({ lemma }) => named(lemma)),
    )
    const roots = [
      ...new Set([...named(query).map(({ root }) => root), ...analyses.slice(0, 2).map(({ root }) => root)]),
    ]
    add('root', roots.flatMap(named))
    add(
      'family',
      [query, ...roots].flatMap((root) => byRoot.get(root) ?? []),
    )
    if (hits.size < limit) add('prefix', begun(query))
    if (hits.size < limit) add('english', inEnglish(query, words))
    if (hits.size < 8)
      add(
        'near',
        near(query, words).map(({ entry }) => entry),
      )
    if (hits.size === 0)
      add(
        'near',
        nearInside(query, words).map(({ entry }) => entry),
      )
    return [...hits.values()].slice(0, limit)
  }
}
