/** The steps of encoder and decoder layers over rows of float32 numbers in the kernel's memory. */
import { forms } from './kernel'
import type { Kernel } from './kernel'
import type { Embedding, FeedForward, Norm, PlacedModel, Product } from './placed-model'

const floatBytes = 4

/** Keys and values of `count` positions, with room for some more (the kernel reads four at a time). */
export type Memory = { readonly pointer: number; readonly room: number; readonly count: number }

/** Positions rounded up to what the kernel reads at a time. */
export const roomFor = (positions: number): number => Math.ceil(positions / 4) * 4

/** Buffers between two steps, as large as the largest run so far; nothing in them outlives a run. */
class Scratch {
  readonly #kernel: Kernel
  readonly #blocks = new Map<string, { pointer: number; bytes: number }>()

  constructor(kernel: Kernel) {
    this.#kernel = kernel
  }

  get(name: string, bytes: number): number {
    const block = this.#blocks.get(name)
    if (block !== undefined && block.bytes >= bytes) return block.pointer
    const { heap } = this.#kernel
    // Forgotten before it is given back: the memory may be at its end, and the name must not keep what others may have.
    this.#blocks.delete(name)
    if (block !== undefined) heap.release(block.pointer)
    const pointer = heap.allocate(bytes)
    this.#blocks.set(name, { pointer, bytes })
    return pointer
  }
}

export class Layers {
  readonly model: PlacedModel
  readonly kernel: Kernel
  readonly #scratch: Scratch

  constructor(kernel: Kernel, model: PlacedModel) {
    this.kernel = kernel
    this.model = model
    this.#scratch = new Scratch(kernel)
  }

  /** A buffer of that many float32 numbers, good until the next one of that name is asked for. */
  buffer(name: string, floats: number): number {
    return this.#scratch.get(name, floatBytes * floats)
  }

  embed(ids: readonly number[], positions: readonly number[]): number {
    const { arithmetic, heap } = this.kernel
    const { table, scales, places, width }: Embedding = this.model.embedding
    const count = ids.length
    const out = this.buffer('x', count * width)
    const given = this.buffer('ids', 2 * count)
    heap.integers.set(ids, given / 4)
    heap.integers.set(positions, given / 4 + count)
    arithmetic.embed(given, given + floatBytes * count, count, width, table, scales, places, out)
    return out
  }

  /** rows × columns of the product, written to `out`. */
  multiply(product: Product, x: number, rows: number, out: number): void {
    const { arithmetic, form } = this.kernel
    const { width, columns, weights, offset, scale, bias, inputScale, inputZero } = product
    const activations = this.#scratch.get('activations', 2 * rows * width)
    arithmetic.quantise(x, rows * width, inputScale, inputZero, forms[form], activations)
    arithmetic.product(activations, rows, width, weights, columns, offset, scale, bias, out)
  }

  /** x = norm(x + product of y). */
  addProduct(product: Product, y: number, norm: Norm, x: number, rows: number): void {
    const { width } = this.model
    const out = this.buffer('added', rows * width)
    this.multiply(product, y, rows, out)
    this.kernel.arithmetic.addNorm(x, out, rows, width, norm.weight, norm.bias)
  }

  forward({ up, down, norm }: FeedForward, x: number, rows: number): void {
    const inner = this.buffer('inner', rows * up.columns)
    this.multiply(up, x, rows, inner)
    this.addProduct(down, inner, norm, x, rows)
  }

  /** Bytes that keys and values of so many positions take. */
  memoryBytes(room: number): number {
    return 2 * this.model.width * floatBytes * room
  }

  /** Puts keys and values, beside each other in rows `stride` bytes apart, into a memory from position `at` on. */
  remember(rows: number, stride: number, count: number, { pointer, room }: Memory, at = 0): void {
    const { heads, width } = this.model
    const out = pointer + (at * floatBytes * width) / heads
    this.kernel.arithmetic.remember(rows, stride, count, heads, room, out)
  }

  /** Attention of queries, rows `stride` bytes apart; returns where the weights of the last one's first head are. */
  attend(queries: number, stride: number, rows: number, memory: Memory, out: number): number {
    const { pointer, room, count } = memory
    const scores = this.buffer('scores', roomFor(count))
    const { heads } = this.model
    this.kernel.arithmetic.attend(queries, stride, rows, heads, pointer, room, count, scores, out)
    return scores
  }
}

/** The encoder's states of some sources, one after the other without padding; good until the next run. */
export function encode(layers: Layers, sources: readonly (readonly number[])[]): number {
  const { width, encoder } = layers.model
  const rows = sources.reduce((sum, source) => sum + source.length, 0)
  const x = layers.embed(
    sources.flat(),
    sources.flatMap((source) => [...source.keys()]),
  )
  const stride = 3 * width * floatBytes
  const room = roomFor(Math.max(...sources.map(({ length }) => length)))
  for (const { self, forward } of encoder) {
    const inputs = layers.buffer('inputs', 3 * width * rows)
    const mixed = layers.buffer('mixed', rows * width)
    const known = layers.buffer('known', 2 * width * room)
    layers.multiply(self.inputs, x, rows, inputs)
    let row = 0
    for (const { length } of sources) {
      const queries = inputs + row * stride
      const memory = { pointer: known, room, count: length }
      layers.remember(queries + width * floatBytes, stride, length, memory)
      layers.attend(queries, stride, length, memory, mixed + row * width * floatBytes)
      row += length
    }
    layers.addProduct(self.output, mixed, self.norm, x, rows)
    layers.forward(forward, x, rows)
  }
  return x
}
