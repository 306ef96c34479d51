/**
 * The translating of one model for one article: which sentences are wanted, which of them were looked up among the
 * kept ones, and what has come. Visible sentences come first at every turn.
 */
import type { KeptTranslation, ReadingStorage } from '@/lib/storage/storage'
import { ModelDownloadError, WorkerLostError } from './download-error'
import { engineReducer, idle } from './engine-state'
import type { EngineEvent, EngineFailure, EngineState } from './engine-state'
import type {
  Attention,
  SentenceKey,
  SourceSentence,
  TranslateOptions,
  TranslatedSentence,
  Translator,
} from './translator'

export type SentenceTranslation = {
  /** `writing` while tokens come (text so far); `failed` when the engine gave up, with what was there before. */
  readonly status: 'writing' | 'done' | 'failed'
  readonly text: string
  readonly attention?: Attention
  readonly score?: number
}

export type ModelWorkOptions = {
  readonly translator: Translator
  /** Under which version finished sentences are kept; undefined for what need not be kept. */
  readonly version: string | undefined
  readonly storage: ReadingStorage
  /** Whether the model may be loaded without asking: built in, or downloaded before. */
  readonly mayLoad: () => Promise<boolean>
  readonly onChange: () => void
}

const lookUpAtOnce = 200
const translateAtOnce = 16
/** Attention is by far the largest part of a translation; beyond this many it is read again when it is looked at. */
const attentionsHeld = 600

/** What went wrong, in the words of the engine's state. */
export function failureOf(error: unknown): EngineFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ModelDownloadError) return { kind: error.kind, message, file: error.file }
  return { kind: error instanceof WorkerLostError ? 'worker' : 'engine', message }
}

export class ModelWork {
  engine: EngineState = idle
  readonly #options: ModelWorkOptions
  readonly #translations = new Map<SentenceKey, SentenceTranslation>()
  #wanted = new Map<SentenceKey, SourceSentence>()
  readonly #lookedUp = new Set<SentenceKey>()
  readonly #lightened = new Set<SentenceKey>()
  #visible: readonly SentenceKey[] = []
  #abort = new AbortController()
  #running: Promise<void> | undefined
  #consented = false
  /** The reader asked for the model itself, whether or not a sentence needs it. */
  #mustLoad = false

  constructor(options: ModelWorkOptions) {
    this.#options = options
  }

  translation(key: SentenceKey): SentenceTranslation | undefined {
    return this.#translations.get(key)
  }

  /** The sentences of the article, in order; replaces what was wanted before. */
  want(sentences: readonly SourceSentence[]): void {
    this.#wanted = new Map(sentences.map((sentence) => [sentence.key, sentence]))
    for (const key of this.#translations.keys()) if (!this.#wanted.has(key)) this.#forget(key)
    this.#run()
  }

  /** The sentences in view, the first first. */
  see(keys: readonly SentenceKey[]): void {
    this.#visible = keys
    const lightened = keys.filter((key) => this.#lightened.has(key))
    if (lightened.length > 0) void this.#lookUp(lightened)
    this.#run()
  }

  /** The reader has agreed to load the model, or asks to try again after a failure. */
  load(): void {
    this.#consented = true
    this.#mustLoad = true
    if (this.engine.status === 'failed') this.#dispatch({ type: 'stopped' })
    for (const [key, { status }] of this.#translations) if (status === 'failed') this.#forget(key, false)
    this.#run()
  }

  /** Stops loading and translating; what is finished stays. */
  stop(): void {
    this.#abort.abort()
    this.#abort = new AbortController()
    this.#running = undefined
    this.#consented = false
    this.#mustLoad = false
    for (const [key, { status }] of this.#translations)
      if (status === 'writing') this.#translations.delete(key)
    if (this.engine.status !== 'ready') this.#dispatch({ type: 'stopped' })
    this.#options.onChange()
  }

  /** Translates one sentence anew. What was there stays until something better begins to come, and if nothing comes. */
  async retry(sentence: SourceSentence, options: TranslateOptions): Promise<void> {
    const before = this.#translations.get(sentence.key)
    const { signal } = this.#abort
    try {
      await this.#translate([sentence], signal, options)
    } catch (error) {
      if (before === undefined) this.#translations.delete(sentence.key)
      else this.#translations.set(sentence.key, before)
      if (!signal.aborted) this.#dispatch({ type: 'failed', error: failureOf(error) })
    }
    this.#options.onChange()
  }

  dispose(): void {
    this.#abort.abort()
    this.#options.translator.dispose()
  }

  #run(): void {
    if (this.#running !== undefined || this.engine.status === 'failed') return
    const { signal } = this.#abort
    const running = this.#work(signal)
      .catch((error: unknown) => {
        if (signal.aborted) return
        this.#dispatch({ type: 'failed', error: failureOf(error) })
      })
      .finally(() => {
        if (this.#running !== running) return
        this.#running = undefined
        // Asked for while the last round was ending.
        if (this.#mustLoad) this.#run()
      })
    this.#running = running
  }

  async #work(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      if (this.#mustLoad) {
        this.#mustLoad = false
        await this.#load(signal)
      }
      if (await this.#lookUpNext(this.#visible)) continue
      if (await this.#translateNext(this.#visible, signal)) continue
      if (await this.#lookUpNext(this.#wanted.keys())) continue
      if (await this.#translateNext(this.#wanted.keys(), signal)) continue
      return
    }
  }

  /** The first few of these keys that are wanted and meet the condition. */
  #pick(keys: Iterable<SentenceKey>, count: number, isMeant: (key: SentenceKey) => boolean): SentenceKey[] {
    const picked: SentenceKey[] = []
    for (const key of keys) {
      if (picked.length === count) break
      if (this.#wanted.has(key) && isMeant(key)) picked.push(key)
    }
    return picked
  }

  async #lookUpNext(keys: Iterable<SentenceKey>): Promise<boolean> {
    if (this.#options.version === undefined) return false
    const isMeant = (key: SentenceKey): boolean => !this.#lookedUp.has(key) && !this.#translations.has(key)
    const picked = this.#pick(keys, lookUpAtOnce, isMeant)
    if (picked.length === 0) return false
    await this.#lookUp(picked)
    return true
  }

  async #lookUp(keys: readonly SentenceKey[]): Promise<void> {
    const { storage, version } = this.#options
    for (const key of keys) this.#lookedUp.add(key)
    if (version === undefined) return
    for (const kept of await storage.translations(version, keys)) {
      const { key, text, attention, score } = kept
      const before = this.#translations.get(key)
      if (!this.#wanted.has(key) || (before !== undefined && !this.#lightened.has(key))) continue
      this.#settle(key, {
        status: 'done',
        text,
        ...(attention && { attention }),
        ...(score !== undefined && { score }),
      })
    }
    this.#options.onChange()
  }

  async #translateNext(keys: Iterable<SentenceKey>, signal: AbortSignal): Promise<boolean> {
    // Only what was looked up in vain: sentences can be wanted while this loop is between its steps.
    const isMissing = (key: SentenceKey): boolean =>
      !this.#translations.has(key) && (this.#options.version === undefined || this.#lookedUp.has(key))
    const picked = this.#pick(keys, translateAtOnce, isMissing)
    if (picked.length === 0 || !(await this.#isReady(signal))) return false
    const sentences = picked.flatMap((key) => this.#wanted.get(key) ?? [])
    try {
      await this.#translate(sentences, signal, { attention: true })
    } catch (error) {
      if (!signal.aborted) this.#failOpen(picked)
      throw error
    }
    return true
  }

  async #translate(
    sentences: readonly SourceSentence[],
    signal: AbortSignal,
    options: TranslateOptions,
  ): Promise<void> {
    const sources = new Map(sentences.map((sentence) => [sentence.key, sentence]))
    const { translator } = this.#options
    for await (const translated of translator.translate(sentences, signal, { attention: true, ...options })) {
      signal.throwIfAborted()
      const source = sources.get(translated.key)
      if (source !== undefined) this.#accept(source, translated)
      this.#options.onChange()
    }
  }

  #accept(source: SourceSentence, { key, text, done, attention, score }: TranslatedSentence): void {
    if (!done) {
      this.#translations.set(key, { status: 'writing', text })
      return
    }
    const rest = { text, ...(attention && { attention }), ...(score !== undefined && { score }) }
    this.#settle(key, { status: 'done', ...rest })
    const { storage, version } = this.#options
    if (version === undefined) return
    const kept: KeptTranslation = { version, key, source: source.text, ...rest }
    // A store that cannot keep says so by its durability; reading goes on.
    storage.keepTranslation(kept).catch(() => undefined)
  }

  #settle(key: SentenceKey, translation: SentenceTranslation): void {
    // Deleted first, so that the map's order is the order of finishing and the oldest attention goes first.
    this.#translations.delete(key)
    this.#translations.set(key, translation)
    this.#lightened.delete(key)
    if (this.#translations.size > attentionsHeld) this.#lighten()
  }

  /** Lets the attention of the oldest go, if it can be read again. */
  #lighten(): void {
    if (this.#options.version === undefined || !this.#options.storage.durability().kept) return
    let surplus = this.#translations.size - this.#lightened.size - attentionsHeld
    for (const [key, translation] of this.#translations) {
      if (surplus <= 0) return
      if (this.#lightened.has(key) || this.#visible.includes(key) || translation.status !== 'done') continue
      const { status, text, score } = translation
      this.#translations.set(key, { status, text, ...(score !== undefined && { score }) })
      this.#lightened.add(key)
      surplus--
    }
  }

  #failOpen(keys: readonly SentenceKey[]): void {
    for (const key of keys) {
      const { status, text } = this.#translations.get(key) ?? { status: 'failed', text: '' }
      if (status !== 'done') this.#translations.set(key, { status: 'failed', text })
    }
  }

  #forget(key: SentenceKey, lookUpAgain = true): void {
    this.#translations.delete(key)
    this.#lightened.delete(key)
    if (lookUpAgain) this.#lookedUp.delete(key)
  }

  async #isReady(signal: AbortSignal): Promise<boolean> {
    if (this.engine.status === 'ready') return true
    if (!this.#consented && !(await this.#options.mayLoad())) return false
    await this.#load(signal)
    return true
  }

  async #load(signal: AbortSignal): Promise<void> {
    for await (const progress of this.#options.translator.load(signal)) {
      signal.throwIfAborted()
      this.#dispatch({ type: 'progress', progress })
    }
  }

  #dispatch(event: EngineEvent): void {
    this.engine = engineReducer(this.engine, event)
    this.#options.onChange()
  }
}
