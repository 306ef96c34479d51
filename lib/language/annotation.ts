import type { Analysis } from './analyze'
import type { TokenKind } from './article'
import type { NamedEntry, PartOfSpeech, Register, Sense } from './lexicon'
import type { Span } from './span'

/** The other voice of a verb: for "ditulis" its active menulis, for "menulis" its passive ditulis. */
export type Partner = { readonly voice: 'active' | 'passive'; readonly form: string }

/** What is known of a written word wherever it stands. */
export type WordReading = {
  readonly lemma: string
  readonly root: string
  /** Labels in reading order: ["di-", "-kan"]. */
  readonly affixes: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  /** First gloss of the first sense; empty when the lexicon has none. */
  readonly gloss: string
  readonly senses: readonly Sense[]
  readonly register: Register
  /** 1 (commonest) to 5, 6 when unknown. */
  readonly band: number
  /** The likeliest readings, the first one first, at most four; empty for what is no word. */
  readonly analyses: readonly Analysis[]
  /** The voice of the form itself, when it is an active or passive verb, and its other voice. */
  readonly voice?: 'active' | 'passive'
  readonly partner?: Partner
  /** A loan that a reader of English can guess. */
  readonly guessable: boolean
  /** Acronym: the Indonesian words it stands for. */
  readonly expansion?: string
  /** Number: how it reads in English, with its scale word and currency. */
  readonly readout?: string
}

/** A token of a sentence with all that its card shows. Spans are positions in the sentence's text and tile it. */
export type AnnotatedToken = WordReading & {
  readonly span: Span
  readonly surface: string
  readonly kind: TokenKind
  /** Position in `terms` of the multi-word term or name this token is part of. */
  readonly term?: number
}

/** A multi-word term or name found in the sentence: tokens `from` to `to` (half-open), blanks included. */
export type FoundTerm = { readonly entry: NamedEntry; readonly from: number; readonly to: number }

export type AnnotatedSentence = {
  readonly tokens: readonly AnnotatedToken[]
  readonly terms: readonly FoundTerm[]
}
