/** The decoder on the kernel: every row has its own memory, of its own length, so nothing is padded and little is copied. */
import type { Decoder, Runtime, Step } from '../decoder'
import type { ModelShape } from '../model-shape'
import { encode, roomFor } from './layers'
import type { Layers, Memory } from './layers'
import type { DecoderLayer } from './placed-model'

const floatBytes = 4
/** Sources that the encoder takes at once; between the runs a cancel can be seen. */
const encodedAtOnce = 4
/** Positions that a row's memory has room for at first. */
const firstRoom = 32

/** Keys and values of one source, for every decoder layer. */
type Source = readonly Memory[]
/** Keys and values of what a row has written: layer by layer, with room for so many positions each. */
type Slot = { readonly pointer: number; readonly room: number }

class KernelDecoder implements Decoder {
  readonly sourceLength: number
  readonly #layers: Layers
  readonly #release: () => void
  #sources: readonly Source[]
  #slots: Slot[]
  #written = 0

  constructor(layers: Layers, sources: readonly Source[], release: () => void) {
    this.#layers = layers
    this.#sources = sources
    this.#release = release
    this.#slots = sources.map(() => this.#allocate(firstRoom))
    this.sourceLength = Math.max(...sources.map(([memory]) => memory!.count))
  }

  get rows(): number {
    return this.#slots.length
  }

  get #layerCount(): number {
    return this.#layers.model.decoder.length
  }

  async step(pieces: readonly (readonly number[])[]): Promise<Step> {
    let step = this.#feed(pieces.map((row) => row[0]!))
    for (let i = 1; i < pieces[0]!.length; i++) step = this.#feed(pieces.map((row) => row[i]!))
    return step
  }

  select(rows: readonly number[]): void {
    const taken = new Set<number>()
    const slots = rows.map((row) => {
      const slot = this.#slots[row]!
      if (taken.has(row)) return this.#copy(slot, slot.room)
      taken.add(row)
      return slot
    })
    this.#slots.forEach((slot, row) => {
      if (!taken.has(row)) this.#free(slot)
    })
    this.#sources = rows.map((row) => this.#sources[row]!)
    this.#slots = slots
  }

  dispose(): void {
    for (const slot of this.#slots) this.#free(slot)
    this.#slots = []
    this.#release()
  }

  #allocate(room: number): Slot {
    return { pointer: this.#layers.kernel.heap.allocate(this.#slotBytes(room)), room }
  }

  #slotBytes(room: number): number {
    return this.#layerCount * this.#layers.memoryBytes(room)
  }

  /** One layer's part of a slot. */
  #memory({ pointer, room }: Slot, layer: number, count: number): Memory {
    return { pointer: pointer + layer * this.#layers.memoryBytes(room), room, count }
  }

  #free(slot: Slot): void {
    this.#layers.kernel.heap.release(slot.pointer)
  }

  /** The same keys and values with more room, or for another row. */
  #copy(slot: Slot, room: number): Slot {
    const copy = this.#allocate(room)
    const { bytes } = this.#layers.kernel.heap
    const parts = 2 * this.#layers.model.heads * this.#layerCount
    const [from, to] = [this.#slotBytes(slot.room) / parts, this.#slotBytes(room) / parts]
    const known = (from / slot.room) * this.#written
    for (let part = 0; part < parts; part++) {
      const start = slot.pointer + part * from
      bytes.copyWithin(copy.pointer + part * to, start, start + known)
    }
    return copy
  }

  /** Room for one more position in every row. */
  #widen(): void {
    for (const [row, slot] of this.#slots.entries()) {
      if (this.#written < slot.room) continue
      this.#slots[row] = this.#copy(slot, 2 * slot.room)
      this.#free(slot)
    }
  }

  /** One position of every row through all layers. */
  #feed(ids: readonly number[]): Step {
    this.#widen()
    const layers = this.#layers
    const x = layers.embed(
      ids,
      ids.map(() => this.#written),
    )
    const attention = new Float32Array(this.rows * this.sourceLength)
    layers.model.decoder.forEach((layer, index) => {
      this.#attendSelf(layer, index, x)
      this.#attendSource(layer, index, x, attention)
      layers.forward(layer.forward, x, this.rows)
    })
    this.#written++
    return { logits: this.#multiplyLogits(x), attention }
  }

  #attendSelf({ self }: DecoderLayer, index: number, x: number): void {
    const { width } = this.#layers.model
    const inputs = this.#layers.buffer('inputs', 3 * width * this.rows)
    const mixed = this.#layers.buffer('mixed', this.rows * width)
    this.#layers.multiply(self.inputs, x, this.rows, inputs)
    this.#slots.forEach((slot, row) => {
      const query = inputs + row * 3 * width * floatBytes
      const memory = this.#memory(slot, index, this.#written + 1)
      this.#layers.remember(query + width * floatBytes, 0, 1, memory, this.#written)
      this.#layers.attend(query, 0, 1, memory, mixed + row * width * floatBytes)
    })
    this.#layers.addProduct(self.output, mixed, self.norm, x, this.rows)
  }

  /** The last layer's first head is the one that was trained to point at the source. */
  #attendSource({ cross }: DecoderLayer, index: number, x: number, attention: Float32Array): void {
    const { width } = this.#layers.model
    const queries = this.#layers.buffer('inputs', width * this.rows)
    const mixed = this.#layers.buffer('mixed', this.rows * width)
    this.#layers.multiply(cross.query, x, this.rows, queries)
    this.#sources.forEach((source, row) => {
      const at = row * width * floatBytes
      const memory = source[index]!
      const weights = this.#layers.attend(queries + at, 0, 1, memory, mixed + at)
      if (index === this.#layerCount - 1)
        attention.set(this.#layers.kernel.heap.floats(weights, memory.count), row * this.sourceLength)
    })
    this.#layers.addProduct(cross.output, mixed, cross.norm, x, this.rows)
  }

  #multiplyLogits(x: number): Float32Array {
    const { kernel, model } = this.#layers
    const count = this.rows * model.vocabulary
    const logits = this.#layers.buffer('logits', count)
    this.#layers.multiply(model.logits, x, this.rows, logits)
    return kernel.heap.floats(logits, count)
  }
}

type Block = { readonly sources: readonly Source[]; readonly free: () => void }

/** Encodes some sources and makes every decoder layer's keys and values of them, in one block. */
function readSources(layers: Layers, sources: readonly (readonly number[])[]): Block {
  const { kernel, model } = layers
  const rows = sources.reduce((sum, { length }) => sum + length, 0)
  const stride = 2 * model.width * floatBytes
  const rooms = sources.map(({ length }) => roomFor(length))
  const bytes = model.decoder.length * layers.memoryBytes(rooms.reduce((sum, room) => sum + room))
  const states = encode(layers, sources)
  const block = kernel.heap.allocate(bytes)
  let pointer = block
  const byLayer = model.decoder.map(({ cross }) => {
    const both = layers.buffer('inputs', 2 * model.width * rows)
    layers.multiply(cross.memory, states, rows, both)
    let row = 0
    return sources.map(({ length }, i): Memory => {
      const memory = { pointer, room: rooms[i]!, count: length }
      layers.remember(both + row * stride, stride, length, memory)
      row += length
      pointer += layers.memoryBytes(memory.room)
      return memory
    })
  })
  return {
    sources: sources.map((_, i) => byLayer.map((memories) => memories[i]!)),
    free: () => kernel.heap.release(block),
  }
}

/** A model placed in the kernel's memory, as the decode loops see it. */
export const kernelRuntime = (layers: Layers, shape: ModelShape): Runtime => ({
  shape,
  start: async (sources, onPart) => {
    const blocks: Block[] = []
    const release = (): void => blocks.forEach(({ free }) => free())
    try {
      for (let from = 0; from < sources.length; from += encodedAtOnce) {
        blocks.push(readSources(layers, sources.slice(from, from + encodedAtOnce)))
        await onPart()
      }
      const read = blocks.flatMap((block) => block.sources)
      return new KernelDecoder(layers, read, release)
    } catch (error) {
      release()
      throw error
    }
  },
})
