import type { WordReading } from './annotation'
import type { Lexicon, NamedEntry, Words } from './lexicon'
import { givenNames } from './person-names'
import { plainReading } from './read-token'
import { createWordReader, noReading, type WordReader } from './read-word'
import { readNumber, type NumberContext } from './readout'

const isCapitalised = (surface: string): boolean => /^\p{Lu}/u.test(surface)

/** Hyphenated words with a capital inside ("anti-Rusia", "se-Indonesia", "KPK-lah") are looked up by their capital part. */
const capitalPart = (surface: string): string | undefined => surface.split(/[-‑]/u).find(isCapitalised)

const namedFor = (surface: string, lexicon: Lexicon): NamedEntry | undefined => {
  const exact = lexicon.named(surface)
  if (exact) return exact.kind === 'term' ? undefined : exact
  const part = isCapitalised(surface) ? capitalPart(surface) : undefined
  const found = part === undefined || part === surface ? undefined : lexicon.named(part)
  return found?.kind === 'term' ? undefined : found
}

const namedReading = (surface: string, entry: NamedEntry | undefined): WordReading => ({
  ...noReading(surface),
  lemma: entry?.kind === 'name' ? entry.surface : surface,
  pos: ['name'],
  gloss: entry?.senses[0]?.glosses[0] ?? '',
  senses: entry?.senses ?? [],
  ...(entry?.kind === 'acronym' ? { expansion: entry.note } : {}),
})

/** "anti-Rusia" takes its meaning from the name in it when the lexicon has none for the whole. */
const wordReading = (surface: string, words: WordReader, lexicon: Lexicon): WordReading => {
  const reading = words.read(surface.toLowerCase())
  const part = isCapitalised(surface) || reading.gloss !== '' ? undefined : capitalPart(surface)
  const senses = part === undefined ? undefined : lexicon.named(part)?.senses
  return senses && part ? { ...plainReading(reading), root: part, senses, gloss: senses[0]?.glosses[0] ?? '' } : reading
}

const bareOf = (surface: string, lower: string, words: WordReader): string => {
  const bare = words.withoutClitics(lower)
  return bare === lower ? surface : bare
}

/**
 * What is known of a form as it is written, capitals and all, before its place in a sentence is looked at. What only
 * some places need is worked out when one does.
 */
export class KnownForm {
  readonly surface: string
  readonly lower: string
  readonly isCapitalised: boolean
  readonly isGivenName: boolean
  /** An acronym or name the lexicon has for this spelling, or for the capitalised part of it ("KPK-lah"). */
  readonly named: NamedEntry | undefined
  /** The spelling without clitics. */
  readonly bare: string
  readonly lowerBare: string
  /** Second words, in lower case, of the terms this form may begin. */
  readonly continuations: Words | undefined
  private readonly words: WordReader
  private readonly lexicon: Lexicon
  private word: WordReading | undefined
  private name: WordReading | undefined
  private readonly numbers = new Map<string, WordReading>()

  constructor(surface: string, words: WordReader, lexicon: Lexicon) {
    const lower = surface.toLowerCase()
    this.surface = surface
    // One copy of most spellings: comparing a string with itself is free.
    this.lower = lower === surface ? surface : lower
    this.isCapitalised = isCapitalised(surface)
    this.isGivenName = this.isCapitalised && givenNames.has(lower)
    this.named = namedFor(surface, lexicon)
    this.bare = bareOf(surface, lower, words)
    this.lowerBare = this.bare === surface ? this.lower : this.bare.toLowerCase()
    this.continuations = lexicon.continuations(this.bare)
    this.words = words
    this.lexicon = lexicon
  }

  /** The reading as an ordinary word. */
  get asWord(): WordReading {
    return (this.word ??= wordReading(this.surface, this.words, this.lexicon))
  }

  /** The reading as a name or acronym. */
  get asName(): WordReading {
    return (this.name ??= namedReading(this.surface, this.named))
  }

  /** The reading as a number in a context, of which only what bears on it should be given. */
  asNumber(context: NumberContext): WordReading {
    const key = [context.before, ...context.after].join(' ')
    const known = this.numbers.get(key)
    if (known) return known
    const readout = readNumber(this.surface, context)
    const fresh: WordReading = { ...noReading(this.surface), pos: ['num'], gloss: readout ?? this.surface, readout }
    this.numbers.set(key, fresh)
    return fresh
  }
}

export type FormKeeper = { readonly know: (surface: string) => KnownForm; readonly words: WordReader }

/** Forms beyond these are forgotten, all at once. */
const mostKept = 1 << 16

/** Looks forms up in one lexicon and keeps what it found, so that a form costs its analysis only once. */
export const createFormKeeper = (lexicon: Lexicon): FormKeeper => {
  const words = createWordReader(lexicon)
  const kept = new Map<string, KnownForm>()
  const know = (surface: string): KnownForm => {
    const known = kept.get(surface)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const fresh = new KnownForm(surface, words, lexicon)
    kept.set(surface, fresh)
    return fresh
  }
  return { know, words }
}
