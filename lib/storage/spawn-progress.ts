import type { Progress } from '../study/progress'
import { askProgress, type ProgressRequest } from './progress-work'

/**
 * Counts the learner's progress by a worker of its own: a history of years takes seconds and tens of megabytes, which
 * the page gets back when it is done. Bundlers find the worker's file by this very text, so it stands here only.
 */
export const countInWorker = (request: ProgressRequest): Promise<Progress> =>
  askProgress(
    () => new Worker(new URL('./progress.worker.ts', import.meta.url), { type: 'module' }),
    (worker) => worker.terminate(),
    request,
  )
