import type { AnnotatedSentence, FoundTerm, WordReading } from './annotation'
import type { TokenKind } from './article'
import { Cutter, type Cut } from './cut'
import { createFormKeeper, type KnownForm } from './known-form'
import type { Lexicon } from './lexicon'
import { PlainTokens } from './plain-tokens'
import { noReading } from './read-word'
import { ReadToken } from './read-token'
import { bearing } from './readout'

export type Annotate = (text: string) => AnnotatedSentence

const blank = noReading('')

const isUnsureName = ({ forms, kinds, count }: Cut, at: number): boolean =>
  at >= 0 && at < count && (kinds[at] === 'name' || (kinds[at] === 'word' && forms[at]?.isGivenName === true))

/** A given name that is also a word ("Budi", "Mega") is a name when another name stands beside it. */
const isGivenName = (cut: Cut, at: number, form: KnownForm): boolean =>
  form.isGivenName && (isUnsureName(cut, at + 1) || isUnsureName(cut, at - 1))

const lowerAt = ({ forms, count }: Cut, at: number): string =>
  at >= 0 && at < count ? (forms[at]?.lower ?? '') : ''

const numberReading = (cut: Cut, at: number, form: KnownForm): WordReading =>
  form.asNumber(bearing({ before: lowerAt(cut, at - 1), after: [lowerAt(cut, at + 1), lowerAt(cut, at + 2)] }))

/** What a word of letters is in its place. */
const kindInPlace = (cut: Cut, at: number, form: KnownForm): TokenKind => {
  const kind = cut.kinds[at] ?? 'word'
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

/** Its last word may have clitics on it ("angkatan bersenjatanya"). */
const longestTerm = (cut: Cut, at: number, lexicon: Lexicon): Match | undefined => {
  const forms = cut.forms.slice(at, cut.count)
  const match = lexicon.longestTerm(
    forms.map(({ bare }) => bare),
    0,
  )
  if (!match || isClean(cut, at, match.length)) return match
  return lexicon.longestTerm(
    forms.map(({ surface }) => surface),
    0,
  )
}

/** Most words begin no term with the word after them, which is cheap to see. */
const termAt = (cut: Cut, at: number, lexicon: Lexicon): Match | undefined => {
  const seconds = cut.forms[at]?.continuations
  if (!seconds || at + 1 >= cut.count) return undefined
  const next = cut.forms[at + 1]
  if (!next || !(seconds.has(next.bare) || (next.lowerBare !== next.bare && seconds.has(next.lowerBare)))) return undefined
  return longestTerm(cut, at, lexicon)
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
  const span = { start: cut.starts[at] ?? 0, end: cut.ends[at] ?? 0 }
  if (cut.kinds[at] === 'number')
    return new ReadToken(span, form.surface, 'number', numberReading(cut, at, form), term)
  const kind = kindInPlace(cut, at, form)
  if (kind !== 'word') return new ReadToken(span, form.surface, kind, form.asName, term)
  return new ReadToken(span, form.surface, isInName(terms, term) ? 'name' : 'word', form.asWord, term)
}

const tokensOf = (
  text: string,
  cut: Cut,
  terms: readonly FoundTerm[],
  plain: PlainTokens,
): readonly ReadToken[] => {
  const tokens: ReadToken[] = []
  const { count, forms, kinds, starts, ends } = cut
  let [term, end] = [0, 0]
  const termHere = (): number | undefined => {
    while ((terms[term]?.to ?? Infinity) <= tokens.length) term += 1
    return (terms[term]?.from ?? Infinity) <= tokens.length ? term : undefined
  }
  const isPlain = terms.length === 0
  for (let at = 0; at < count; at += 1) {
    const [form, start] = [forms[at]!, starts[at]!]
    if (start > end) tokens.push(plain.space(text, end, start, isPlain ? undefined : termHere()))
    end = ends[at]!
    const own = isPlain ? undefined : termHere()
    tokens.push(
      kinds[at] === 'punctuation' ? plain.mark(form, start, end, own) : wordToken(cut, at, form, terms, own),
    )
  }
  if (text.length > end) tokens.push(plain.space(text, end, text.length, isPlain ? undefined : termHere()))
  return tokens
}

/** Sentences kept: a long article's worth, since a text being read is asked about again and again. */
const mostKept = 600

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
