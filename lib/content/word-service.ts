import type { Link } from '@/lib/language/align'
import { alignByMeaning } from '@/lib/language/align-by-meaning'
import { createAnnotator, type Annotate } from '@/lib/language/annotate'
import { createAnalyzer } from '@/lib/language/analyze'
import type { AnnotatedSentence } from '@/lib/language/annotation'
import type { Entry, Lexicon, NamedEntry } from '@/lib/language/lexicon'
import { plainToken } from '@/lib/language/read-token'
import { createSearch, type Search, type SearchHit } from '@/lib/language/search'
import type { LearnedTable } from './translation-table'

/** A sentence's words with what is shown besides. */
export type SentenceWords = AnnotatedSentence & {
  /** The meaning of each root that is not the word itself. */
  readonly rootGlosses: Readonly<Record<string, string>>
  /** Its capitalised forms, in lower case, that are ordinary words too ("Bank Sentral"), and so no names to look for. */
  readonly ordinary: readonly string[]
}

/** A form of a root in a text, and how often it stands there. */
export type FormInText = { readonly form: string; readonly count: number }

/** What is asked of the dictionary while reading; in the page it answers from a worker. */
export interface WordService {
  /** The words of some sentences, in the order of the sentences. */
  words(texts: readonly string[]): Promise<readonly SentenceWords[]>
  /** All forms of a root in a text given by its sentences, the most frequent first. */
  forms(root: string, texts: readonly string[]): Promise<readonly FormInText[]>
  search(query: string, limit?: number): Promise<readonly SearchHit[]>
  /** Links between a sentence's tokens and the words of its English, by meaning; needs the learned table. */
  align(text: string, english: readonly string[]): Promise<readonly Link[]>
  /** What a form is mostly translated by, in texts; empty when it was not met. */
  translations(form: string): Promise<readonly string[]>
}

/** Readings beyond these are too unlikely to be shown, and every one costs time between the threads. */
const readingsShown = 3

const shortened = (sentence: AnnotatedSentence): AnnotatedSentence => ({
  ...sentence,
  tokens: sentence.tokens.map((token) => ({ ...plainToken(token), analyses: token.analyses.slice(0, readingsShown) })),
})

const glossOf = (lexicon: Lexicon, root: string): string =>
  lexicon.entry(root)?.senses[0]?.glosses.slice(0, 2).join(', ') ??
  lexicon.named(root)?.senses[0]?.glosses[0] ??
  ''

const rootGlossesOf = ({ tokens }: AnnotatedSentence, lexicon: Lexicon): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tokens
      .flatMap(({ analyses }) => analyses)
      .map(({ root }) => [root, glossOf(lexicon, root)] as const)
      .filter(([, gloss]) => gloss !== ''),
  )

const ordinaryOf = ({ tokens }: AnnotatedSentence, lexicon: Lexicon): readonly string[] =>
  tokens
    .filter(({ surface }) => /^\p{Lu}/u.test(surface))
    .map(({ surface }) => surface.toLowerCase())
    .filter((form) => lexicon.entry(form) !== undefined || lexicon.isRoot(form))

const countForms = (sentences: readonly AnnotatedSentence[], root: string): readonly FormInText[] => {
  const counts = new Map<string, number>()
  for (const { kind, root: own, surface } of sentences.flatMap(({ tokens }) => tokens)) {
    const form = surface.toLowerCase()
    if (kind === 'word' && own === root) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts].map(([form, count]) => ({ form, count })).sort((a, b) => b.count - a.count)
}

/** A term or abbreviation as an entry, so that one search finds all. Bare names are left out. */
const asEntry = ({ surface, kind, senses }: NamedEntry): readonly Entry[] =>
  senses.length === 0
    ? []
    : [{ lemma: surface, root: surface, pos: [kind === 'term' ? 'noun' : 'name'], register: 'neutral', senses }]

/** Everything of a lexicon that can be searched for. */
export const searchable = (lexicon: Lexicon): readonly Entry[] => {
  const entries = lexicon.entries()
  const lemmas = new Set(entries.map(({ lemma }) => lemma))
  return [...entries, ...lexicon.allNamed().filter(({ surface }) => !lemmas.has(surface)).flatMap(asEntry)]
}

/** The service over a lexicon, in the thread it is made in. Sentences are kept, since a text is asked about again and again. */
export const createWordService = (lexicon: Lexicon, loadTable: () => Promise<LearnedTable>): WordService => {
  const annotate = keptAnnotate(createAnnotator(lexicon))
  let search: Search | undefined
  let table: Promise<LearnedTable> | undefined
  // On demand, since most reading never needs it; and again after a failure.
  const learned = (): Promise<LearnedTable> => {
    table ??= loadTable().catch((error: unknown) => {
      table = undefined
      throw error
    })
    return table
  }
  return {
    words: async (texts) =>
      texts.map((text) => {
        const sentence = shortened(annotate(text))
        return { ...sentence, rootGlosses: rootGlossesOf(sentence, lexicon), ordinary: ordinaryOf(sentence, lexicon) }
      }),
    forms: async (root, texts) => countForms(texts.map(annotate), root),
    search: async (query, limit) => {
      search ??= createSearch(searchable(lexicon), createAnalyzer(lexicon))
      return search(query, limit)
    },
    align: async (text, english) => alignByMeaning(annotate(text), english, await learned()),
    translations: async (form) => commonest((await learned()).translations(form.toLowerCase())),
  }
}

/** Translations that are more than chance, at most three. */
const commonest = (found: ReturnType<LearnedTable['translations']>): readonly string[] =>
  found
    .filter(({ prob }) => prob >= 0.08)
    .slice(0, 3)
    .map(({ word }) => word)

const keptAnnotate = (annotate: Annotate): Annotate => {
  const kept = new Map<string, AnnotatedSentence>()
  return (text) => {
    const known = kept.get(text) ?? annotate(text)
    if (kept.size > 10_000) kept.clear()
    kept.set(text, known)
    return known
  }
}
