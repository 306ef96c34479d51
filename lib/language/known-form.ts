import { isAbbreviation } from './abbreviations'
import type { WordReading } from './annotation'
import { settled } from './lazy-reading'
import type { Continuations, Lexicon, NamedEntry } from './lexicon'
import { givenNames } from './person-names'
import { plainReading } from './read-token'
import { createWordReader, noReading, type WordReader } from './read-word'
import { readNumber, type NumberContext } from './readout'
import { capitalsOf, isCapitalised } from './tokenize'
import type { KnownWord } from './word-table'

const isSmall = (code: number): boolean => code >= 97 && code <= 122

/** Hyphenated words with a capital inside ("anti-Rusia", "se-Indonesia", "KPK-lah") are looked up by their capital part. */
const capitalPart = (surface: string): string | undefined => surface.split(/[-‑]/u).find(isCapitalised)

const isHyphenated = (surface: string): boolean => surface.includes('-') || surface.includes('‑')

const unlessTerm = (entry: NamedEntry | undefined): NamedEntry | undefined =>
  entry?.kind === 'term' ? undefined : entry

/** The name or acronym in the part of a hyphenated word that is written with a capital. */
const namedInPart = (surface: string, isLower: boolean, lexicon: Lexicon): NamedEntry | undefined => {
  if (isLower || !isHyphenated(surface) || !isCapitalised(surface)) return undefined
  const part = capitalPart(surface)
  return part === undefined || part === surface ? undefined : unlessTerm(lexicon.named(part))
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
const withPart = (surface: string, reading: WordReading, lexicon: Lexicon): WordReading => {
  if (reading.gloss !== '' || isCapitalised(surface) || !isHyphenated(surface)) return reading
  const part = capitalPart(surface)
  const senses = part === undefined ? undefined : lexicon.named(part)?.senses
  return senses && part
    ? settled({ ...plainReading(reading), root: part, senses, gloss: senses[0]?.glosses[0] ?? '' })
    : reading
}

/** The terms that begin with a form as it is written or, when it begins with a capital, as it would be without. */
const continuationsOf = (
  surface: string,
  own: KnownWord | undefined,
  lower: KnownWord | undefined,
): Continuations | undefined =>
  own?.continuations ?? (isSmall(surface.charCodeAt(0)) ? undefined : lower?.continuations)

const numberReading = (surface: string, context: NumberContext): WordReading => {
  const readout = readNumber(surface, context)
  return settled({ ...noReading(surface), pos: ['num'], gloss: readout ?? surface, readout })
}

const isAllLower = (surface: string, word: KnownWord | undefined): boolean =>
  word === undefined ? surface === surface.toLowerCase() : word.isLower

const namedAs = (surface: string, own: KnownWord | undefined, isLower: boolean, lexicon: Lexicon) =>
  own?.named ? unlessTerm(own.named) : namedInPart(surface, isLower, lexicon)

const isSecond = (
  lowerBare: string,
  isBare: boolean,
  word: KnownWord | undefined,
  lexicon: Lexicon,
): boolean => (isBare ? word !== undefined && word.isSecond : lexicon.isSecond(lowerBare))

const isInitial = (surface: string): boolean => surface.length === 1 && surface >= 'A' && surface <= 'Z'

const isSettled = (surface: string, lower: KnownWord | undefined): boolean => {
  if (lower) return !lower.isAbbreviation
  return surface !== 'Rp' && !isInitial(surface) && !isAbbreviation(surface)
}

/** What forms are looked up in. */
type Known = { readonly words: WordReader; readonly lexicon: Lexicon }

/**
 * What is known of a form as it is written, capitals and all, before its place in a sentence is looked at. What only
 * some places need is worked out when one does.
 */
export class KnownForm {
  declare readonly surface: string
  /** Neither a name nor an acronym anywhere, as most words: what stands beside it need not be looked at. */
  declare readonly isOnlyWord: boolean
  /** Whether it may be the second word of a term: most pairs of words are ruled out by one of the two. */
  declare readonly isSecond: boolean
  declare readonly isGivenName: boolean
  /** Stands by itself whatever follows; "Rp", initials and abbreviations look at what comes after them. */
  declare readonly isSettled: boolean
  /** The terms this form may begin. */
  declare readonly continuations: Continuations | undefined
  /** The spelling without clitics. */
  declare readonly bare: string
  declare readonly lowerBare: string
  declare private reading: WordReading | undefined
  /** How many of its letters are plain capitals. */
  declare readonly capitals: number
  /** An acronym or name the lexicon has for this spelling, or for the capitalised part of it ("KPK-lah"). */
  declare readonly named: NamedEntry | undefined
  declare readonly lower: string
  declare private readonly word: KnownWord | undefined
  declare private readonly known: Known
  declare private name: WordReading | undefined
  declare private numbers: Map<string, WordReading> | undefined

  // The fields that are looked at most come first, to lie together in memory; declared only, they are set just once.
  /** `own` is what the lexicon has for the form as it is written, `word` what it has for it in lower case. */
  constructor(surface: string, own: KnownWord | undefined, word: KnownWord | undefined, known: Known) {
    const isLower = own === word && isAllLower(surface, word)
    // One copy of most spellings: comparing a string with itself is free.
    const lower = isLower ? surface : (word?.spelling ?? surface.toLowerCase())
    const named = namedAs(surface, own, isLower, known.lexicon)
    const lowerBare = word?.entry ? lower : known.words.withoutClitics(lower)
    const isBare = lowerBare === lower
    this.surface = surface
    this.isOnlyWord = isLower && named === undefined
    this.isSecond = isSecond(lowerBare, isBare, word, known.lexicon)
    this.isGivenName = !isLower && isCapitalised(surface) && givenNames.has(lower)
    this.isSettled = isSettled(surface, isLower ? word : undefined)
    this.continuations = isBare ? continuationsOf(surface, own, word) : known.lexicon.continuations(lowerBare)
    this.bare = isBare ? surface : lowerBare
    this.lowerBare = lowerBare
    this.reading = undefined
    this.capitals = isLower ? 0 : capitalsOf(surface)
    this.named = named
    this.lower = lower
    this.word = word
    this.known = known
    this.name = undefined
    this.numbers = undefined
  }

  get isCapitalised(): boolean {
    return isCapitalised(this.surface)
  }

  /** Whether the lexicon has it as headword, in lower case. */
  get isHeadword(): boolean {
    return this.word?.entry !== undefined
  }

  /** The reading as an ordinary word. */
  get asWord(): WordReading {
    return (this.reading ??= this.read())
  }

  private read(): WordReading {
    const { words, lexicon } = this.known
    const reading = words.read(this.lower, this.word)
    return reading.gloss === '' ? withPart(this.surface, reading, lexicon) : reading
  }

  /** The reading as a name or acronym. */
  get asName(): WordReading {
    return (this.name ??= settled(namedReading(this.surface, this.named)))
  }

  /** The reading as a number in a context, of which only what bears on it should be given. */
  asNumber(context: NumberContext): WordReading {
    const [next, year] = context.after
    if (context.before === '' && next === '' && year === '')
      return (this.reading ??= numberReading(this.surface, context))
    const key = `${context.before} ${context.after.join(' ')}`
    this.numbers ??= new Map()
    const known = this.numbers.get(key)
    if (known) return known
    const fresh = numberReading(this.surface, context)
    this.numbers.set(key, fresh)
    return fresh
  }
}

/** Makes what is known of forms, of which it looks up most in the lexicon and nothing twice. */
export type FormKeeper = {
  /** Any form; kept, so that it costs its analysis only once. */
  readonly know: (surface: string) => KnownForm
  /** The form that stands in a text from `start` to `end`, its letters given as a hash; not kept. */
  readonly meet: (text: string, start: number, end: number, hash: number) => KnownForm
  readonly words: WordReader
}

/** Forms beyond these are forgotten, all at once. */
const mostKept = 1 << 16

/** Looks forms up in one lexicon. */
export const createFormKeeper = (lexicon: Lexicon): FormKeeper => {
  const known: Known = { words: createWordReader(lexicon), lexicon }
  const kept = new Map<string, KnownForm>()
  const make = (surface: string, own = lexicon.words.of(surface)): KnownForm =>
    new KnownForm(surface, own, own?.isLower ? own : lexicon.words.of(surface.toLowerCase()), known)
  const know = (surface: string): KnownForm => {
    const before = kept.get(surface)
    if (before) return before
    if (kept.size >= mostKept) kept.clear()
    const fresh = make(surface)
    kept.set(surface, fresh)
    return fresh
  }
  const meet = (text: string, start: number, end: number, hash: number): KnownForm => {
    const own = lexicon.words.find(text, start, end, hash)
    return own?.isLower ? new KnownForm(own.spelling, own, own, known) : make(text.slice(start, end), own)
  }
  return { know, meet, words: known.words }
}
