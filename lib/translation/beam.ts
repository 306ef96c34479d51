/**
 * Beam search over a batch: each sentence follows its best few beginnings, and of those that end the one with the least
 * flaws wins, then the best by mean log-probability.
 */
import type { Decoder, Runtime, Step } from './decoder'
import { ban, logSum } from './greedy'
import type { DecodeOptions, Hypothesis } from './greedy'
import { isLoop } from './repeat-guard'

type Beam = {
  readonly tokens: readonly number[]
  readonly attention: readonly Float32Array[]
  readonly sum: number
}
type Search = {
  readonly source: number
  beams: readonly Beam[]
  finished: Hypothesis[]
  rows: readonly number[]
}
type Candidate = { readonly beam: number; readonly token: number; readonly sum: number }

/** The `count` best pieces of one row with the log-probability of the whole beginning, the best first. */
function bestPieces(logits: Float32Array, row: number, size: number, beam: Beam, count: number): Candidate[] {
  const from = row * size
  const top: number[] = []
  for (let i = from; i < from + size; i++) {
    const value = logits[i]!
    if (top.length === count && value <= logits[top[count - 1]!]!) continue
    let place = Math.min(top.length, count - 1)
    while (place > 0 && logits[top[place - 1]!]! < value) {
      top[place] = top[place - 1]!
      place--
    }
    top[place] = i
  }
  const norm = logSum(logits, from, from + size, logits[top[0]!]!)
  return top.map((i) => ({ beam: row, token: i - from, sum: beam.sum + logits[i]! - norm }))
}

const normalized = (sum: number, tokens: number): number => sum / (tokens + 1)

function candidates(
  search: Search,
  logits: Float32Array,
  size: number,
  width: number,
  options: DecodeOptions,
) {
  const all = search.beams.flatMap((beam, i) =>
    bestPieces(logits, search.rows[i]!, size, beam, 2 * width)
      .map((candidate) => ({ ...candidate, beam: i }))
      .filter((candidate) => !isLoop(beam.tokens, candidate.token, options)),
  )
  return all.sort((a, b) => b.sum - a.sum)
}

/** Puts an ended hypothesis by, if it is among the best few. */
function finishBeam(search: Search, hypothesis: Hypothesis, width: number): void {
  search.finished = [...search.finished, hypothesis].sort((a, b) => b.score - a.score).slice(0, width)
}

/** One step of one sentence: ended candidates are put by, the best others go on. Returns the rows they come from. */
function extend(search: Search, step: Step, size: number, width: number, context: Context): number[] {
  const { decoder, options, end } = context
  const beams: Beam[] = []
  const from: number[] = []
  for (const { beam: index, token, sum } of candidates(search, step.logits, size, width, options)) {
    if (beams.length === width || !Number.isFinite(sum)) break
    const beam = search.beams[index]!
    const row = search.rows[index]!
    if (token === end) {
      finishBeam(search, { ...beam, score: normalized(sum, beam.tokens.length) }, width)
      continue
    }
    const start = row * decoder.sourceLength
    const attention = step.attention
      ? [...beam.attention, step.attention.slice(start, start + decoder.sourceLength)]
      : beam.attention
    beams.push({ tokens: [...beam.tokens, token], attention, sum })
    from.push(row)
  }
  search.beams = beams
  return from
}

/** Whether nothing that is still open can win; log-probabilities only fall, and a longer text at best thins them out. */
function isFinished({ beams, finished }: Search, width: number, limit: number): boolean {
  const best = beams[0]
  if (best === undefined || best.tokens.length >= limit) return true
  const leader = finished[0]
  if (leader !== undefined && normalized(best.sum, limit) <= leader.score) return true
  const worst = finished[width - 1]
  return worst !== undefined && normalized(best.sum, best.tokens.length) <= worst.score
}

/** The best ended hypothesis; at the limit of length also one that was cut off, if it is better than what ended. */
function winner({ source, beams, finished }: Search, limit: number, flaws: DecodeOptions['flaws']) {
  const cut = beams
    .filter(({ tokens }) => tokens.length >= limit || finished.length === 0)
    .map((beam) => ({ ...beam, score: normalized(beam.sum, beam.tokens.length) }))
  const pool = [...finished, ...cut].map((hypothesis) => ({
    hypothesis,
    flaws: flaws?.(source, hypothesis) ?? 0,
  }))
  pool.sort((a, b) => a.flaws - b.flaws || b.hypothesis.score - a.hypothesis.score)
  return pool[0]?.hypothesis ?? { tokens: [], attention: [], score: 0 }
}

type Context = { readonly decoder: Decoder; readonly options: DecodeOptions; readonly end: number }

/** Translates a batch of sources with `width` beams each, reporting each as it ends. */
export async function decodeWithBeams(
  runtime: Runtime,
  sources: readonly (readonly number[])[],
  width: number,
  options: DecodeOptions,
): Promise<void> {
  const decoder = await runtime.start(sources, () => options.onStep(new Map()))
  try {
    await searchAll(runtime, sources, width, { decoder, options, end: runtime.shape.end })
  } finally {
    decoder.dispose()
  }
}

async function searchAll(
  { shape }: Runtime,
  sources: readonly (readonly number[])[],
  width: number,
  context: Context,
): Promise<void> {
  const { decoder, options } = context
  const empty: Beam = { tokens: [], attention: [], sum: 0 }
  let open: Search[] = sources.map((_, source) => ({ source, beams: [empty], finished: [], rows: [source] }))
  let next: (readonly number[])[] = open.map(() => shape.start)
  while (open.length > 0) {
    const step = await decoder.step(next)
    ban(step.logits, decoder.rows, shape.banned)
    const size = step.logits.length / decoder.rows
    const origins = open.map((search) => extend(search, step, size, width, context))
    const selected: number[] = []
    open = open.filter((search, i) => {
      const limit = options.limit(search.source)
      if (isFinished(search, width, limit)) {
        options.onFinished(search.source, winner(search, limit, options.flaws))
        return false
      }
      search.rows = search.beams.map((_, k) => selected.length + k)
      selected.push(...(origins[i] ?? []))
      return true
    })
    await options.onStep(new Map(open.map((search) => [search.source, search.beams[0]?.tokens ?? []])))
    if (open.length === 0) return
    decoder.select(selected)
    next = open.flatMap((search) => search.beams.map((beam) => [beam.tokens.at(-1) ?? shape.end]))
  }
}
