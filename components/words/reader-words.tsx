'use client'

import { memo, useCallback, useMemo, type RefObject } from 'react'
import type { Article } from '@/lib/language/article'
import { useReader } from '../reader/reader-context'
import type { ReaderSentence } from '../reader/reader-sentence'
import { useServices } from '../services-context'
import type { SentenceSource } from './sentence-source'
import { WordLayer } from './word-layer'

type Props = {
  readonly root: RefObject<HTMLElement | null>
  readonly article: Article
  readonly sentences: readonly ReaderSentence[]
  /** The models of the English columns, as the rows show them. */
  readonly first: string | undefined
  readonly second: string | undefined
}

/** Cards and partners over the reader's text; not drawn again for each sentence that is translated meanwhile. */
export const ReaderWords = memo(function ReaderWords({ root, article, sentences, first, second }: Props) {
  const { reader, sight } = useReader()
  const { translations } = useServices()
  const source = useMemo<SentenceSource>(() => {
    const columns = [first, second]
    return {
      slug: article.slug,
      source: `${article.title} · ${article.source}`,
      texts: sentences.map(({ text }) => text),
      text: (sentence) => sentences[sentence]?.text,
      english: (sentence, column) => {
        const [model, key] = [columns[column], sentences[sentence]?.key]
        const english =
          model !== undefined && key !== undefined ? translations.translation(model, key) : undefined
        return english?.status === 'done' ? english : undefined
      },
    }
  }, [article, sentences, first, second, translations])
  const activeRow = useCallback(() => {
    const index = reader.getState().active ?? sight.inView()[0]
    return document.querySelector<HTMLElement>(`[data-sentence="${index}"]`)
  }, [reader, sight])
  return <WordLayer root={root} source={source} activeRow={activeRow} />
})
