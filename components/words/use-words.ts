'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { SentenceWords } from '@/lib/content/word-service'
import { useWordServices } from './word-services'

const nothing = () => undefined

/** The words of a sentence, asked for when `isWanted`; undefined until the dictionary has told them. */
export function useWords(text: string, isWanted: boolean): SentenceWords | undefined {
  const { words } = useWordServices()
  const subscribe = useCallback((listener: () => void) => words.subscribe(text, listener), [words, text])
  useEffect(() => {
    if (isWanted) words.request(text)
  }, [words, text, isWanted])
  return useSyncExternalStore(subscribe, () => words.words(text), nothing)
}
