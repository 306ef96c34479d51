'use client'

import type { WordAligner } from '@/lib/content/word-aligner'
import type { WordStore } from '@/lib/content/word-store'
import type { DictionaryStorage, ImportedDictionary } from '@/lib/storage/dictionary-storage'
import type { GlossStore } from '@/lib/storage/gloss-storage'
import type { LensStore } from '@/lib/storage/lens-store'
import type { ImportProgress } from '@/lib/storage/yomitan-import'
import { useServices } from '../services-context'

/** What reading word by word needs, behind interfaces; `app/word-services.ts` chooses what stands there. */
export type WordServices = {
  readonly words: WordStore
  readonly glosses: GlossStore
  readonly lenses: LensStore
  readonly aligner: WordAligner
  readonly dictionaries: DictionaryStorage
  /** Takes a dictionary file in; rejects with a DictionaryError. */
  readonly importDictionary: (
    file: File,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<ImportedDictionary>
}

export const useWordServices = (): WordServices => useServices().words
