/**
 * Sentences through a model: into parts, parts into batches, batches through the decoder, parts back into sentences.
 *
 * A sentence that greedy decoding gives back with a visible flaw (a number changed, a loop, a name misspelt), or that the
 * model is unsure of, gets a second look: it is searched again with beams, and what has fewer flaws is taken, or of
 * equals the likelier.
 */
import { batchesByLength } from './batches'
import { decodeWithBeams } from './beam'
import type { Runtime } from './decoder'
import { flawsOf } from './flaws'
import { decodeGreedily } from './greedy'
import type { DecodeOptions, Hypothesis } from './greedy'
import { finish, partialText, prepare } from './prepared'
import type { Prepared, Tokenizer } from './prepared'
import type { Finished, Partial } from './protocol'
import type { SourceSentence } from './translator'

type LoadedModel = { readonly runtime: Runtime; readonly tokenizer: Tokenizer }

export type TranslateJob = {
  readonly beams: number
  readonly attention: boolean
  readonly signal: AbortSignal
  readonly onPartial: (partials: readonly Partial[]) => void
  /** Milliseconds between partial texts; by default often enough to look like writing. */
  readonly partialEvery?: number
  /** False takes what greedy decoding gives as it is; measurements of speed do. */
  readonly secondLook?: boolean
  readonly onFinished: (sentence: Finished) => void
}

/** One part of a sentence in the queue, and where what comes back for it goes. */
type Slot = { readonly sentence: number; readonly part: number; readonly ids: readonly number[] }

/** Logits of a whole batch are held at once: many-language models with 250,000 pieces get fewer rows. */
const logitsHeld = 2_000_000
const mostRows = 32
const mostPositions = 2400
const usualPartialEvery = 40
const beamsOfSecondLook = 4

let channel: MessageChannel | undefined

/** Gives the event loop a turn, so that a cancel that was sent is seen before the next step. */
export function yieldToEvents(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve))
  // A timer would wait four milliseconds, more than a step takes; a message comes at once.
  const { port1, port2 } = (channel ??= new MessageChannel())
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true })
    port1.start()
    port2.postMessage(null)
  })
}

function bounds(runtime: Runtime, beams: number) {
  const rows = Math.floor(logitsHeld / runtime.shape.vocabulary)
  return {
    rows: Math.max(1, Math.min(Math.floor(mostRows / beams) || 1, rows)),
    positions: mostPositions / beams,
  }
}

/** Collects what comes back, part by part; `onDone` gets each sentence, by its index, once it is whole. */
class Progress {
  readonly #sentences: readonly Prepared[]
  readonly #model: LoadedModel
  readonly #job: TranslateJob
  readonly #done: (Hypothesis | undefined)[][]
  readonly #onDone: (sentence: number, finished: Finished) => void
  #reported = 0

  constructor(
    sentences: readonly Prepared[],
    model: LoadedModel,
    job: TranslateJob,
    onDone: (sentence: number, finished: Finished) => void,
  ) {
    this.#sentences = sentences
    this.#model = model
    this.#job = job
    this.#onDone = onDone
    this.#done = sentences.map(({ parts }) => parts.map(() => undefined))
  }

  finishPart({ sentence, part }: Slot, hypothesis: Hypothesis): void {
    const done = this.#done[sentence]!
    done[part] = hypothesis
    const hypotheses = done.filter((one) => one !== undefined)
    if (hypotheses.length === done.length) this.#onDone(sentence, this.#finished(sentence, hypotheses))
  }

  #finished(sentence: number, hypotheses: readonly Hypothesis[]): Finished {
    const { runtime, tokenizer } = this.#model
    const tools = { tokenizer, shape: runtime.shape, attention: this.#job.attention }
    return finish(this.#sentences[sentence]!, hypotheses, tools)
  }

  /** Flaws of a sentence that is all one part; of a part among others nothing can be said. */
  flaws({ sentence }: Slot, hypothesis: Hypothesis): number {
    const prepared = this.#sentences[sentence]!
    if (prepared.parts.length > 1) return 0
    return flawsOf(prepared.sentence.text, this.#finished(sentence, [hypothesis]).text, this.#model.tokenizer)
  }

  report(slots: readonly Slot[], open: ReadonlyMap<number, readonly number[]>): void {
    const now = performance.now()
    if (now - this.#reported < (this.#job.partialEvery ?? usualPartialEvery)) return
    this.#reported = now
    const writing = new Map<number, Map<number, readonly number[]>>()
    for (const [index, tokens] of open) {
      const { sentence, part } = slots[index]!
      writing.set(sentence, (writing.get(sentence) ?? new Map()).set(part, tokens))
    }
    this.#job.onPartial([...writing].map(([sentence, parts]) => this.#partial(sentence, parts)))
  }

  #partial(index: number, writing: ReadonlyMap<number, readonly number[]>): Partial {
    const prepared = this.#sentences[index]!
    const tokens = this.#done[index]!.map((done, part) => done?.tokens ?? writing.get(part))
    return { key: prepared.sentence.key, text: partialText(prepared, tokens, this.#model.tokenizer) }
  }
}

async function translateBatch(
  model: LoadedModel,
  slots: readonly Slot[],
  progress: Progress,
  job: TranslateJob,
) {
  const { runtime, tokenizer } = model
  const options: DecodeOptions = {
    isWordlike: (token) => /\p{L}{2}/u.test(tokenizer.piece(token)),
    beginsWord: (token) => /^▁.*\p{L}/u.test(tokenizer.piece(token)),
    limit: (index) => Math.min(runtime.shape.window - 2, 2 * slots[index]!.ids.length + 16),
    onFinished: (index, hypothesis) => progress.finishPart(slots[index]!, hypothesis),
    flaws: (index, hypothesis) => progress.flaws(slots[index]!, hypothesis),
    onStep: async (open) => {
      if (open.size > 0) progress.report(slots, open)
      await yieldToEvents()
      job.signal.throwIfAborted()
    },
  }
  const sources = slots.map((slot) => slot.ids)
  if (job.beams > 1) await decodeWithBeams(runtime, sources, job.beams, options)
  else await decodeGreedily(runtime, sources, options)
}

const slotsOf = (sentences: readonly Prepared[]): readonly Slot[] =>
  sentences.flatMap(({ parts }, sentence) => parts.map(({ ids }, part) => ({ sentence, part, ids })))

async function translateAll(
  model: LoadedModel,
  sentences: readonly Prepared[],
  job: TranslateJob,
  onDone: (sentence: number, finished: Finished) => void,
): Promise<void> {
  const slots = slotsOf(sentences)
  const progress = new Progress(sentences, model, job, onDone)
  const lengths = slots.map((slot) => slot.ids.length)
  for (const batch of batchesByLength(lengths, bounds(model.runtime, job.beams))) {
    await translateBatch(
      model,
      batch.map((i) => slots[i]!),
      progress,
      job,
    )
  }
}

type Doubtful = { readonly prepared: Prepared; readonly first: Finished; readonly flaws: number }

/** What was held back, searched again with beams: the better of both is reported. */
async function lookAgain(model: LoadedModel, doubtful: readonly Doubtful[], job: TranslateJob) {
  const sentences = doubtful.map(({ prepared }) => prepared)
  // The reader sees the first text meanwhile; it must not shrink and grow again.
  const quiet = { ...job, beams: beamsOfSecondLook, onPartial: () => undefined }
  await translateAll(model, sentences, quiet, (index, second) => {
    const { prepared, first, flaws } = doubtful[index]!
    const difference = flawsOf(prepared.sentence.text, second.text, model.tokenizer) - flaws
    const isLikelier = (second.score ?? 0) > (first.score ?? 0)
    job.onFinished(difference < 0 || (difference === 0 && isLikelier) ? second : first)
  })
}

/**
 * Translates sentences, reporting partial texts as they grow and each sentence once when it is done, in the order in
 * which they end. Throws when the signal is aborted, at most one step later.
 */
export async function translateSentences(
  model: LoadedModel,
  sentences: readonly SourceSentence[],
  job: TranslateJob,
): Promise<void> {
  job.signal.throwIfAborted()
  const { runtime, tokenizer } = model
  const distinct = [...new Map(sentences.map((sentence) => [sentence.key, sentence])).values()]
  const prepared = distinct.map((sentence) => prepare(sentence, tokenizer, runtime.shape))
  for (const one of prepared) {
    if (one.parts.length === 0)
      job.onFinished(finish(one, [], { tokenizer, shape: runtime.shape, attention: false }))
  }
  const doubtful: Doubtful[] = []
  await translateAll(model, prepared, job, (index, first) => {
    const one = prepared[index]!
    if (job.beams > 1 || job.secondLook === false) return job.onFinished(first)
    const flaws = flawsOf(one.sentence.text, first.text, tokenizer)
    const isSure = (first.score ?? 0) >= runtime.shape.unsure
    if (flaws === 0 && isSure) return job.onFinished(first)
    doubtful.push({ prepared: one, first, flaws })
    job.onPartial([{ key: first.key, text: first.text }])
  })
  await lookAgain(model, doubtful, job)
}
