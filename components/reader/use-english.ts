'use client'

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { SentenceKey } from '@/lib/language/sentence-key'
import type { EngineState } from '@/lib/translation/engine-state'
import type { SentenceTranslation } from '@/lib/translation/model-work'
import type { ModelId } from '@/lib/translation/translator'
import { useServices } from '../services-context'
import type { ReaderSentence } from './reader-sentence'
import type { Sight } from './sight'

/** The English of one sentence by one model; renders again only when that sentence changes. */
export function useEnglish(model: ModelId, key: SentenceKey): SentenceTranslation | undefined {
  const { translations } = useServices()
  return useStore(translations, () => translations.translation(model, key))
}

export function useEngine(model: ModelId): EngineState {
  const { translations } = useServices()
  return useStore(translations, () => translations.engine(model))
}

/** How many of the sentences a model has finished. */
export function useDoneCount(model: ModelId, sentences: readonly ReaderSentence[]): number {
  const { translations } = useServices()
  return useStore(
    translations,
    () => sentences.filter(({ key }) => translations.translation(model, key)?.status === 'done').length,
  )
}

/** Asks for the article in these models and tells them, as the page is scrolled, what is in view. */
export function useRequests(
  models: readonly ModelId[] | undefined,
  sentences: readonly ReaderSentence[],
  sight: Sight,
) {
  const { translations, provideReference } = useServices()
  const wanted = models?.join(' ')
  useEffect(() => {
    provideReference(
      new Map(sentences.flatMap(({ key, reference }) => (reference ? [[key, reference]] : []))),
    )
  }, [sentences, provideReference])
  useEffect(() => {
    for (const model of wanted?.split(' ') ?? []) translations.request(model, sentences)
  }, [wanted, sentences, translations])
  useEffect(() => {
    let frame = 0
    const see = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() =>
        translations.see(sight.inView().flatMap((index) => sentences[index]?.key ?? [])),
      )
    }
    const stop = sight.onView(see)
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [sentences, sight, translations])
}
