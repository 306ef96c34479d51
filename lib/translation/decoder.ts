/** What the decode loops ask of a model: one piece at a time for a batch of rows, whatever computes it. */
import type { ModelShape } from './model-shape'

/**
 * The last position of one step. `logits` is rows × vocabulary, good until anything else is computed; `attention` rows ×
 * source length, where the model has it.
 */
export type Step = { readonly logits: Float32Array; readonly attention?: Float32Array }

/**
 * The decoder of an encoder-decoder model with its memory of a batch. Rows can be dropped, repeated and reordered between
 * steps: finished sentences leave the batch, beams take each other's place.
 */
export interface Decoder {
  readonly rows: number
  /** Pieces of the longest source of the batch. */
  readonly sourceLength: number
  /** Feeds the next pieces of every row (more than one only in the first step) and returns what follows them. */
  step(pieces: readonly (readonly number[])[]): Promise<Step>
  /** Keeps the given rows, in the given order; a row may be given more than once. */
  select(rows: readonly number[]): void
  dispose(): void
}

export interface Runtime {
  readonly shape: ModelShape
  /** Encodes a batch of sources and stands before the first step. `onPart` is called after every few rows. */
  start(sources: readonly (readonly number[])[], onPart: () => Promise<void>): Promise<Decoder>
}
