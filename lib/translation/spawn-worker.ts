import { workerPort } from './ports'
import type { Event, Port, Request } from './protocol'

/** Starts the translating worker. Bundlers find the worker's file by this very text, so it stands here only. */
export const spawnWorker = (): Port<Request, Event> =>
  workerPort(new Worker(new URL('./translator.worker.ts', import.meta.url), { type: 'module' }))
