/** The memory that the kernel computes in: blocks handed out and taken back, and views of the whole. */

const page = 65_536
/** Where vectors may begin. */
const alignment = 16
const smallestBlock = 1024

const blockSize = (bytes: number): number => Math.max(smallestBlock, 2 ** Math.ceil(Math.log2(bytes)))

export class Heap {
  readonly memory = new WebAssembly.Memory({ initial: 1 })
  /** The compiler keeps what lies below for itself. */
  #top = 4096
  readonly #free = new Map<number, number[]>()
  /** Sizes of the blocks that are out. */
  readonly #out = new Map<number, number>()
  #bytes = new Uint8Array(this.memory.buffer)
  #floats = new Float32Array(this.memory.buffer)
  #integers = new Int32Array(this.memory.buffer)

  /** Room for good. */
  reserve(bytes: number): number {
    const pointer = this.#top
    const top = pointer + Math.ceil(bytes / alignment) * alignment
    const missing = top - this.memory.buffer.byteLength
    if (missing > 0) this.#grow(missing)
    this.#top = top
    return pointer
  }

  /** Room for a while; `release` takes it back. */
  allocate(bytes: number): number {
    const size = blockSize(bytes)
    const pointer = this.#free.get(size)?.pop() ?? this.reserve(size)
    this.#out.set(pointer, size)
    return pointer
  }

  /** Takes a block back; throws when it is not out, since two who share one would spoil each other's numbers. */
  release(pointer: number): void {
    const size = this.#out.get(pointer)
    if (size === undefined) throw new Error('A block was given back that was not out')
    this.#out.delete(pointer)
    const blocks = this.#free.get(size)
    if (blocks === undefined) this.#free.set(size, [pointer])
    else blocks.push(pointer)
  }

  /** How many blocks are out. */
  get blocks(): number {
    return this.#out.size
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }

  get integers(): Int32Array {
    return this.#integers
  }

  /** Float32 numbers from an address on; good until the heap grows. */
  floats(pointer: number, count: number): Float32Array {
    return this.#floats.subarray(pointer / 4, pointer / 4 + count)
  }

  #grow(missing: number): void {
    this.memory.grow(Math.ceil(missing / page))
    const { buffer } = this.memory
    this.#bytes = new Uint8Array(buffer)
    this.#floats = new Float32Array(buffer)
    this.#integers = new Int32Array(buffer)
  }
}
