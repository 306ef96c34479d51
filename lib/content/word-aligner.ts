import { alignByAttention, type Link, type PieceAttention } from '@/lib/language/align'
import type { AnnotatedSentence } from '@/lib/language/annotation'
import type { Span } from '@/lib/language/span'
import type { WordService } from './word-service'

/** What there is to align: a sentence, its words, its English with its words, and the model's attention if it gave one. */
export type AlignedPair = {
  readonly text: string
  readonly words: AnnotatedSentence
  readonly english: string
  readonly englishWords: readonly Span[]
  readonly attention?: PieceAttention | undefined
}

/** Which words stand for each other. Links count tokens of the sentence and words of the English. */
export interface WordAligner {
  align(pair: AlignedPair): Promise<readonly Link[]>
}

/** Aligns by the model's own attention where there is some, else by meaning, which the dictionary's worker works out. */
export const createWordAligner = (service: Pick<WordService, 'align'>): WordAligner => ({
  async align({ text, words, english, englishWords, attention }) {
    const spans = words.tokens.map(({ span }) => span)
    if (attention) return alignByAttention(attention, spans, englishWords)
    return service.align(
      text,
      englishWords.map(({ start, end }) => english.slice(start, end)),
    )
  },
})
