/** The worker's side of the wall: requests in, events out. */
import { assertNever, protocolVersion } from './protocol'
import type { Event, Failure, Origin, Port, Request } from './protocol'
import type { TranslateJob } from './translate-sentences'
import type { JobId, LoadProgress, ModelId, SourceSentence } from './translator'

/** A loaded model. */
export interface Engine {
  translate(sentences: readonly SourceSentence[], job: TranslateJob): Promise<void>
  dispose(): Promise<void>
}

export type EngineFactory = (
  model: ModelId,
  origin: Origin,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<Engine>

type EnginePort = Port<Event, Request>
type TranslateRequest = Extract<Request, { type: 'translate' }>

/** An error in a form that crosses the wall. */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { kind, file } = error as Error & { kind?: unknown; file?: unknown }
  return {
    name: error.name,
    message: error.message,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof file === 'string' ? { file } : {}),
  }
}

/**
 * Engines by model, as promises: two jobs that ask for one while it loads share the load. A failed load is forgotten,
 * so that the next job tries again. The load is given up when every job that waits for it has been cancelled.
 */
class Engines {
  readonly #create: EngineFactory
  readonly #loading = new Map<
    string,
    { engine: Promise<Engine>; waiting: Set<JobId>; abort: AbortController }
  >()
  readonly #listeners = new Map<JobId, (progress: LoadProgress) => void>()

  constructor(create: EngineFactory) {
    this.#create = create
  }

  async get(
    job: JobId,
    model: ModelId,
    origin: Origin,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ) {
    // Heard before the engine is made: it may report at once.
    this.#listeners.set(job, onProgress)
    const entry = this.#entry(model, origin, job)
    entry.waiting.add(job)
    const leave = (): void => {
      entry.waiting.delete(job)
      if (entry.waiting.size === 0) entry.abort.abort(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([entry.engine, rejectOnAbort(signal)])
    } finally {
      signal.removeEventListener('abort', leave)
      this.#listeners.delete(job)
    }
  }

  #entry(model: ModelId, origin: Origin, job: JobId) {
    const name = `${model} ${origin.hub}`
    const known = this.#loading.get(name)
    if (known !== undefined && !known.abort.signal.aborted) return known
    const abort = new AbortController()
    const waiting = new Set<JobId>([job])
    const report = (progress: LoadProgress): void =>
      waiting.forEach((job) => this.#listeners.get(job)?.(progress))
    const engine = this.#create(model, origin, report, abort.signal)
    const entry = { engine, waiting, abort }
    this.#loading.set(name, entry)
    engine.catch(() => {
      if (this.#loading.get(name) === entry) this.#loading.delete(name)
    })
    return entry
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error)
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

async function translate(port: EnginePort, engine: Engine, request: TranslateRequest, signal: AbortSignal) {
  const { job, sentences, beams, attention } = request
  await engine.translate(sentences, {
    beams,
    attention,
    signal,
    onPartial: (partials) => port.post({ type: 'partial', job, partials }),
    onFinished: (sentence) => {
      const buffer = sentence.attention?.weights.buffer
      port.post({ type: 'translated', job, sentence }, buffer instanceof ArrayBuffer ? [buffer] : [])
    },
  })
}

/** Answers requests on a port until it closes. Every job ends with exactly one of done, cancelled or failed. */
export function serveEngine(port: EnginePort, create: EngineFactory): void {
  const engines = new Engines(create)
  const jobs = new Map<JobId, AbortController>()
  // A session runs one batch at a time; jobs that want it wait their turn.
  let turn: Promise<unknown> = Promise.resolve()

  const run = async (request: Extract<Request, { type: 'load' | 'translate' }>): Promise<void> => {
    const { job, model, origin } = request
    const abort = new AbortController()
    jobs.set(job, abort)
    const progress = (report: LoadProgress): void => port.post({ type: 'progress', job, progress: report })
    try {
      const engine = await engines.get(job, model, origin, progress, abort.signal)
      if (request.type === 'translate') {
        const work = turn.then(() => translate(port, engine, request, abort.signal))
        turn = work.catch(() => undefined)
        await work
      }
      port.post({ type: 'done', job })
    } catch (error) {
      if (abort.signal.aborted) port.post({ type: 'cancelled', job })
      else port.post({ type: 'failed', job, error: describeFailure(error) })
    } finally {
      jobs.delete(job)
    }
  }

  port.onMessage((request) => {
    switch (request.type) {
      case 'load':
      case 'translate':
        void run(request)
        return
      case 'cancel':
        jobs.get(request.job)?.abort()
        return
      default:
        assertNever(request)
    }
  })
  port.post({ type: 'hello', protocol: protocolVersion })
}
