import type { SentenceWords } from '@/lib/content/word-service'
import type { Link } from '@/lib/language/align'
import type { AnnotatedToken, FoundTerm } from '@/lib/language/annotation'
import type { Span } from '@/lib/language/span'
import type { SavedWord } from '@/lib/study/card'
import { englishWords } from '../reader/english-text'

/** The sentence a card is opened in, with its English and their links as far as there are any. */
export type CardSentence = {
  readonly text: string
  readonly index: number
  readonly words: SentenceWords
  readonly english: string
  readonly links: readonly Link[]
}

/** The text the sentence is in. */
export type CardArticle = {
  readonly slug: string
  readonly source: string
  readonly texts: readonly string[]
}

/** What a card is about: one token, or the multi-word term it is part of. */
export type CardSubject =
  | { readonly kind: 'token'; readonly token: AnnotatedToken; readonly from: number; readonly to: number }
  | { readonly kind: 'term'; readonly term: FoundTerm; readonly from: number; readonly to: number }

/** The subject of a token's card: its term, unless the token itself is asked for. */
export function subjectAt(words: SentenceWords, index: number, isAlone: boolean): CardSubject | undefined {
  const token = words.tokens[index]
  if (!token) return undefined
  const term = isAlone || token.term === undefined ? undefined : words.terms[token.term]
  if (!term) return { kind: 'token', token, from: index, to: index + 1 }
  return { kind: 'term', term, from: term.from, to: term.to }
}

/** The words of the English sentence that stand for tokens `from` to `to`, in the order of the sentence. */
export function alignedSpans({ english, links }: CardSentence, from: number, to: number): readonly Span[] {
  const spans = englishWords(english)
  const words = new Set(
    links.filter(({ source }) => source >= from && source < to).map(({ target }) => target),
  )
  return [...words].sort((a, b) => a - b).flatMap((word) => spans[word] ?? [])
}

/** Neighbouring words joined: "foreign minister … of", as the sentence has them. */
export function phraseOf(english: string, spans: readonly Span[]): string {
  let phrase = ''
  let end = -1
  for (const span of spans) {
    const word = english.slice(span.start, span.end)
    if (end < 0) phrase = word
    else phrase += /^\s+$/.test(english.slice(end, span.start)) ? ` ${word}` : ` … ${word}`
    end = span.end
  }
  return phrase
}

const spanOf = ({ words }: CardSentence, subject: CardSubject): Span => {
  const [first, last] = [words.tokens[subject.from], words.tokens[subject.to - 1]]
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 }
}

const contextOf = (sentence: CardSentence, subject: CardSubject, article: CardArticle) => ({
  sentence: sentence.text,
  target: spanOf(sentence, subject),
  ...(sentence.english === '' ? {} : { english: sentence.english }),
  aligned: alignedSpans(sentence, subject.from, subject.to),
  article: article.slug,
  index: sentence.index,
  source: article.source,
})

/** The subject as a word to save, with the sentence it was met in. `gloss` is the one that fits here. */
export function savedWordOf(
  sentence: CardSentence,
  subject: CardSubject,
  article: CardArticle,
  gloss: string,
): SavedWord {
  const context = contextOf(sentence, subject, article)
  if (subject.kind === 'term') {
    const lemma = subject.term.entry.surface
    return {
      lemma,
      root: lemma,
      form: sentence.text.slice(context.target.start, context.target.end),
      gloss,
      context,
    }
  }
  const { lemma, root, surface, affixes } = subject.token
  return { lemma, root, form: surface, affixes, gloss, context }
}
