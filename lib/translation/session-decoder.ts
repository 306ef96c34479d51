/**
 * A model in two sessions of a runtime for ONNX: its memory (keys and values) goes in and out with every step.
 * Knows sessions and tensors by shape only, so that it runs on any such runtime.
 */
import type { Decoder, Runtime, Step } from './decoder'
import type { ModelShape } from './model-shape'

export type TensorData = Float32Array | BigInt64Array | Uint8Array
export type Tensor = { readonly data: unknown; readonly dims: readonly number[]; dispose?(): void }
export type Feeds = Record<string, Tensor>
export type Session = {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Feeds, fetches: readonly string[]): Promise<Feeds>
}

export type Sessions = {
  readonly encoder: Session
  readonly decoder: Session
  readonly shape: ModelShape
  tensor(type: 'float32' | 'int64' | 'bool', data: TensorData, dims: readonly number[]): Tensor
}

const floats = (tensor: Tensor | undefined): Float32Array => {
  if (tensor?.data instanceof Float32Array) return tensor.data
  throw new Error('The model gave no float32 output')
}

/** Rows of a tensor chosen (and repeated) along its first dimension. */
function selectRows(runtime: Sessions, tensor: Tensor, rows: readonly number[]): Tensor {
  const data = floats(tensor)
  const size = data.length / (tensor.dims[0] || 1)
  const chosen = new Float32Array(size * rows.length)
  rows.forEach((row, i) => chosen.set(data.subarray(row * size, (row + 1) * size), i * size))
  return runtime.tensor('float32', chosen, [rows.length, ...tensor.dims.slice(1)])
}

/** Sources side by side, padded at the right to the longest. */
function padded(runtime: Sessions, sources: readonly (readonly number[])[]): Feeds {
  const length = Math.max(...sources.map((ids) => ids.length))
  const ids = new BigInt64Array(sources.length * length).fill(BigInt(runtime.shape.padding))
  const mask = new BigInt64Array(sources.length * length)
  sources.forEach((source, row) =>
    source.forEach((id, i) => {
      ids[row * length + i] = BigInt(id)
      mask[row * length + i] = 1n
    }),
  )
  const dims = [sources.length, length]
  return {
    input_ids: runtime.tensor('int64', ids, dims),
    attention_mask: runtime.tensor('int64', mask, dims),
  }
}

/** Rows that the encoder takes at once. Few, so that a batch sorted by length is padded little. */
const encodedAtOnce = 4

/**
 * The encoder's states of all sources, rows × longest × width. The encoder works through few rows at a time: padding
 * costs it as much as text does, and between the runs a cancel can be seen.
 */
async function encode(
  runtime: Sessions,
  sources: readonly (readonly number[])[],
  onPart: () => Promise<void>,
): Promise<Tensor> {
  const length = Math.max(...sources.map((ids) => ids.length))
  let states = new Float32Array(0)
  let width = 0
  for (let from = 0; from < sources.length; from += encodedAtOnce) {
    const part = sources.slice(from, from + encodedAtOnce)
    const output = (await runtime.encoder.run(padded(runtime, part), ['last_hidden_state']))[
      'last_hidden_state'
    ]
    const data = floats(output)
    const [rows = 0, partLength = 0, size = 0] = output?.dims ?? []
    width = size
    if (from === 0) states = new Float32Array(sources.length * length * width)
    for (let row = 0; row < rows; row++) {
      const state = data.subarray(row * partLength * width, (row + 1) * partLength * width)
      states.set(state, (from + row) * length * width)
    }
    await onPart()
  }
  return runtime.tensor('float32', states, [sources.length, length, width])
}

class SessionDecoder implements Decoder {
  readonly sourceLength: number
  readonly #runtime: Sessions
  readonly #pastNames: readonly string[]
  readonly #attentionName: string | undefined
  #rows: number
  #started = false
  #past: Feeds
  #fixed: Feeds

  constructor(runtime: Sessions, hidden: Tensor, mask: Tensor) {
    const { decoder, shape } = runtime
    this.#runtime = runtime
    this.#rows = mask.dims[0] ?? 0
    this.sourceLength = mask.dims[1] ?? 0
    this.#pastNames = decoder.inputNames.filter((name) => name.startsWith('past_key_values.'))
    this.#attentionName = decoder.outputNames.filter((name) => name.startsWith('cross_attentions.')).at(-1)
    this.#fixed = { encoder_hidden_states: hidden, encoder_attention_mask: mask }
    const nothing = runtime.tensor('float32', new Float32Array(0), [
      this.#rows,
      shape.heads,
      0,
      shape.headSize,
    ])
    this.#past = Object.fromEntries(this.#pastNames.map((name) => [name, nothing]))
  }

  get rows(): number {
    return this.#rows
  }

  async step(pieces: readonly (readonly number[])[]): Promise<Step> {
    const { decoder, tensor } = this.#runtime
    const length = pieces[0]?.length ?? 0
    const ids = BigInt64Array.from(pieces.flat(), BigInt)
    const feeds: Feeds = {
      ...this.#past,
      ...this.#fixed,
      input_ids: tensor('int64', ids, [this.#rows, length]),
    }
    feeds['use_cache_branch'] = tensor('bool', Uint8Array.of(this.#started ? 1 : 0), [1])
    for (const name of Object.keys(feeds)) if (!decoder.inputNames.includes(name)) delete feeds[name]
    const output = await decoder.run(feeds, this.#fetches())
    this.#remember(output)
    return this.#last(output, length)
  }

  select(rows: readonly number[]): void {
    const same = rows.length === this.#rows && rows.every((row, i) => row === i)
    if (same) return
    for (const name of this.#pastNames) {
      const tensor = this.#past[name]
      if (tensor !== undefined) this.#past[name] = selectRows(this.#runtime, tensor, rows)
    }
    this.#fixed = this.#selectFixed(rows)
    this.#rows = rows.length
  }

  /** The runtime frees its tensors with their last mention. */
  dispose(): void {
    this.#past = {}
    this.#fixed = {}
  }

  /** The encoder's keys and values are made in the first step and stay; later steps leave them out of the outputs. */
  #fetches(): readonly string[] {
    const memory = this.#pastNames.filter((name) => !this.#started || !name.includes('.encoder.'))
    const present = memory.map((name) => name.replace('past_key_values.', 'present.'))
    return ['logits', ...present, ...(this.#attentionName === undefined ? [] : [this.#attentionName])]
  }

  #remember(output: Feeds): void {
    for (const name of this.#pastNames) {
      const present = output[name.replace('past_key_values.', 'present.')]
      if (present !== undefined) this.#past[name] = present
    }
    this.#started = true
  }

  #last(output: Feeds, length: number): Step {
    const all = floats(output['logits'])
    const size = all.length / (this.#rows * length)
    const logits = length === 1 ? all : this.#lastPositions(all, length, size)
    if (this.#attentionName === undefined) return { logits }
    const attention = output[this.#attentionName]
    return attention === undefined ? { logits } : { logits, attention: this.#meanHeads(attention) }
  }

  #lastPositions(all: Float32Array, length: number, size: number): Float32Array {
    const last = new Float32Array(this.#rows * size)
    for (let row = 0; row < this.#rows; row++) {
      const from = (row * length + length - 1) * size
      last.set(all.subarray(from, from + size), row * size)
    }
    return last
  }

  /** Rows × heads × target × source to the last target position, the mean over heads (ours gives one). */
  #meanHeads(tensor: Tensor): Float32Array {
    const data = floats(tensor)
    const [rows = 0, heads = 1, target = 1, source = 0] = tensor.dims
    if (heads === 1 && target === 1) return data
    const mean = new Float32Array(rows * source)
    for (let row = 0; row < rows; row++) {
      for (let head = 0; head < heads; head++) {
        const from = ((row * heads + head) * target + target - 1) * source
        for (let i = 0; i < source; i++) mean[row * source + i]! += data[from + i]! / heads
      }
    }
    return mean
  }

  #selectFixed(rows: readonly number[]): Feeds {
    const { encoder_hidden_states: hidden, encoder_attention_mask: mask } = this.#fixed
    if (hidden === undefined || mask === undefined) return this.#fixed
    const [, length = 0] = mask.dims
    const old = mask.data as BigInt64Array
    const chosen = new BigInt64Array(rows.length * length)
    rows.forEach((row, i) => chosen.set(old.subarray(row * length, (row + 1) * length), i * length))
    return {
      encoder_hidden_states: selectRows(this.#runtime, hidden, rows),
      encoder_attention_mask: this.#runtime.tensor('int64', chosen, [rows.length, length]),
    }
  }
}

export const sessionRuntime = (sessions: Sessions): Runtime => ({
  shape: sessions.shape,
  start: async (sources, onPart) => {
    const hidden = await encode(sessions, sources, onPart)
    return new SessionDecoder(sessions, hidden, padded(sessions, sources)['attention_mask']!)
  },
})
