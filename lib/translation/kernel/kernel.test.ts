/** The compiled arithmetic against the same in plain numbers, in every form that this machine has. */
import { describe, expect, it } from 'vitest'
import { startKernel } from './kernel'
import type { Kernel } from './kernel'
import { forms } from './kernel'
import { Layers } from './layers'
import type { PlacedModel, Product } from './placed-model'

/** Numbers that look random and are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const list = (count: number, make: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => make(i))

function put({ heap }: Kernel, values: readonly number[]): number {
  const pointer = heap.reserve(4 * values.length)
  heap.floats(pointer, values.length).set(values)
  return pointer
}

const taken = ({ heap }: Kernel, pointer: number, count: number): number[] => [...heap.floats(pointer, count)]

/** round(x / scale) + zero within 0..255, ties to even. */
function quantised(x: number, scale: number, zero: number): number {
  const share = Math.fround(x / scale)
  const floor = Math.floor(share)
  const isTie = share - floor === 0.5
  const rounded = isTie ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(share)
  return Math.max(0, Math.min(255, rounded + zero))
}

describe.each<'words' | 'fastest'>(['words', 'fastest'])('the kernel (%s)', (wanted) => {
  const start = (): Promise<Kernel> => startKernel(wanted === 'words' ? 'words' : undefined)

  it.each([
    [1, 16, 4],
    [2, 32, 8],
    [3, 256, 12],
    [7, 48, 260],
  ])('multiplies %d rows of %d with %d columns to the last digit', async (rows, width, columns) => {
    const kernel = await start()
    const random = createRandom(rows)
    const [inputScale, inputZero] = [Math.fround(0.03), 117]
    const x = list(rows * width, () => Math.fround((random() - 0.5) * 12))
    const weights = Int8Array.from(list(width * columns, () => Math.round((random() - 0.5) * 254)))
    const scales = list(columns, () => Math.fround(random() * 0.01))
    const bias = list(columns, () => Math.fround(random() - 0.5))
    const sums = list(columns, (j) => weights.slice(j * width, (j + 1) * width).reduce((a, b) => a + b, 0))
    const excess = { unsigned: -inputZero, signed: 128 - inputZero, words: 0 }[kernel.form]
    const pointer = kernel.heap.reserve(weights.length)
    kernel.heap.bytes.set(new Uint8Array(weights.buffer), pointer)
    const offset = kernel.heap.reserve(4 * columns)
    kernel.heap.integers.set(
      sums.map((sum) => sum * excess),
      offset / 4,
    )
    const product: Product = {
      weights: pointer,
      width,
      columns,
      offset,
      scale: put(kernel, scales),
      bias: put(kernel, bias),
      inputScale,
      inputZero,
    }
    const out = kernel.heap.reserve(4 * rows * columns)
    new Layers(kernel, {} as PlacedModel).multiply(product, put(kernel, x), rows, out)
    const expected = list(rows * columns, (n) => {
      const [row, column] = [Math.floor(n / columns), n % columns]
      let sum = 0
      for (let i = 0; i < width; i++) {
        const activation = quantised(x[row * width + i]!, inputScale, inputZero) - inputZero
        sum += activation * weights[column * width + i]!
      }
      return Math.fround(Math.fround(Math.fround(sum) * scales[column]!) + bias[column]!)
    })
    expect(taken(kernel, out, rows * columns)).toEqual(expected)
  })

  it('rounds ties to even and holds what is outside of the range', async () => {
    const kernel = await start()
    const x = [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 300, -300, 0, 127.5, 128.5, -128.5, 1e9, -1e9, 0.49, -0.49]
    const out = kernel.heap.allocate(64)
    const read = {
      unsigned: () => [...kernel.heap.bytes.subarray(out, out + 16)],
      signed: () => [...new Int8Array(kernel.heap.memory.buffer, out, 16)].map((n) => n + 128),
      words: () => [...new Int16Array(kernel.heap.memory.buffer, out, 16)].map((n) => n + 100),
    }
    for (const form of ['unsigned', 'signed', 'words'] as const) {
      kernel.arithmetic.quantise(put(kernel, x), 16, 1, 100, forms[form], out)
      expect(read[form]()).toEqual(x.map((number) => quantised(number, 1, 100)))
    }
  })

  it('looks up rows of the embedding with their positions', async () => {
    const kernel = await start()
    const table = Int8Array.from(list(3 * 16, (i) => (i * 37) % 255) as number[])
    const pointer = kernel.heap.reserve(table.length)
    kernel.heap.bytes.set(new Uint8Array(table.buffer), pointer)
    const places = list(4 * 16, (i) => i / 8)
    const ids = kernel.heap.reserve(16)
    kernel.heap.integers.set([2, 0, 3, 1], ids / 4)
    const out = kernel.heap.reserve(4 * 32)
    const scales = put(kernel, [0.5, 2, 0.25])
    kernel.arithmetic.embed(ids, ids + 8, 2, 16, pointer, scales, put(kernel, places), out)
    const row = (id: number, scale: number, position: number): number[] =>
      list(16, (i) => table[id * 16 + i]! * scale + places[position * 16 + i]!)
    expect(taken(kernel, out, 32)).toEqual([...row(2, 0.25, 3), ...row(0, 0.5, 1)])
  })

  it('norms sums of rows', async () => {
    const kernel = await start()
    const random = createRandom(3)
    const [x, y, weight, bias] = [64, 64, 32, 32].map((count) => list(count, () => random() * 4 - 1)) as [
      number[],
      number[],
      number[],
      number[],
    ]
    const out = put(kernel, x)
    kernel.arithmetic.addNorm(out, put(kernel, y), 2, 32, put(kernel, weight), put(kernel, bias))
    for (const row of [0, 1]) {
      const sums = list(32, (i) => x[row * 32 + i]! + y[row * 32 + i]!)
      const mean = sums.reduce((a, b) => a + b) / 32
      const spread = Math.sqrt(sums.reduce((a, b) => a + (b - mean) ** 2, 0) / 32 + 1e-5)
      taken(kernel, out + row * 128, 32).forEach((value, i) =>
        expect(value).toBeCloseTo(((sums[i]! - mean) / spread) * weight[i]! + bias[i]!, 4),
      )
    }
  })

  it.each([1, 3, 4, 9])('attends to %d positions', async (count) => {
    const kernel = await start()
    const random = createRandom(count)
    const [heads, rows] = [2, 2]
    const width = heads * 32
    const queries = list(rows * width, () => random() * 2 - 1)
    const memory = list(count * 2 * width, () => random() * 2 - 1)
    const room = Math.ceil(count / 4) * 4
    const known = kernel.heap.reserve(8 * width * room)
    // What is beyond the last position must not matter.
    kernel.heap.floats(known, 2 * width * room).fill(NaN)
    kernel.arithmetic.remember(put(kernel, memory), 8 * width, count, heads, room, known)
    const [scores, out] = [kernel.heap.reserve(4 * room), kernel.heap.reserve(4 * rows * width)]
    kernel.arithmetic.attend(put(kernel, queries), 4 * width, rows, heads, known, room, count, scores, out)
    const weightsOf = (row: number, head: number): number[] => {
      const products = list(count, (position) =>
        list(32, (i) => {
          const at = head * 32 + i
          return queries[row * width + at]! * memory[position * 2 * width + at]!
        }).reduce((a, b) => a + b),
      )
      const powers = products.map((value) => Math.exp(value - Math.max(...products)))
      return powers.map((power) => power / powers.reduce((a, b) => a + b))
    }
    const expected = list(rows * width, (n) => {
      const [row, at] = [Math.floor(n / width), n % width]
      return weightsOf(row, Math.floor(at / 32)).reduce(
        (sum, weight, position) => sum + weight * memory[position * 2 * width + width + at]!,
        0,
      )
    })
    taken(kernel, out, rows * width).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5))
    const last = weightsOf(rows - 1, 0)
    taken(kernel, scores, count).forEach((value, i) => expect(value).toBeCloseTo(last[i]!, 5))
  })
})
