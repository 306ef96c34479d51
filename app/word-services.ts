import type { WordServices } from '@/components/words/word-services'
import { spawnWords } from '@/lib/content/spawn-words'
import { createWordAligner } from '@/lib/content/word-aligner'
import { createWordStore } from '@/lib/content/word-store'
import { createDictionaryStorage } from '@/lib/storage/dictionary-storage'
import { createGlossStore } from '@/lib/storage/gloss-storage'
import { createLensStore } from '@/lib/storage/lens-store'
import { importInWorker } from '@/lib/storage/spawn-import'
import type { ReadingStorage } from '@/lib/storage/storage'

/** What reading word by word stands on. The dictionary's worker starts with the first word asked about. */
export function createWordServices(storage: ReadingStorage): WordServices {
  const service = spawnWords()
  return {
    words: createWordStore(service),
    aligner: createWordAligner(service),
    glosses: createGlossStore(() => Date.now()),
    lenses: createLensStore(storage),
    dictionaries: createDictionaryStorage(),
    importDictionary: importInWorker,
  }
}
