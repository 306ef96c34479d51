import { importThrough } from './dictionary-import'
import type { ImportedDictionary } from './dictionary-storage'
import type { ImportProgress } from './yomitan-import'

/**
 * Takes a dictionary file in by a worker of its own, so that unpacking megabytes holds nobody up. Bundlers find the
 * worker's file by this very text, so it stands here only.
 */
export const importInWorker = (
  file: File,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportedDictionary> =>
  importThrough(
    () => new Worker(new URL('./dictionary.worker.ts', import.meta.url), { type: 'module' }),
    (worker) => worker.terminate(),
    { file, id: crypto.randomUUID(), now: Date.now() },
    onProgress,
  )
