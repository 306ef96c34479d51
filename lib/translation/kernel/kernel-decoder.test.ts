/** The shipped model on the kernel: rows of a batch must not know of each other, whatever is done with them. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderFiles } from '@/lib/cli/folder-files'
import type { Decoder, Step } from '../decoder'
import { builtIn } from '../models'
import { loadKernelRuntime } from './load'

const end = 1
const files = folderFiles(join(import.meta.dirname, '../../../public/models'), builtIn)
const sources = [
  [1200, 340, 77, end],
  [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, end],
  [4000, end],
  [901, 902, 903, end],
  [31, 41, 59, 26, 53, end],
]

let runtime: Awaited<ReturnType<typeof loadKernelRuntime>>
beforeAll(async () => {
  runtime = await loadKernelRuntime({ open: files.open, pieceId: () => undefined })
})

const start = (of = sources): Promise<Decoder> => runtime.start(of, () => Promise.resolve())

/** Logits and attention of one row, the attention without the batch's padding. */
function rowOf({ logits, attention }: Step, row: number, decoder: Decoder, length: number) {
  const size = logits.length / decoder.rows
  const from = row * decoder.sourceLength
  return {
    logits: [...logits.slice(row * size, (row + 1) * size)],
    attention: [...attention!.slice(from, from + length)],
  }
}

/** What follows the given pieces for one source, decoded alone. */
async function alone(source: readonly number[], pieces: readonly number[]) {
  const decoder = await start([[...source]])
  let step: Step | undefined
  for (const piece of pieces) step = await decoder.step([[piece]])
  const row = rowOf(step!, 0, decoder, source.length)
  decoder.dispose()
  return row
}

describe('a decoder on the kernel', () => {
  it('gives every row of a batch what it gives it alone, to the last digit', async () => {
    const decoder = await start()
    await decoder.step(sources.map(() => [0]))
    const step = await decoder.step(sources.map((_, row) => [100 + row]))
    const rows = sources.map((source, row) => rowOf(step, row, decoder, source.length))
    for (const [row, source] of sources.entries())
      expect(rows[row]).toEqual(await alone(source, [0, 100 + row]))
    decoder.dispose()
  })

  it('drops, repeats and reorders rows', async () => {
    const decoder = await start()
    await decoder.step(sources.map(() => [0]))
    await decoder.step(sources.map((_, row) => [100 + row]))
    const order = [3, 1, 1, 4, 1, 4]
    decoder.select(order)
    expect(decoder.rows).toBe(6)
    await decoder.step(order.map((_, row) => [200 + row]))
    decoder.select([5, 0])
    const step = await decoder.step([[300], [301]])
    const rows = [rowOf(step, 0, decoder, 6), rowOf(step, 1, decoder, 4)]
    expect(rows[0]).toEqual(await alone(sources[4]!, [0, 104, 205, 300]))
    expect(rows[1]).toEqual(await alone(sources[3]!, [0, 103, 200, 301]))
    decoder.dispose()
  })

  it('remembers more positions than it had room for at first', async () => {
    const decoder = await start(sources.slice(0, 2))
    const pieces = Array.from({ length: 70 }, (_, i) => (i === 0 ? 0 : 50 + i))
    let step: Step | undefined
    for (const piece of pieces) step = await decoder.step([[piece], [piece]])
    expect(rowOf(step!, 1, decoder, 14)).toEqual(await alone(sources[1]!, pieces))
    decoder.dispose()
  })

  it('takes several pieces at once as one after the other', async () => {
    const decoder = await start(sources.slice(0, 1))
    const step = await decoder.step([[0, 44, 45]])
    expect(rowOf(step, 0, decoder, 4)).toEqual(await alone(sources[0]!, [0, 44, 45]))
    decoder.dispose()
  })

  it('does not mind another batch between its steps', async () => {
    const [one, two] = [await start(), await start(sources.slice(0, 2))]
    await one.step(sources.map(() => [0]))
    await two.step([[0], [0]])
    const step = await one.step(sources.map((_, row) => [100 + row]))
    const row = rowOf(step, 1, one, 14)
    await two.step([[7], [8]])
    expect(row).toEqual(await alone(sources[1]!, [0, 101]))
    one.dispose()
    two.dispose()
  })

  it('gives all memory back: when disposed at any time, and when its start is cancelled', async () => {
    const { heap } = runtime.kernel
    const first = await start()
    await first.step(sources.map(() => [0]))
    first.dispose()
    const before = heap.blocks
    ;(await start()).dispose()
    const second = await start()
    await second.step(sources.map(() => [0]))
    second.select([1, 1, 0, 2, 2, 2])
    await second.step([[9], [8], [7], [6], [5], [4]])
    second.select([3])
    second.dispose()
    const stop = (): Promise<void> => Promise.reject(new Error('enough'))
    await expect(runtime.start(sources, stop)).rejects.toThrow('enough')
    expect(heap.blocks).toBe(before)
  })
})

it('says so when a file is not there', async () => {
  const open = async (file: string): Promise<Response> =>
    file.endsWith('.json') ? files.open(file) : new Response(null, { status: 404 })
  await expect(loadKernelRuntime({ open, pieceId: () => undefined })).rejects.toThrow(
    'encoder_model_quantized.onnx: 404',
  )
})
