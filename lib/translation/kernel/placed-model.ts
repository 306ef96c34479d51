/** A Marian model's weights in the kernel's memory, from the names that training/quantize.py gives them. */
import type { Heap } from './heap'
import type { Kernel } from './kernel'
import type { Constant, Constants } from './onnx-weights'

/** One product with int8 weights; all but sizes and the input's range are addresses. */
export type Product = {
  readonly weights: number
  readonly width: number
  readonly columns: number
  readonly offset: number
  readonly scale: number
  readonly bias: number
  readonly inputScale: number
  readonly inputZero: number
}
export type Norm = { readonly weight: number; readonly bias: number }
export type Embedding = {
  readonly table: number
  readonly scales: number
  readonly places: number
  readonly width: number
}
export type FeedForward = { readonly up: Product; readonly down: Product; readonly norm: Norm }
/** Self attention has query, key and value in one product. */
export type SelfAttention = { readonly inputs: Product; readonly output: Product; readonly norm: Norm }
export type CrossAttention = {
  readonly query: Product
  readonly memory: Product
  readonly output: Product
  readonly norm: Norm
}
export type EncoderLayer = { readonly self: SelfAttention; readonly forward: FeedForward }
export type DecoderLayer = EncoderLayer & { readonly cross: CrossAttention }

export type PlacedModel = {
  readonly width: number
  readonly heads: number
  readonly vocabulary: number
  readonly encoder: readonly EncoderLayer[]
  readonly decoder: readonly DecoderLayer[]
  readonly embedding: Embedding
  readonly logits: Product
}

export type ModelSize = {
  readonly width: number
  readonly heads: number
  readonly positions: number
  readonly encoderLayers: number
  readonly decoderLayers: number
}

/** The head size that the kernel's attention is written for. */
const headSize = 32

/** Puts constants into memory. */
class Placer {
  readonly #constants: Constants
  readonly #heap: Heap
  readonly #form: Kernel['form']

  constructor(constants: Constants, { heap, form }: Kernel) {
    this.#constants = constants
    this.#heap = heap
    this.#form = form
  }

  find(name: string): Constant {
    const constant = this.#constants.get(name)
    if (constant === undefined) throw new Error(`The model has no ${name}`)
    return constant
  }

  floats(values: ArrayLike<number>): number {
    const pointer = this.#heap.reserve(4 * values.length)
    this.#heap.floats(pointer, values.length).set(values)
    return pointer
  }

  integers(values: ArrayLike<number>): number {
    const pointer = this.#heap.reserve(4 * values.length)
    this.#heap.integers.set(values, pointer / 4)
    return pointer
  }

  bytes(values: Int8Array): number {
    const pointer = this.#heap.reserve(values.length)
    this.#heap.bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), pointer)
    return pointer
  }

  norm(name: string): Norm {
    const part = (kind: string): number => this.floats(this.find(`${name}.${kind}`).data)
    return { weight: part('weight'), bias: part('bias') }
  }

  /** A product whose weights are stored input by input, [width][columns]. */
  linear(name: string): Product {
    const { data, dims } = this.find(`${name}.weight`)
    const [width = 0, columns = 0] = dims
    const turned = new Int8Array(data.length)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < columns; j++) turned[j * width + i] = data[i * columns + j]!
    return this.product(name, this.bytes(turned), turned, this.find(`${name}.scale`).data)
  }

  /** The product `name` with `weights`, [columns][width], that are in memory already. */
  product(name: string, pointer: number, weights: Int8Array, scales: Constant['data']): Product {
    const bias = this.find(`${name}.bias`).data
    const inputScale = this.find(`${name}.input_scale`).data[0]!
    const inputZero = this.find(`${name}.input_zero`).data[0]!
    const columns = bias.length
    const width = weights.length / columns
    if (width % 16 !== 0 || columns % 4 !== 0)
      throw new Error(`The kernel has no product of ${width} × ${columns}`)
    // What every sum has too much: the zero point, times all weights of the column.
    const excess = { unsigned: -inputZero, signed: 128 - inputZero, words: 0 }[this.#form]
    const offset = Int32Array.from({ length: columns }, (_, j) => {
      let sum = 0
      for (let i = j * width; i < (j + 1) * width; i++) sum += weights[i]!
      return excess * sum
    })
    return {
      weights: pointer,
      width,
      columns,
      offset: this.integers(offset),
      scale: this.floats(Float32Array.from(scales, (scale) => scale * inputScale)),
      bias: this.floats(bias),
      inputScale,
      inputZero,
    }
  }
}

/** Sines and cosines of every position, [positions][width], as training/graph.py makes them. */
function sinusoids(positions: number, width: number): Float32Array {
  const table = new Float32Array(positions * width)
  const half = width / 2
  for (let i = 0; i < half; i++) {
    const frequency = Math.fround(1 / 10_000 ** ((2 * i) / width))
    for (let position = 0; position < positions; position++) {
      const angle = Math.fround(position * frequency)
      table[position * width + i] = Math.sin(angle)
      table[position * width + half + i] = Math.cos(angle)
    }
  }
  return table
}

function placeForward(placer: Placer, name: string): FeedForward {
  const down = placer.linear(`${name}.fc2`)
  // With its lowest number at zero, quantising cuts off what a rectifier would.
  if (down.inputZero !== 0) throw new Error(`${name}.fc2 has inputs below zero`)
  return { up: placer.linear(`${name}.fc1`), down, norm: placer.norm(`${name}.final_layer_norm`) }
}

const placeSelf = (placer: Placer, name: string): SelfAttention => ({
  inputs: placer.linear(`${name}.self_attn.q_proj`),
  output: placer.linear(`${name}.self_attn.out_proj`),
  norm: placer.norm(`${name}.self_attn_layer_norm`),
})

const placeCross = (placer: Placer, name: string): CrossAttention => ({
  query: placer.linear(`${name}.encoder_attn.q_proj`),
  memory: placer.linear(`${name}.encoder_attn.k_proj`),
  output: placer.linear(`${name}.encoder_attn.out_proj`),
  norm: placer.norm(`${name}.encoder_attn_layer_norm`),
})

const layers = <T>(count: number, make: (layer: number) => T): T[] =>
  Array.from({ length: count }, (_, layer) => make(layer))

/** Places encoder and decoder; throws when they are not of the kind that the kernel computes. */
export function placeModel(
  files: { readonly encoder: Constants; readonly decoder: Constants },
  size: ModelSize,
  kernel: Kernel,
): PlacedModel {
  if (size.width / size.heads !== headSize)
    throw new Error(`The kernel knows heads of ${headSize} numbers only`)
  const encoder = new Placer(files.encoder, kernel)
  const decoder = new Placer(files.decoder, kernel)
  const table = decoder.find('embedding.weight').data as Int8Array
  const scales = decoder.find('embedding.scale').data
  const pointer = decoder.bytes(table)
  const times = Math.fround(Math.sqrt(size.width))
  return {
    width: size.width,
    heads: size.heads,
    vocabulary: scales.length,
    encoder: layers(size.encoderLayers, (layer) => {
      const name = `model.encoder.layers.${layer}`
      return { self: placeSelf(encoder, name), forward: placeForward(encoder, name) }
    }),
    decoder: layers(size.decoderLayers, (layer) => {
      const name = `model.decoder.layers.${layer}`
      return {
        self: placeSelf(decoder, name),
        cross: placeCross(decoder, name),
        forward: placeForward(decoder, name),
      }
    }),
    embedding: {
      table: pointer,
      scales: decoder.floats(Float32Array.from(scales, (scale) => scale * times)),
      places: decoder.floats(sinusoids(size.positions, size.width)),
      width: size.width,
    },
    logits: decoder.product('logits', pointer, table, scales),
  }
}
