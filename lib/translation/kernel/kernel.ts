/** Starts the compiled arithmetic in the form that this machine computes exactly and fastest. */
import { Heap } from './heap'
import { relaxed, simd } from './wasm'

/** Functions of assembly/; pointers are addresses in the heap, strides are bytes, all other sizes are counts. */
export type Arithmetic = {
  probe(activations: number, weights: number): number
  quantise(x: number, count: number, scale: number, zero: number, form: number, out: number): void
  product(
    activations: number,
    rows: number,
    width: number,
    weights: number,
    columns: number,
    offset: number,
    scale: number,
    bias: number,
    out: number,
  ): void
  embed(
    ids: number,
    positions: number,
    count: number,
    width: number,
    table: number,
    scales: number,
    places: number,
    out: number,
  ): void
  addNorm(x: number, y: number, rows: number, width: number, weight: number, bias: number): void
  remember(rows: number, stride: number, count: number, heads: number, room: number, out: number): void
  attend(
    queries: number,
    stride: number,
    rows: number,
    heads: number,
    known: number,
    room: number,
    count: number,
    scores: number,
    out: number,
  ): void
}

/** How activations are stored: bytes 0..255, bytes 128 less, or 16-bit words with the zero point taken off. */
export const forms = { unsigned: 0, signed: 1, words: 2 } as const
export type Form = keyof typeof forms

export type Kernel = { readonly arithmetic: Arithmetic; readonly heap: Heap; readonly form: Form }

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

async function start(
  code: Uint8Array<ArrayBuffer>,
): Promise<{ readonly arithmetic: Arithmetic; readonly heap: Heap }> {
  const heap = new Heap()
  const { instance } = await WebAssembly.instantiate(code, { env: { memory: heap.memory } })
  return { arithmetic: instance.exports as Arithmetic, heap }
}

/** How this processor reads activations above 127: as the form says whose every sum comes out exact. */
function formOf(arithmetic: Arithmetic, heap: Heap): Form | undefined {
  const [activations, weights] = [heap.allocate(16), heap.allocate(16)]
  const reads = (read: (byte: number) => number): boolean =>
    [0, 1, 127, 128, 255].every((activation) =>
      [-127, -1, 127].every((weight) => {
        heap.bytes.fill(activation, activations, activations + 16)
        heap.bytes.fill(weight & 255, weights, weights + 16)
        return arithmetic.probe(activations, weights) === 4 * read(activation) * weight
      }),
    )
  const form = reads((byte) => byte) ? 'unsigned' : reads((byte) => (byte << 24) >> 24) ? 'signed' : undefined
  heap.release(activations)
  heap.release(weights)
  return form
}

/**
 * The kernel of this machine. Whatever the form, sums of products are whole numbers and exact, and what is rounded is
 * rounded in the same order: the same model writes the same words everywhere. `only` forces the slowest form, which every
 * machine has.
 */
export async function startKernel(only?: 'words'): Promise<Kernel> {
  const code = decode(relaxed)
  if (only !== 'words' && WebAssembly.validate(code)) {
    const started = await start(code)
    const form = formOf(started.arithmetic, started.heap)
    if (form !== undefined) return { ...started, form }
  }
  return { ...(await start(decode(simd))), form: 'words' }
}
