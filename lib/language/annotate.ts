import type { AnnotatedSentence, AnnotatedToken, FoundTerm, WordReading } from './annotation'
import type { Token, TokenKind } from './article'
import { createFormKeeper, type FormKeeper, type KnownForm, type KnowForm } from './known-form'
import type { Lexicon } from './lexicon'
import { noReading } from './read-word'
import { readNumber } from './readout'
import { tokenize } from './tokenize'

export type Annotate = (text: string) => AnnotatedSentence

/** A token that is no blank, and what is known of its form. */
type Word = { readonly token: Token; readonly form: KnownForm; readonly at: number }

const blank = noReading('')

type Extras = { readonly term?: number; readonly expansion?: string; readonly readout?: string }

/** One literal with every field, so that all tokens have one shape: that halves the time of annotating. */
const annotated = (
  { span, surface }: Token,
  kind: TokenKind,
  reading: WordReading,
  extras: Extras,
): AnnotatedToken => ({
  span,
  surface,
  kind,
  lemma: reading.lemma,
  root: reading.root,
  affixes: reading.affixes,
  pos: reading.pos,
  gloss: reading.gloss,
  senses: reading.senses,
  register: reading.register,
  band: reading.band,
  analyses: reading.analyses,
  voice: reading.voice,
  partner: reading.partner,
  guessable: reading.guessable,
  expansion: extras.expansion,
  readout: extras.readout,
  term: extras.term,
})

const isUnsureName = (word: Word | undefined): boolean =>
  word !== undefined && (word.token.kind === 'name' || (word.token.kind === 'word' && word.form.isGivenName))

/** A given name that is also a word ("Budi", "Mega") is a name when another name stands beside it. */
const isGivenName = (words: readonly Word[], at: number): boolean =>
  words[at]?.form.isGivenName === true && (isUnsureName(words[at + 1]) || isUnsureName(words[at - 1]))

const annotateNumber = (words: readonly Word[], at: number, token: Token, term?: number): AnnotatedToken => {
  const lower = (place: number): string => words[place]?.token.surface.toLowerCase() ?? ''
  const context = { before: lower(at - 1), after: [lower(at + 1), lower(at + 2)] }
  const readout = readNumber(token.surface, context)
  const reading: WordReading = { ...noReading(token.surface), pos: ['num'], gloss: readout ?? token.surface }
  return annotated(token, 'number', reading, { term, readout })
}

const annotateWord = (
  words: readonly Word[],
  at: number,
  { token, form }: Word,
  extras: Extras,
): AnnotatedToken => {
  const { named } = form
  if (named?.kind === 'acronym')
    return annotated(token, 'acronym', form.asName, { ...extras, expansion: named.note })
  const isName =
    token.kind !== 'word' || isGivenName(words, at) || (named !== undefined && form.isCapitalised)
  if (!isName) return annotated(token, 'word', form.asWord, extras)
  return annotated(token, token.kind === 'acronym' ? 'acronym' : 'name', form.asName, extras)
}

const none: Extras = {}

const annotateAt = (words: readonly Word[], at: number, word: Word, extras: Extras): AnnotatedToken => {
  switch (word.token.kind) {
    case 'punctuation':
      return annotated(word.token, 'punctuation', blank, extras)
    case 'number':
      return annotateNumber(words, at, word.token, extras.term)
    default:
      return annotateWord(words, at, word, extras)
  }
}

/** True when only the last word of a match differs from what is written: "rumahnya sakit" is not rumah sakit. */
const isClean = (words: readonly Word[], at: number, length: number): boolean => {
  for (let i = at; i < at + length - 1; i += 1)
    if (words[i]?.form.bare !== words[i]?.form.surface) return false
  return true
}

/** The longest term beginning at a word; its last word may have clitics on it ("angkatan bersenjatanya"). */
const termAt = (words: readonly Word[], bare: readonly string[], at: number, lexicon: Lexicon) => {
  const match = lexicon.longestTerm(bare, at)
  if (!match || isClean(words, at, match.length)) return match
  return lexicon.longestTerm(
    words.map(({ form }) => form.surface),
    at,
  )
}

type PlacedTerms = { readonly terms: readonly FoundTerm[]; readonly termOf: readonly (Extras | undefined)[] }

/** The multi-word terms of a sentence, the longest at each place, none inside another, and which word is in which. */
const termsOf = (words: readonly Word[], lexicon: Lexicon): PlacedTerms => {
  const bare = words.map(({ form }) => form.bare)
  const terms: FoundTerm[] = []
  const termOf: Extras[] = []
  for (let at = 0; at < words.length; at += 1) {
    const match = termAt(words, bare, at, lexicon)
    const [first, last] = [words[at], words[at + (match?.length ?? 1) - 1]]
    if (!match || !first || !last) continue
    for (let place = first.at; place <= last.at; place += 1) termOf[place] = { term: terms.length }
    terms.push({ entry: match.entry, from: first.at, to: last.at + 1 })
    at += match.length - 1
  }
  return { terms, termOf }
}

const isInName = (terms: readonly FoundTerm[], { term }: Extras): boolean =>
  term !== undefined && terms[term]?.entry.kind === 'name'

const wordsOf = (tokens: readonly Token[], know: KnowForm): readonly Word[] => {
  const words: Word[] = []
  tokens.forEach((token, at) => {
    if (token.kind !== 'space') words.push({ token, form: know(token.surface), at })
  })
  return words
}

const annotateText = (text: string, lexicon: Lexicon, keeper: FormKeeper): AnnotatedSentence => {
  const written = tokenize(text, keeper.words.isWord)
  const words = wordsOf(written, keeper.know)
  const { terms, termOf } = termsOf(words, lexicon)
  let next = 0
  const tokens = written.map((token, at) => {
    const extras = termOf[at] ?? none
    const word = token.kind === 'space' ? undefined : words[next]
    if (!word) return annotated(token, 'space', blank, extras)
    const read = annotateAt(words, next, word, extras)
    next += 1
    return read.kind === 'word' && isInName(terms, extras) ? { ...read, kind: 'name' as const } : read
  })
  return { tokens, terms }
}

/** Sentences kept: a long article's worth, since a text being read is asked about again and again. */
const mostKept = 600

/**
 * Makes the annotator of one lexicon: a sentence's text in, its tokens with lemma, root, affixes, senses, voice, numbers
 * read out, names and acronyms explained, and the multi-word terms found. Forms are looked up once and kept, and so are
 * whole sentences.
 */
export const createAnnotator = (lexicon: Lexicon): Annotate => {
  const keeper = createFormKeeper(lexicon)
  const kept = new Map<string, AnnotatedSentence>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const fresh = annotateText(text, lexicon, keeper)
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, fresh)
    return fresh
  }
}
