/** Greedy decoding of a batch: every row stops at its own end, and finished rows leave the batch. */
import type { Decoder, Runtime, Step } from './decoder'
import { isLoop, type PieceKinds } from './repeat-guard'

/** What the model wrote for one source. `attention` has one row of source length per token. */
export type Hypothesis = {
  readonly tokens: readonly number[]
  readonly attention: readonly Float32Array[]
  /** Mean log-probability per token, the end included. */
  readonly score: number
}

export type DecodeOptions = PieceKinds & {
  /** At most this many tokens for the source of this index. */
  readonly limit: (source: number) => number
  /** After every step, and while the source is read: lets messages in, reports what is there, throws when cancelled. */
  readonly onStep: (open: ReadonlyMap<number, readonly number[]>) => Promise<void>
  readonly onFinished: (source: number, hypothesis: Hypothesis) => void
  /** What counts against a translation before its score does; asked by a search that has several to choose from. */
  readonly flaws?: (source: number, hypothesis: Hypothesis) => number
}

type Row = {
  readonly source: number
  readonly tokens: number[]
  readonly attention: Float32Array[]
  sum: number
  done: boolean
}

/** Banned pieces out of the way for the arg-max and the sum. */
export function ban(logits: Float32Array, rows: number, banned: readonly number[]): void {
  const size = logits.length / rows
  for (let row = 0; row < rows; row++) for (const id of banned) logits[row * size + id] = -Infinity
}

/**
 * Logits further below the best than this are left out of the sum. Training smooths its labels, which gives each of the
 * thousands of wrong pieces about e^-12 of the best; leaving them out costs nothing that a score is used for, and adding
 * them up took a fifth of the whole time.
 */
const negligible = -9

/** Log of the sum of exponentials of one row whose highest logit is `best`. */
export function logSum(logits: Float32Array, from: number, to: number, best: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const below = logits[i]! - best
    if (below > negligible) sum += Math.exp(below)
  }
  return best + Math.log(sum)
}

function argMax(logits: Float32Array, from: number, to: number): number {
  let at = from
  let best = logits[from]!
  for (let i = from + 1; i < to; i++) {
    const value = logits[i]!
    if (value > best) {
      best = value
      at = i
    }
  }
  return at
}

/** The best piece for a row that does not make it go round in circles, and its log-probability. */
function choose(logits: Float32Array, index: number, size: number, row: Row, options: DecodeOptions) {
  const from = index * size
  let at = argMax(logits, from, from + size)
  const norm = logSum(logits, from, from + size, logits[at]!)
  while (isLoop(row.tokens, at - from, options)) {
    logits[at] = -Infinity
    at = argMax(logits, from, from + size)
  }
  return { token: at - from, logProbability: logits[at]! - norm }
}

function advance(
  runtime: Runtime,
  step: Step,
  rows: readonly Row[],
  decoder: Decoder,
  options: DecodeOptions,
): void {
  const { shape } = runtime
  ban(step.logits, rows.length, shape.banned)
  const size = step.logits.length / rows.length
  rows.forEach((row, index) => {
    if (row.done) return
    const { token, logProbability } = choose(step.logits, index, size, row, options)
    row.sum += logProbability
    if (token === shape.end) row.done = true
    else {
      row.tokens.push(token)
      const from = index * decoder.sourceLength
      if (step.attention) row.attention.push(step.attention.slice(from, from + decoder.sourceLength))
      if (row.tokens.length >= options.limit(row.source)) row.done = true
    }
    if (row.done) {
      const score = row.sum / (row.tokens.length + 1)
      options.onFinished(row.source, { tokens: row.tokens, attention: row.attention, score })
    }
  })
}

/** Dropping rows copies the memory of the others, so it waits until a quarter of the batch is done. */
function compact(rows: Row[], decoder: Decoder): Row[] {
  const open = rows.flatMap((row, i) => (row.done ? [] : [i]))
  if (open.length === 0 || rows.length - open.length < rows.length / 4) return rows
  decoder.select(open)
  return open.map((i) => rows[i]!)
}

/** Translates a batch of sources (piece ids), reporting each as it ends. */
export async function decodeGreedily(
  runtime: Runtime,
  sources: readonly (readonly number[])[],
  options: DecodeOptions,
): Promise<void> {
  const { shape } = runtime
  const decoder = await runtime.start(sources, () => options.onStep(new Map()))
  try {
    let rows: Row[] = sources.map((_, source) => ({ source, tokens: [], attention: [], sum: 0, done: false }))
    let next: (readonly number[])[] = rows.map(() => shape.start)
    while (rows.some((row) => !row.done)) {
      const step = await decoder.step(next)
      advance(runtime, step, rows, decoder, options)
      await options.onStep(new Map(rows.filter((row) => !row.done).map((row) => [row.source, row.tokens])))
      rows = compact(rows, decoder)
      next = rows.map((row) => [row.tokens.at(-1) ?? shape.end])
    }
  } finally {
    decoder.dispose()
  }
}
