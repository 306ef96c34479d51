import { describe, expect, it } from 'vitest'
import { decodeWithBeams } from './beam'
import type { Runtime } from './decoder'
import { decodeGreedily } from './greedy'
import type { DecodeOptions, Hypothesis } from './greedy'
import { end, toyRuntime } from './toy-runtime'
import type { Language } from './toy-runtime'

type Decode = (
  runtime: Runtime,
  sources: readonly (readonly number[])[],
  options: DecodeOptions,
) => Promise<void>

async function run(
  decode: Decode,
  runtime: Runtime,
  sources: readonly (readonly number[])[],
  limit = 30,
  flaws?: DecodeOptions['flaws'],
) {
  const results: Hypothesis[] = []
  const order: number[] = []
  let steps = 0
  await decode(runtime, sources, {
    isWordlike: (token) => token >= 4,
    beginsWord: (token) => token >= 4 && token < 10,
    limit: () => limit,
    onStep: () => {
      steps++
      return Promise.resolve()
    },
    onFinished: (source, hypothesis) => {
      results[source] = hypothesis
      order.push(source)
    },
    ...(flaws === undefined ? {} : { flaws }),
  })
  return { results, order, steps, tokens: results.map((result) => result.tokens) }
}

/** Copies the source and ends. */
const copying: Language = (source, written) => ({ [source[written.length] ?? end]: 0 })
const sources = [
  [5, 6, 7, end],
  [8, end],
  [9, 10, 11, 9, 10, end],
  [4, 5, end],
]
const copied = sources.map((source) => source.slice(0, -1))

const beams =
  (width: number): Decode =>
  (runtime, given, options) =>
    decodeWithBeams(runtime, given, width, options)

describe.each<[string, Decode]>([
  ['greedy', decodeGreedily],
  ['one beam', beams(1)],
  ['four beams', beams(4)],
])('%s', (_name, decode) => {
  it('keeps the rows of a batch apart, and ends each at its own end', async () => {
    const { tokens, order } = await run(decode, toyRuntime(copying), sources)
    expect(tokens).toEqual(copied)
    expect(order.indexOf(1)).toBe(0)
    expect(order.indexOf(2)).toBe(3)
  })

  it('gives a row of attention over the source for every token, with the batch padded', async () => {
    const { results } = await run(decode, toyRuntime(copying, true), sources)
    results.forEach(({ attention, tokens }) => {
      expect(attention).toHaveLength(tokens.length)
      attention.forEach((row) => expect(row).toHaveLength(6))
    })
  })

  it('stops at the limit and never writes a banned piece', async () => {
    const endless: Language = (_source, written) => ({ 0: 0, [4 + (written.length % 7)]: -1 })
    const { tokens } = await run(decode, toyRuntime(endless), [[5, end]], 6)
    expect(tokens).toEqual([[4, 5, 6, 7, 8, 9]])
  })

  it('does not go round in circles', async () => {
    const stuck: Language = () => ({ 5: 0, 6: -3, [end]: -4 })
    const { tokens } = await run(decode, toyRuntime(stuck), [[5, end]], 30)
    expect(tokens[0]!.join(' ')).not.toMatch(/5 5 5/)
  })

  it('says three words once, and the pieces of one word twice', async () => {
    const round =
      (...pieces: number[]): Language =>
      (_source, written) => ({ [pieces[written.length % pieces.length]!]: 0, [end]: -3 })
    expect((await run(decode, toyRuntime(round(5, 6, 7)), [[5, end]])).tokens).toEqual([[5, 6, 7, 5, 6]])
    const { tokens } = await run(decode, toyRuntime(round(5, 10, 11)), [[5, end]])
    expect(tokens).toEqual([[5, 10, 11, 5, 10, 11, 5, 10]])
  })

  it('lets digits repeat', async () => {
    const zeros: Language = (_source, written) => (written.length < 9 ? { 3: 0 } : { [end]: 0 })
    const { tokens } = await run(decode, toyRuntime(zeros), [[5, end]])
    expect(tokens).toEqual([[3, 3, 3, 3, 3, 3, 3, 3, 3]])
  })
})

describe('scores', () => {
  it('are the mean log-probability of the tokens and the end', async () => {
    const half = Math.log(0.5)
    const language: Language = (_source, written) =>
      written.length < 2 ? { 5: half, 6: half - 1e-6 } : { [end]: 0 }
    const { results } = await run(decodeGreedily, toyRuntime(language), [[5, end]])
    expect(results[0]!.tokens).toEqual([5, 5])
    expect(results[0]!.score).toBeCloseTo((2 * half) / 3, 4)
  })
})

describe('beams', () => {
  /** The likeliest first word leads into a dead end; the second likeliest to something good. */
  const garden: Language = (_source, written) => {
    if (written.length === 0) return { 5: Math.log(0.6), 6: Math.log(0.4) }
    if (written[0] === 5)
      return written.length < 3
        ? { 7: Math.log(0.3), 8: Math.log(0.25), 9: Math.log(0.25), 10: Math.log(0.2) }
        : { [end]: 0 }
    return written.length < 3 ? { 11: 0 } : { [end]: 0 }
  }

  it('find what greedy decoding walks past', async () => {
    const runtime = toyRuntime(garden)
    expect((await run(decodeGreedily, runtime, [[5, end]])).tokens).toEqual([[5, 7, 7]])
    const found = await run(beams(2), runtime, [[5, end]])
    expect(found.tokens).toEqual([[6, 11, 11]])
    expect(found.results[0]!.score).toBeCloseTo(Math.log(0.4) / 4, 3)
  })

  it('take what has fewer flaws before what is likelier', async () => {
    const either: Language = (_source, written) =>
      written.length === 0 ? { 5: Math.log(0.6), 6: Math.log(0.4) } : { [end]: 0 }
    const runtime = toyRuntime(either)
    expect((await run(beams(4), runtime, [[5, end]])).tokens).toEqual([[5]])
    const flaws: DecodeOptions['flaws'] = (_source, { tokens }) => (tokens[0] === 5 ? 1 : 0)
    expect((await run(beams(4), runtime, [[5, end]], 30, flaws)).tokens).toEqual([[6]])
  })

  it('do so for each sentence of a batch', async () => {
    const mixed: Language = (source, written) =>
      source[0] === 5 ? garden(source, written) : copying(source, written)
    const { tokens } = await run(beams(3), toyRuntime(mixed), [
      [8, 9, 10, end],
      [5, end],
      [11, end],
    ])
    expect(tokens).toEqual([[8, 9, 10], [6, 11, 11], [11]])
  })
})
