/** The port behind which every way of translating stands. No DOM, no library types. */
import type { SentenceKey } from '../language/sentence-key'

export type { SentenceKey }

declare const brand: unique symbol
type Brand<T, B extends string> = T & { readonly [brand]: B }

export type JobId = Brand<number, 'JobId'>

/** e.g. `sejajar`, `opus-mt`, `nllb-600m`, `m2m100-418m`, `chrome`, `reference`. */
export type ModelId = string

export type SourceSentence = { readonly key: SentenceKey; readonly text: string }

/**
 * Cross-attention of one translated sentence, from the model's aligned head. `weights` is row-major, target × source,
 * each row summing to one over `source`. Spans are UTF-16 positions of each piece in the source and the English text.
 */
export type Attention = {
  readonly source: readonly { readonly start: number; readonly end: number }[]
  readonly target: readonly { readonly start: number; readonly end: number }[]
  readonly weights: Float32Array
}

export type TranslatedSentence = {
  readonly key: SentenceKey
  readonly text: string
  /** False for a partial text while tokens are still coming. */
  readonly done: boolean
  readonly attention?: Attention
  /** Mean log-probability per token of the finished sentence, natural log, at most 0; only with own engines. */
  readonly score?: number
}

/** Bytes over all files of a model; `speed` in bytes per second. */
export type LoadProgress = {
  readonly phase: 'download' | 'compile' | 'ready'
  readonly file: string
  readonly loaded: number
  readonly total: number
  readonly speed: number
}

export type TranslateOptions = { readonly beams?: number; readonly attention?: boolean }

/** Turns Indonesian sentences into English. Every iterator finishes, throws, or is cancelled by its signal; none hangs. */
export interface Translator {
  readonly model: ModelId
  load(signal: AbortSignal): AsyncIterable<LoadProgress>
  translate(
    sentences: readonly SourceSentence[],
    signal: AbortSignal,
    options?: TranslateOptions,
  ): AsyncIterable<TranslatedSentence>
  dispose(): void
}
