import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { loadLexicon, loadTable, type LexiconFiles } from '@/lib/content/lexicon-loader'
import { createWordService, searchable } from '@/lib/content/word-service'
import type { AnnotatedToken } from '@/lib/language/annotation'
import { createAnalyzer } from '@/lib/language/analyze'
import { familyTree, type FamilyNode } from '@/lib/language/family-tree'
import type { Entry, Lexicon } from '@/lib/language/lexicon'
import { createSearch, type SearchHit } from '@/lib/language/search'
import type { Span } from '@/lib/language/span'
import { getArticles } from './articles'

const inPublic = (file: string) => path.join(process.cwd(), 'public', file)

const files: LexiconFiles = {
  text: (file) => readFile(inPublic(file), 'utf8'),
  gunzipped: async (file) => (await promisify(gunzip)(await readFile(inPublic(file)))).toString('utf8'),
}

/** A sentence of the library with its English, and where the word stands in it. */
export type Example = {
  readonly sentence: string
  readonly target: Span
  readonly english: string
  readonly slug: string
  readonly title: string
}

/** The dictionary as the server knows it: the compiled lexicon and the sentences of the library. */
export type ServerDictionary = {
  readonly lexicon: Lexicon
  /** The words of some sentences. */
  readonly words: Words
  readonly search: (query: string, limit?: number) => readonly SearchHit[]
  readonly entry: (word: string) => Entry | undefined
  /** The word read on its own: how it is built, its other voice. */
  readonly read: (word: string) => Promise<AnnotatedToken | undefined>
  readonly family: (root: string) => FamilyNode
  readonly glossOf: (word: string) => string
  readonly examples: (lemma: string, limit: number) => readonly Example[]
  /** Expressions of several words that the word is part of. */
  readonly expressions: (lemma: string) => readonly Entry[]
}

async function createDictionary(): Promise<ServerDictionary> {
  const lexicon = await loadLexicon(files)
  const analyze = createAnalyzer(lexicon)
  const service = createWordService(lexicon, () => loadTable(files))
  const entries = searchable(lexicon)
  const byLemma = new Map(entries.map((entry) => [entry.lemma, entry]))
  const examples = await collectExamples((texts) => service.words(texts))
  return {
    lexicon,
    words: service.words,
    search: createSearch(entries, analyze),
    entry: (word) => byLemma.get(word) ?? byLemma.get(word.toLowerCase()),
    read: async (word) => (await service.words([word]))[0]?.tokens[0],
    family: (root) => familyTree(root, lexicon.family(root), analyze),
    glossOf: (word) => byLemma.get(word)?.senses[0]?.glosses[0] ?? '',
    examples: (lemma, limit) => (examples.get(lemma.toLowerCase()) ?? []).slice(0, limit),
    expressions: (lemma) =>
      entries
        .filter((entry) => entry.lemma.includes(' ') && entry.lemma.split(' ').includes(lemma))
        .slice(0, 24),
  }
}

type Words = ReturnType<typeof createWordService>['words']

/** Every sentence of the library that has an English one, under the headwords and terms that stand in it. */
async function collectExamples(words: Words): Promise<ReadonlyMap<string, readonly Example[]>> {
  const found = new Map<string, Example[]>()
  const add = (lemma: string, example: Example) => {
    const own = found.get(lemma.toLowerCase()) ?? []
    if (own.some(({ sentence }) => sentence === example.sentence)) return
    found.set(lemma.toLowerCase(), [...own, example])
  }
  for (const { slug, title, paragraphs, reference } of await getArticles()) {
    const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ text }) => text))
    const read = await words(sentences)
    sentences.forEach((sentence, at) => {
      const english = reference?.[at]
      const { tokens = [], terms = [] } = read[at] ?? {}
      if (!english) return
      const base = { sentence, english, slug, title }
      for (const { kind, lemma, span } of tokens) if (kind === 'word') add(lemma, { ...base, target: span })
      for (const { entry, from, to } of terms) {
        const target = { start: tokens[from]?.span.start ?? 0, end: tokens[to - 1]?.span.end ?? 0 }
        add(entry.surface, { ...base, target })
      }
    })
  }
  return found
}

let dictionary: Promise<ServerDictionary> | undefined

/** Read once per process; again after a failure. */
export function getDictionary(): Promise<ServerDictionary> {
  dictionary ??= createDictionary().catch((error: unknown) => {
    dictionary = undefined
    throw error
  })
  return dictionary
}
