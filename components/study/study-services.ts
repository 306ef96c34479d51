'use client'

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Exchange } from '@/lib/storage/exchange'
import type { VocabularyActions } from '@/lib/storage/vocabulary-actions'
import type { VocabularyState, VocabularyStore } from '@/lib/storage/vocabulary-store'
import type { Progress } from '@/lib/study/progress'
import { useServices } from '../services-context'

/** What studying needs, behind interfaces; `app/study-services.ts` chooses what stands there. */
export type StudyServices = {
  readonly vocabulary: VocabularyStore
  readonly actions: VocabularyActions
  readonly exchange: Exchange
  /** The present time, in milliseconds. */
  readonly clock: () => number
  /** Minutes that local time is ahead of UTC. */
  readonly offset: () => number
  /** All numbers of the progress page, counted beside the page. Rejects when the history cannot be read. */
  readonly progress: (at: { readonly now: number; readonly offset: number }) => Promise<Progress>
}

export const useStudy = (): StudyServices => useServices().study

/**
 * The learner's words as far as this page has read them, and settings; a component that uses it is drawn again with
 * each change.
 */
export const useVocabularyState = (): VocabularyState => useStore(useStudy().vocabulary)

/** The same, for who needs all words: they are read when this is first used, and `ready` says that they are there. */
export function useVocabulary(): VocabularyState {
  const { vocabulary } = useStudy()
  useEffect(() => void vocabulary.hydrate(), [vocabulary])
  return useStore(vocabulary)
}
