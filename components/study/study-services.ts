'use client'

import { useStore } from 'zustand'
import type { Exchange } from '@/lib/storage/exchange'
import type { VocabularyActions } from '@/lib/storage/vocabulary-actions'
import type { VocabularyState, VocabularyStore } from '@/lib/storage/vocabulary-store'
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
  /** Roots of the dictionary, the commonest first; empty while it is not there. */
  readonly commonRoots: () => Promise<readonly string[]>
}

export const useStudy = (): StudyServices => useServices().study

/** The learner's words and settings; a component that uses it is drawn again with each change. */
export const useVocabulary = (): VocabularyState => useStore(useStudy().vocabulary)
