import type { WordReading } from './annotation'
import type { Lexicon, NamedEntry } from './lexicon'
import { givenNames } from './person-names'
import { createWordReader, noReading, type WordReader } from './read-word'

/** What is known of a form as it is written, capitals and all, before its place in a sentence is looked at. */
export type KnownForm = {
  /** The one copy of the spelling: look-ups by it cost less than by a fresh slice of text. */
  readonly surface: string
  readonly isCapitalised: boolean
  readonly isGivenName: boolean
  /** An acronym or name the lexicon has for this spelling, or for the capitalised part of it ("KPK-lah"). */
  readonly named?: NamedEntry
  /** The reading as an ordinary word. */
  readonly asWord: WordReading
  /** The reading as a name or acronym. */
  readonly asName: WordReading
  /** The spelling without clitics. */
  readonly bare: string
}

export type KnowForm = (surface: string) => KnownForm

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
})

/** "anti-Rusia" takes its meaning from the name in it when the lexicon has none for the whole. */
const wordReading = (surface: string, words: WordReader, lexicon: Lexicon): WordReading => {
  const reading = words.read(surface.toLowerCase())
  const part = isCapitalised(surface) || reading.gloss !== '' ? undefined : capitalPart(surface)
  const senses = part === undefined ? undefined : lexicon.named(part)?.senses
  return senses && part ? { ...reading, root: part, senses, gloss: senses[0]?.glosses[0] ?? '' } : reading
}

const bareOf = (surface: string, words: WordReader): string => {
  const lower = surface.toLowerCase()
  const bare = words.withoutClitics(lower)
  return bare === lower ? surface : bare
}

const knowForm = (surface: string, words: WordReader, lexicon: Lexicon): KnownForm => {
  const named = namedFor(surface, lexicon)
  return {
    surface,
    isCapitalised: isCapitalised(surface),
    isGivenName: isCapitalised(surface) && givenNames.has(surface.toLowerCase()),
    named,
    asWord: wordReading(surface, words, lexicon),
    asName: namedReading(surface, named),
    bare: bareOf(surface, words),
  }
}

export type FormKeeper = { readonly know: KnowForm; readonly words: WordReader }

/** Looks forms up in one lexicon and keeps what it found, so that a form costs its analysis only once. */
export const createFormKeeper = (lexicon: Lexicon): FormKeeper => {
  const words = createWordReader(lexicon)
  const kept = new Map<string, KnownForm>()
  const know: KnowForm = (surface) => {
    const known = kept.get(surface)
    if (known) return known
    const fresh = knowForm(surface, words, lexicon)
    kept.set(surface, fresh)
    return fresh
  }
  return { know, words }
}
