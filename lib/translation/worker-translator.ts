/**
 * A Translator whose work is done on the far side of a port. The worker is started when it is first needed, put away
 * when it has been idle for a while, and started once more when it dies; every job settles whatever happens to it.
 */
import { ModelDownloadError, WorkerLostError } from './download-error'
import type { DownloadFailure } from './engine-state'
import { EventQueue } from './event-queue'
import { assertNever, protocolVersion } from './protocol'
import type { Event, Failure, Origin, Port, Request } from './protocol'
import type {
  JobId,
  LoadProgress,
  ModelId,
  SentenceKey,
  SourceSentence,
  TranslateOptions,
  TranslatedSentence,
  Translator,
} from './translator'

export type WorkerTranslatorOptions = {
  readonly model: ModelId
  readonly origin: Origin
  readonly spawn: () => Port<Request, Event>
  /** Milliseconds: until a new worker must have said hello; without a sign of life before it counts as dead; idle. */
  readonly handshake?: number
  readonly silence?: number
  readonly idle?: number
}

type Job = {
  readonly id: JobId
  /** The request as it would be sent now: without the sentences that are already done. */
  request: () => Request
  /** What it makes of an event that is about it. */
  accept: (event: Event) => void
  fail: (error: unknown) => void
  finish: () => void
  attempts: number
}

type Connection = { readonly port: Port<Request, Event>; greeted: boolean }

const downloadFailures: readonly string[] = ['offline', 'not-found', 'cut', 'corrupt', 'refused', 'full']

/** A failure that came over the wall, as the error that it was. */
function reviveError(failure: Failure): Error {
  if (failure.kind !== undefined && downloadFailures.includes(failure.kind)) {
    return new ModelDownloadError(failure.kind as DownloadFailure, failure.file ?? '', failure.message)
  }
  const error = new Error(failure.message)
  error.name = failure.name
  return error
}

class WorkerTranslator implements Translator {
  readonly model: ModelId
  readonly #options: WorkerTranslatorOptions
  readonly #jobs = new Map<JobId, Job>()
  #connection: Connection | undefined
  #lastJob = 0
  #disposed = false
  #watch: ReturnType<typeof setTimeout> | undefined

  constructor(options: WorkerTranslatorOptions) {
    this.model = options.model
    this.#options = options
  }

  load(signal: AbortSignal): AsyncIterable<LoadProgress> {
    const { model, origin } = this.#options
    let ready = false
    return this.#start<LoadProgress>(signal, (queue, job) => ({
      request: () => ({ type: 'load', job, model, origin }),
      accept: (event) => {
        if (event.type !== 'progress') return
        ready ||= event.progress.phase === 'ready'
        queue.push(event.progress)
      },
      // An engine that is there already reports nothing on the way.
      finish: () => {
        if (!ready) queue.push({ phase: 'ready', file: '', loaded: 0, total: 0, speed: 0 })
      },
    }))
  }

  translate(
    sentences: readonly SourceSentence[],
    signal: AbortSignal,
    { beams = 1, attention = false }: TranslateOptions = {},
  ): AsyncIterable<TranslatedSentence> {
    const { model, origin } = this.#options
    const done = new Set<SentenceKey>()
    return this.#start<TranslatedSentence>(signal, (queue, job) => ({
      request: () => {
        const open = sentences.filter(({ key }) => !done.has(key))
        return { type: 'translate', job, model, origin, sentences: open, beams, attention }
      },
      accept: (event) => {
        if (event.type === 'partial')
          for (const partial of event.partials) queue.push({ ...partial, done: false })
        if (event.type !== 'translated') return
        done.add(event.sentence.key)
        queue.push({ ...event.sentence, done: true })
      },
      finish: () => undefined,
    }))
  }

  dispose(): void {
    this.#disposed = true
    this.#disconnect()
    for (const job of [...this.#jobs.values()]) job.fail(new Error('The translator was put away'))
  }

  #start<T>(
    signal: AbortSignal,
    describe: (queue: EventQueue<T>, id: JobId) => Pick<Job, 'request' | 'accept' | 'finish'>,
  ): AsyncIterable<T> {
    const id = ++this.#lastJob as JobId
    const cancel = (): void => this.#cancel(id)
    const queue = new EventQueue<T>(cancel)
    const onAbort = (): void => {
      queue.fail(signal.reason)
      cancel()
    }
    const described = describe(queue, id)
    const leave = (): void => signal.removeEventListener('abort', onAbort)
    const job: Job = {
      ...described,
      id,
      attempts: 0,
      finish: () => {
        described.finish()
        this.#settle(id)
        leave()
        queue.end()
      },
      fail: (error) => {
        this.#settle(id)
        leave()
        queue.fail(error)
      },
    }
    if (signal.aborted) queue.fail(signal.reason)
    else if (this.#disposed) queue.fail(new Error('The translator was put away'))
    else {
      signal.addEventListener('abort', onAbort, { once: true })
      this.#jobs.set(id, job)
      this.#send(job)
    }
    return queue
  }

  #send(job: Job): void {
    job.attempts++
    try {
      const connection = this.#connect()
      if (connection.greeted) connection.port.post(job.request())
      this.#rearm()
    } catch (error) {
      // No worker can be made here at all, e.g. refused by a content policy.
      job.fail(new WorkerLostError(error instanceof Error ? error.message : String(error)))
    }
  }

  #connect(): Connection {
    if (this.#connection !== undefined) return this.#connection
    const connection: Connection = { port: this.#options.spawn(), greeted: false }
    this.#connection = connection
    connection.port.onMessage((event) => {
      if (this.#connection === connection) this.#receive(connection, event)
    })
    connection.port.onFailure((reason) => {
      if (this.#connection === connection) this.#lose(reason)
    })
    return connection
  }

  #receive(connection: Connection, event: Event): void {
    switch (event.type) {
      case 'hello':
        if (event.protocol !== protocolVersion) return this.#lose('the worker speaks another protocol')
        connection.greeted = true
        for (const job of this.#jobs.values()) connection.port.post(job.request())
        break
      case 'progress':
      case 'partial':
      case 'translated':
        this.#jobs.get(event.job)?.accept(event)
        break
      case 'done':
        this.#jobs.get(event.job)?.finish()
        break
      case 'failed':
        this.#jobs.get(event.job)?.fail(reviveError(event.error))
        break
      case 'cancelled':
        // The page has let go of the job when it asked for this.
        this.#settle(event.job)
        break
      default:
        assertNever(event)
    }
    this.#rearm()
  }

  /** The worker is gone. Jobs that have lost only one worker get another; the others fail. */
  #lose(reason: string): void {
    this.#disconnect()
    const jobs = [...this.#jobs.values()]
    for (const job of jobs) if (job.attempts > 1) job.fail(new WorkerLostError(reason))
    for (const job of jobs) if (this.#jobs.has(job.id)) this.#send(job)
  }

  #cancel(id: JobId): void {
    if (!this.#jobs.has(id)) return
    this.#settle(id)
    if (this.#connection?.greeted === true) this.#connection.port.post({ type: 'cancel', job: id })
  }

  #settle(id: JobId): void {
    this.#jobs.delete(id)
    this.#rearm()
  }

  #disconnect(): void {
    clearTimeout(this.#watch)
    this.#connection?.port.close()
    this.#connection = undefined
  }

  /** One timer: for the greeting, for a sign of life while there are jobs, for putting an idle worker away. */
  #rearm(): void {
    clearTimeout(this.#watch)
    const connection = this.#connection
    if (connection === undefined) return
    const { handshake = 30_000, silence = 90_000, idle = 300_000 } = this.#options
    if (this.#jobs.size === 0) this.#watch = setTimeout(() => this.#disconnect(), idle)
    else if (connection.greeted) this.#watch = setTimeout(() => this.#lose('no sign of life'), silence)
    else this.#watch = setTimeout(() => this.#lose('the worker did not start'), handshake)
    // In Node a timer would keep the process alive.
    if (typeof this.#watch === 'object') (this.#watch as { unref?: () => void }).unref?.()
  }
}

export const createWorkerTranslator = (options: WorkerTranslatorOptions): Translator =>
  new WorkerTranslator(options)
