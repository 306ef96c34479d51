import type { Span } from './span'

/**
 * What a written token is. `name` is a proper name, `term` never occurs here: multi-word terms are found over tokens
 * by `annotate`.
 */
export type TokenKind = 'word' | 'name' | 'number' | 'acronym' | 'punctuation' | 'space'

/** A written word or mark. Spans are positions in the sentence's text; the tokens of a sentence tile it exactly. */
export type Token = { readonly span: Span; readonly surface: string; readonly kind: TokenKind }

/** One sentence. `span` is its place in the article's text (without the blanks around it); `text` is that slice. */
export type Sentence = { readonly span: Span; readonly text: string }

export type Paragraph = { readonly span: Span; readonly sentences: readonly Sentence[] }

export type Level = 'A2' | 'B1' | 'B2' | 'C1'

/** A text to read, with where it comes from. `reference` holds one English sentence per Indonesian sentence, flat, in order. */
export type Article = {
  readonly slug: string
  readonly title: string
  readonly titleEn?: string
  readonly source: string
  readonly author?: string
  /** ISO date, e.g. 2025-07-12. */
  readonly date: string
  readonly licence: string
  readonly level?: Level
  readonly subject?: string
  /** Written for learners in the form of news: people and figures are invented, and the reader is told so. */
  readonly fiction?: boolean
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly reference?: readonly string[]
}
