'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { SentenceKey } from '@/lib/language/sentence-key'
import type { TranslationStore } from '@/lib/translation/translation-store'
import { useServices } from '../services-context'
import type { ReaderSentence } from './reader-sentence'

/** Pauses longer than this are waiting, not translating. */
const pause = 2000

type Written = { readonly text: string; readonly words: number }

/** Measures what a model writes on this page, from the first one who subscribes on. */
function createSpeedometer(
  translations: TranslationStore,
  model: string | undefined,
  sentences: readonly ReaderSentence[],
) {
  const written = new Map<SentenceKey, Written>()
  let words = 0
  let busy = 0
  let last: number | undefined
  let speed: number | undefined
  const count = (key: SentenceKey): boolean => {
    const translation = model === undefined ? undefined : translations.translation(model, key)
    const isWriting = translation?.status === 'writing'
    const before = written.get(key)
    if (!translation || translation.text === before?.text || !(isWriting || before)) return isWriting
    const now = { text: translation.text, words: translation.text.split(' ').length }
    written.set(key, now)
    words += now.words - (before?.words ?? 0)
    return isWriting
  }
  const measure = () => {
    const now = performance.now()
    let isWriting = false
    for (const { key } of sentences) if (count(key)) isWriting = true
    if (last !== undefined && now - last < pause) busy += now - last
    last = isWriting ? now : undefined
    if (busy > 300) speed = Math.round((words / busy) * 1000)
  }
  return {
    subscribe: (listener: () => void) =>
      translations.subscribe(() => {
        measure()
        listener()
      }),
    speed: () => speed,
  }
}

/**
 * English words a second that a model wrote on this page so far; undefined until it has written some, and while nobody
 * wants to know: every token would draw the whole reader anew.
 */
export function useSpeed(
  model: string | undefined,
  sentences: readonly ReaderSentence[],
  isWanted: boolean,
): number | undefined {
  const { translations } = useServices()
  const speedometer = useMemo(
    () => createSpeedometer(translations, model, sentences),
    [translations, model, sentences],
  )
  return useSyncExternalStore(
    speedometer.subscribe,
    () => (isWanted ? speedometer.speed() : undefined),
    () => undefined,
  )
}
