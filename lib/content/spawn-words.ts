import { createWordClient } from './word-protocol'
import type { WordService } from './word-service'

/** The dictionary in a worker of its own. Bundlers find the worker's file by this very text, so it stands here only. */
export const spawnWords = (): WordService =>
  createWordClient(() => new Worker(new URL('./words.worker.ts', import.meta.url), { type: 'module' }))
