import type { AnnotatedSentence, FoundTerm, WordReading } from './annotation'
import type { TokenKind } from './article'
import { Cutter, type Cut } from './cut'
import { createFormKeeper, type KnownForm } from './known-form'
import { settled } from './lazy-reading'
import type { Lexicon, Phrase } from './lexicon'
import { PlainTokens } from './plain-tokens'
import { noReading } from './read-word'
import { ReadToken } from './read-token'
import { bearing } from './readout'

export type Annotate = (text: string) => AnnotatedSentence

const blank = settled(noReading(''))

const isUnsureName = ({ forms, kinds, count }: Cut, at: number): boolean =>
  at >= 0 && at < count && (kinds[at] === 'name' || (kinds[at] === 'word' && forms[at]?.isGivenName === true))

/** A given name that is also a word ("Budi", "Mega") is a name when another name stands beside it. */
const isGivenName = (cut: Cut, at: number, form: KnownForm): boolean =>
  form.isGivenName && (isUnsureName(cut, at + 1) || isUnsureName(cut, at - 1))

const lowerAt = ({ forms, count }: Cut, at: number): string =>
  at >= 0 && at < count ? (forms[at]?.lower ?? '') : ''

const numberReading = (cut: Cut, at: number, form: KnownForm): WordReading =>
  form.asNumber(
    bearing({ before: lowerAt(cut, at - 1), after: [lowerAt(cut, at + 1), lowerAt(cut, at + 2)] }),
  )

/** What a word of letters is in its place. */
const kindInPlace = (cut: Cut, at: number, form: KnownForm): TokenKind => {
  const kind = cut.kinds[at] ?? 'word'
  if (form.isOnlyWord && kind === 'word') return kind
  const { named } = form
  if (named?.kind === 'acronym' || kind === 'acronym') return 'acronym'
  const isName = kind !== 'word' || isGivenName(cut, at, form) || (named !== undefined && form.isCapitalised)
  return isName ? 'name' : 'word'
}

/** The longest term beginning at a word, if more than one word can be it. */
type Match = { readonly entry: FoundTerm['entry']; readonly length: number }

/** True when only the last word of a match differs from what is written: "rumahnya sakit" is not rumah sakit. */
const isClean = ({ forms }: Cut, at: number, length: number): boolean => {
  for (let i = at; i < at + length - 1; i += 1) if (forms[i]?.bare !== forms[i]?.surface) return false
  return true
}

const isPhraseAt = ({ words, entry }: Phrase, { forms, count }: Cut, at: number): boolean => {
  if (at + words.length > count) return false
  for (let i = 1; i < words.length; i += 1) if (forms[at + i]!.lowerBare !== words[i]) return false
  const first = forms[at]!
  return entry.kind !== 'name' || first.lowerBare !== first.bare
}

/** The longest term beginning at a word. Its last word may have clitics on it ("angkatan bersenjatanya"). */
const termAt = (cut: Cut, at: number, lexicon: Lexicon): Match | undefined => {
  const phrases = cut.forms[at]!.continuations
  if (!phrases || at + 1 >= cut.count) return undefined
  const next = cut.forms[at + 1]!
  if (!next.isSecond) return undefined
  const phrase = phrases.get(next.lowerBare)?.find((candidate) => isPhraseAt(candidate, cut, at))
  if (!phrase) return undefined
  if (isClean(cut, at, phrase.words.length)) return { entry: phrase.entry, length: phrase.words.length }
  return lexicon.longestTerm(
    cut.forms.slice(at, cut.count).map(({ surface }) => surface),
    0,
  )
}

const noTerms: readonly FoundTerm[] = []

/** The multi-word terms of a sentence, the longest at each place, none inside another. */
const termsOf = (cut: Cut, lexicon: Lexicon): readonly FoundTerm[] => {
  let terms: FoundTerm[] | undefined
  for (let at = 0; at < cut.count; at += 1) {
    const match = termAt(cut, at, lexicon)
    if (!match) continue
    const last = at + match.length - 1
    terms ??= []
    terms.push({ entry: match.entry, from: cut.tokens[at] ?? 0, to: (cut.tokens[last] ?? 0) + 1 })
    at = last
  }
  return terms ?? noTerms
}
const isInName = (terms: readonly FoundTerm[], term: number | undefined): boolean =>
  term !== undefined && terms[term]?.entry.kind === 'name'

/** The token of one word, number or mark of a sentence. */
const wordToken = (
  cut: Cut,
  at: number,
  form: KnownForm,
  terms: readonly FoundTerm[],
  term: number | undefined,
): ReadToken => {
  const start = cut.starts[at]!
  if (cut.kinds[at] === 'number')
    return new ReadToken(start, form.surface, 'number', numberReading(cut, at, form), term)
  const kind = kindInPlace(cut, at, form)
  if (kind !== 'word') return new ReadToken(start, form.surface, kind, form.asName, term)
  return new ReadToken(start, form.surface, isInName(terms, term) ? 'name' : 'word', form.asWord, term)
}

/** The term from `next` on that a token is in; they are in order. */
const termOf = (terms: readonly FoundTerm[], next: number, token: number): number | undefined => {
  for (let at = next; at < terms.length; at += 1) {
    const { from, to } = terms[at]!
    if (token < from) return undefined
    if (token < to) return at
  }
  return undefined
}

const tokensOf = (
  text: string,
  cut: Cut,
  terms: readonly FoundTerm[],
  plain: PlainTokens,
): readonly ReadToken[] => {
  // Its length known beforehand, the array need not grow.
  const tokens = new Array<ReadToken>(cut.token)
  const { count, forms, kinds, starts, ends, tokens: places } = cut
  let end = 0
  let last = 0
  for (let at = 0; at < count; at += 1) {
    const form = forms[at]!
    const start = starts[at]!
    const place = places[at]!
    if (start > end) tokens[place - 1] = plain.space(text, end, start, termOf(terms, last, place - 1))
    end = ends[at]!
    const term = termOf(terms, last, place)
    if (term !== undefined) last = term
    tokens[place] =
      kinds[at] === 'punctuation' ? plain.mark(form, start, end, term) : wordToken(cut, at, form, terms, term)
  }
  if (text.length > end) tokens[cut.token - 1] = plain.space(text, end, text.length, undefined)
  return tokens
}

/** Sentences kept, for what asks about the same one several times in turn; whole articles are kept by who reads them. */
const mostKept = 60

/**
 * Makes the annotator of one lexicon: a sentence's text in, its tokens with lemma, root, affixes, senses, voice, numbers
 * read out, names and acronyms explained, and the multi-word terms found. Forms are looked up once and kept, and so are
 * whole sentences.
 */
export const createAnnotator = (lexicon: Lexicon): Annotate => {
  const cutter = new Cutter(createFormKeeper(lexicon))
  const plain = new PlainTokens(blank)
  const kept = new Map<string, AnnotatedSentence>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const cut = cutter.cut(text)
    const terms = termsOf(cut, lexicon)
    const fresh = { tokens: tokensOf(text, cut, terms, plain), terms }
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, fresh)
    return fresh
  }
}
