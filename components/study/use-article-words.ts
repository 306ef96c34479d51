'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AnnotatedSentence } from '@/lib/language/annotation'
import type { Article } from '@/lib/language/article'
import { sentenceKey } from '@/lib/language/sentence-key'
import type { SavedWord } from '@/lib/study/card'
import type { RunningWord } from '@/lib/study/coverage'
import { describeWords } from '@/lib/study/describe-words'
import { runningWords } from '@/lib/study/running-words'
import { useServices } from '../services-context'
import { useWordServices } from '../words/word-services'

export type ArticleWords = {
  readonly words: readonly RunningWord[]
  readonly describe: (lemma: string) => SavedWord
}

/** Counting a whole book would hold up the words of the page in sight. */
const longest = 1500

/** All running words of an article; null until the dictionary has read it, or when it is too long to be counted. */
export function useArticleWords(article: Article): ArticleWords | null {
  const { words: store } = useWordServices()
  const [annotated, setAnnotated] = useState<readonly AnnotatedSentence[] | null>(null)
  const texts = useMemo(
    () => article.paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    [article],
  )
  useEffect(() => {
    if (texts.length > longest) return
    let current = true
    const collect = () => {
      const found = texts.map((text) => store.words(text))
      if (current && found.every((words) => words !== undefined)) setAnnotated(found as AnnotatedSentence[])
    }
    const stops = texts.map((text) => store.subscribe(text, collect))
    for (const text of texts) store.request(text)
    queueMicrotask(collect)
    return () => {
      current = false
      for (const stop of stops) stop()
    }
  }, [store, texts])
  const englishOf = useEnglishOf(article)
  return useMemo(() => {
    if (!annotated) return null
    const sentences = texts.flatMap((text, index) => {
      const one = annotated[index]
      return one ? [{ text, annotated: one, english: () => englishOf(index, text) }] : []
    })
    const describe = describeWords(sentences, { slug: article.slug, title: article.title })
    return { words: runningWords(annotated), describe }
  }, [annotated, texts, article, englishOf])
}

/**
 * The English of a sentence: a person's where there is one, or else what a model has written by now, the chosen model
 * first.
 */
function useEnglishOf(article: Article): (index: number, text: string) => string | undefined {
  const { preferences, shelf, translations } = useServices()
  return useCallback(
    (index, text) => {
      const reference = article.reference?.[index]
      if (reference) return reference
      const key = sentenceKey(text)
      for (const model of [preferences.getState().model, ...shelf.all.map(({ id }) => id)]) {
        const found = translations.translation(model, key)
        if (found?.status === 'done' && found.text !== '') return found.text
      }
      return undefined
    },
    [article, preferences, shelf, translations],
  )
}
