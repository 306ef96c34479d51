/** What crosses the wall between the page and the translating worker. Structured-clone safe; no DOM, no library types. */
import type { Attention, JobId, LoadProgress, ModelId, SentenceKey, SourceSentence } from './translator'

export const protocolVersion = 1

/**
 * Where the engine finds files: hub models lie under `hub` as `<org>/<name>/resolve/main/<file>`, the app's own under
 * `assets`, a path that is '' at the root of the origin.
 */
export type Origin = { readonly hub: string; readonly assets: string }

export type Request =
  | { readonly type: 'load'; readonly job: JobId; readonly model: ModelId; readonly origin: Origin }
  | {
      readonly type: 'translate'
      readonly job: JobId
      readonly model: ModelId
      readonly origin: Origin
      readonly sentences: readonly SourceSentence[]
      readonly beams: number
      readonly attention: boolean
    }
  | { readonly type: 'cancel'; readonly job: JobId }

/** The text of an unfinished sentence so far. */
export type Partial = { readonly key: SentenceKey; readonly text: string }

export type Finished = {
  readonly key: SentenceKey
  readonly text: string
  readonly attention?: Attention
  readonly score?: number
}

/** An error as it crosses the wall: `kind` and `file` are those of a ModelDownloadError. */
export type Failure = {
  readonly name: string
  readonly message: string
  readonly kind?: string
  readonly file?: string
}

export type Event =
  /** The worker has booted. */
  | { readonly type: 'hello'; readonly protocol: number }
  | { readonly type: 'progress'; readonly job: JobId; readonly progress: LoadProgress }
  /** One event for all rows of a batch: a message per row and token would flood the page. */
  | { readonly type: 'partial'; readonly job: JobId; readonly partials: readonly Partial[] }
  | { readonly type: 'translated'; readonly job: JobId; readonly sentence: Finished }
  | { readonly type: 'done'; readonly job: JobId }
  | { readonly type: 'cancelled'; readonly job: JobId }
  | { readonly type: 'failed'; readonly job: JobId; readonly error: Failure }

/** The part of a Worker or MessagePort that both sides use. */
export interface Port<Send, Receive> {
  post(message: Send, transfer?: readonly ArrayBuffer[]): void
  onMessage(listener: (message: Receive) => void): void
  /** The other side died or could not be started. */
  onFailure(listener: (reason: string) => void): void
  close(): void
}

/** Never called; makes the compiler check that a switch has met every case. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}`)
}
