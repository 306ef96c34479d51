import type { Article, Sentence } from '@/lib/language/article'
import { sentenceKey, type SentenceKey } from '@/lib/language/sentence-key'

/** A sentence as the reader counts it: its place in the whole article, its key, and the reference if there is one. */
export type ReaderSentence = {
  readonly index: number
  readonly key: SentenceKey
  readonly text: string
  readonly reference?: string
}

/** A paragraph, or a part of a very long one: `isContinued` parts follow the one before without space. */
export type ReaderBlock = { readonly sentences: readonly ReaderSentence[]; readonly isContinued: boolean }

/** Enough for any real paragraph; a text without breaks is rendered and skipped in parts of this many sentences. */
const blockSize = 40

/** The article's sentences by paragraph, counted through. */
export function toReaderBlocks(article: Article): readonly ReaderBlock[] {
  let index = 0
  const number = (sentence: Sentence): ReaderSentence => {
    const reference = article.reference?.[index]
    return {
      index: index++,
      key: sentenceKey(sentence.text),
      text: sentence.text,
      ...(reference === undefined ? {} : { reference }),
    }
  }
  return article.paragraphs.flatMap((paragraph) => {
    const sentences = paragraph.sentences.map(number)
    const starts = Array.from(
      { length: Math.ceil(sentences.length / blockSize) },
      (_, part) => part * blockSize,
    )
    return starts.map((start) => ({
      sentences: sentences.slice(start, start + blockSize),
      isContinued: start > 0,
    }))
  })
}
