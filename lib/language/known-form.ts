import type { WordReading } from './annotation'
import { settled } from './lazy-reading'
import type { Continuations, Lexicon, NamedEntry } from './lexicon'
import { givenNames } from './person-names'
import { plainReading } from './read-token'
import { createWordReader, noReading, type WordReader } from './read-word'
import { readNumber, type NumberContext } from './readout'
import { capitalsOf } from './tokenize'

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
  return senses && part
    ? settled({ ...plainReading(reading), root: part, senses, gloss: senses[0]?.glosses[0] ?? '' })
    : reading
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
  /** Neither a name nor an acronym anywhere, as most words: what stands beside it need not be looked at. */
  readonly isOnlyWord: boolean
  /** The terms this form may begin. */
  readonly continuations: Continuations | undefined
  /** Whether it may be the second word of a term: most pairs of words are ruled out by one of the two. */
  readonly isSecond: boolean
  /** The spelling without clitics. */
  readonly bare: string
  readonly lowerBare: string
  private word: WordReading | undefined
  /** How many of its letters are plain capitals. */
  readonly capitals: number
  readonly isCapitalised: boolean
  readonly isGivenName: boolean
  /** An acronym or name the lexicon has for this spelling, or for the capitalised part of it ("KPK-lah"). */
  readonly named: NamedEntry | undefined
  readonly lower: string
  private readonly words: WordReader
  private readonly lexicon: Lexicon
  private name: WordReading | undefined
  private numbers: Map<string, WordReading> | undefined

  // The fields that are looked at most come first, to lie together in memory.
  constructor(surface: string, words: WordReader, lexicon: Lexicon) {
    const lowered = surface.toLowerCase()
    // One copy of most spellings: comparing a string with itself is free.
    const lower = lowered === surface ? surface : lowered
    const named = namedFor(surface, lexicon)
    const bare = bareOf(surface, lower, words)
    const lowerBare = bare === surface ? lower : bare.toLowerCase()
    this.surface = surface
    this.isOnlyWord = lower === surface && named === undefined
    this.continuations = lexicon.continuations(bare)
    this.isSecond = lexicon.isSecond(lowerBare)
    this.bare = bare
    this.lowerBare = lowerBare
    this.word = undefined
    this.capitals = lower === surface ? 0 : capitalsOf(surface)
    this.isCapitalised = isCapitalised(surface)
    this.isGivenName = this.isCapitalised && givenNames.has(lower)
    this.named = named
    this.lower = lower
    this.words = words
    this.lexicon = lexicon
    this.name = undefined
    this.numbers = undefined
  }

  /** The reading as an ordinary word. */
  get asWord(): WordReading {
    return (this.word ??= wordReading(this.surface, this.words, this.lexicon))
  }

  /** The reading as a name or acronym. */
  get asName(): WordReading {
    return (this.name ??= settled(namedReading(this.surface, this.named)))
  }

  /** The reading as a number in a context, of which only what bears on it should be given. */
  asNumber(context: NumberContext): WordReading {
    const key = `${context.before} ${context.after.join(' ')}`
    this.numbers ??= new Map()
    const known = this.numbers.get(key)
    if (known) return known
    const readout = readNumber(this.surface, context)
    const gloss = readout ?? this.surface
    const fresh = settled({ ...noReading(this.surface), pos: ['num'], gloss, readout })
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
