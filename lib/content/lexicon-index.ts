import type { Phrase } from '@/lib/language/lexicon'
import { WordTable } from '@/lib/language/word-table'
import type { LexiconContent } from './lexicon-file'

const isPhrase = (surface: string): boolean => surface.includes(' ')

/** Terms and names of several words, and headwords of several words, which are terms too. */
const phrasesOf = ({ entries, named }: LexiconContent): readonly Phrase[] => [
  ...named.filter(({ surface }) => isPhrase(surface)).map((entry) => ({ words: entry.surface.toLowerCase().split(' '), entry })),
  ...entries
    .filter(({ lemma }) => isPhrase(lemma))
    .map(({ lemma, senses }) => ({
      words: lemma.split(' '),
      entry: { surface: lemma, kind: 'term' as const, note: '', senses },
    })),
]

/** Phrases by their first word and then by their second, since "dalam" alone begins hundreds; the longest first. */
const addPhrases = (words: WordTable, content: LexiconContent): void => {
  const byFirst = new Map<string, Map<string, Phrase[]>>()
  for (const phrase of [...phrasesOf(content)].sort((a, b) => b.words.length - a.words.length)) {
    const [first = '', second = ''] = phrase.words
    const bySecond = byFirst.get(first) ?? new Map<string, Phrase[]>()
    byFirst.set(first, bySecond)
    const alike = bySecond.get(second)
    if (alike) alike.push(phrase)
    else bySecond.set(second, [phrase])
    words.make(second).isSecond = true
  }
  for (const [first, bySecond] of byFirst) words.make(first).continuations = bySecond
}

const addEntries = (words: WordTable, { entries }: LexiconContent): void => {
  for (const entry of entries) {
    const word = words.make(entry.lemma)
    word.entry = entry
    word.root = entry.root
    word.gloss = entry.senses.length > 0 ? (entry.senses[0]?.glosses[0] ?? '') : undefined
    word.band = entry.band
    const root = entry.root === entry.lemma ? word : words.make(entry.root)
    root.isRoot = true
    root.family ??= []
    // The root itself comes first.
    if (root === word) root.family.unshift(entry.lemma)
    else root.family.push(entry.lemma)
  }
}

/** "tanggungjawab" → "tanggung jawab", for every headword, root and term of several words. */
const addCompounds = (words: WordTable, { entries, roots, named }: LexiconContent): void => {
  const take = (phrase: string): void => {
    if (isPhrase(phrase)) words.make(phrase.replaceAll(' ', '')).compound = phrase
  }
  for (const { kind, surface } of named) if (kind === 'term') take(surface)
  for (const { lemma, root } of entries) {
    take(lemma)
    if (root !== lemma) take(root)
  }
  roots.forEach(take)
}

/** Everything of a lexicon by its spellings. */
export const wordTableOf = (content: LexiconContent): WordTable => {
  const words = new WordTable()
  addEntries(words, content)
  for (const root of content.roots) words.make(root).isRoot = true
  for (const entry of content.named) words.make(entry.surface).named = entry
  addCompounds(words, content)
  addPhrases(words, content)
  return words
}
