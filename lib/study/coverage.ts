import { familiarity } from './familiarity'
import type { Vocabulary } from './familiarity'

/** One running word of an article, as far as knowledge goes. Names, numbers and guessable loans have `counts: false`. */
export type RunningWord = {
  readonly form: string
  readonly lemma: string
  readonly root: string
  readonly counts: boolean
}

/** Running words by how well they are known; `share` is known over total, 1 for a text with nothing to count. */
export type Coverage = {
  readonly total: number
  readonly known: number
  readonly learning: number
  readonly fresh: number
  readonly share: number
}

/** A root worth learning before reading: how many running words it opens and what the share is from then on. */
export type RootGain = {
  readonly root: string
  readonly words: number
  readonly shareAfter: number
  /** The lemmas met in the article, commonest first, each with its commonest form. */
  readonly lemmas: readonly { readonly lemma: string; readonly form: string; readonly words: number }[]
}

/** How much of a text the learner knows. Ignored words count for nothing, like names. */
export function coverage(words: readonly RunningWord[], vocabulary: Vocabulary): Coverage {
  let known = 0
  let learning = 0
  let fresh = 0
  for (const word of words) {
    if (!word.counts) continue
    const { state } = familiarity(vocabulary, word)
    if (state === 'known') known += 1
    else if (state === 'learning') learning += 1
    else if (state === 'new') fresh += 1
  }
  const total = known + learning + fresh
  return { total, known, learning, fresh, share: total === 0 ? 1 : known / total }
}

/**
 * The fewest roots that bring a text to `target`, at most `limit` of them, the one that opens most words first.
 * Roots open disjoint words, so taking the largest first is the best choice there is.
 */
export function rootsToLearn(
  words: readonly RunningWord[],
  vocabulary: Vocabulary,
  target = 0.95,
  limit = 8,
): readonly RootGain[] {
  const { total, known } = coverage(words, vocabulary)
  const unknown = words.filter((word) => word.counts && isOpen(vocabulary, word))
  const groups = [...groupBy(unknown, (word) => word.root)].sort(
    ([a, left], [b, right]) => right.length - left.length || a.localeCompare(b, 'id'),
  )
  const gains: RootGain[] = []
  let opened = known
  for (const [root, group] of groups) {
    if (gains.length >= limit || opened / total >= target) break
    opened += group.length
    gains.push({ root, words: group.length, shareAfter: opened / total, lemmas: lemmasOf(group) })
  }
  return gains
}

const isOpen = (vocabulary: Vocabulary, word: RunningWord): boolean => {
  const { state } = familiarity(vocabulary, word)
  return state === 'new' || state === 'learning'
}

function lemmasOf(words: readonly RunningWord[]): RootGain['lemmas'] {
  return [...groupBy(words, (word) => word.lemma)]
    .map(([lemma, group]) => ({ lemma, words: group.length, form: commonest(group.map(({ form }) => form)) }))
    .sort((a, b) => b.words - a.words || a.lemma.localeCompare(b.lemma, 'id'))
}

function commonest(forms: readonly string[]): string {
  const [first] = [...groupBy(forms, (form) => form)].sort(([, a], [, b]) => b.length - a.length)
  return first?.[0] ?? ''
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group) group.push(value)
    else groups.set(key(value), [value])
  }
  return groups
}

/** The distinct lemmas of a text that are neither known nor ignored, in order of appearance. */
export function unknownWords(words: readonly RunningWord[], vocabulary: Vocabulary): readonly RunningWord[] {
  const seen = new Set<string>()
  return words.filter((word) => {
    if (!word.counts || seen.has(word.lemma) || !isOpen(vocabulary, word)) return false
    seen.add(word.lemma)
    return true
  })
}
