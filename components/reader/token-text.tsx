import { memo } from 'react'
import { WordText } from '../words/word-text'

type Props = {
  readonly text: string
  /** False far from the view: one text node instead of a span per word keeps long articles light. */
  readonly isSplit: boolean
}

/**
 * The text of a sentence with a span per word, found by `data-token`: its index among the sentence's tokens. Spans are
 * positions in the sentence, so whoever listens above (cards, alignment) needs nothing but the index.
 */
export const TokenText = memo(function TokenText({ text, isSplit }: Props) {
  return isSplit ? <WordText text={text} /> : text
})
