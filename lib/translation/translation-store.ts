/** What the page knows of translations: the engines' states and the English of every sentence, by model. */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { ReadingStorage } from '@/lib/storage/storage'
import { idle } from './engine-state'
import type { EngineState } from './engine-state'
import { ModelWork } from './model-work'
import type { SentenceTranslation } from './model-work'
import type { ModelId, SentenceKey, SourceSentence, TranslateOptions, Translator } from './translator'

/**
 * Counts the changes. Translations are asked for by `translation()` inside a selector: a sentence's object is replaced
 * only when that sentence changes, so rows of a long article do not render for each other, and no map of 5,000
 * sentences is copied for every token.
 */
export type TranslationState = { readonly revision: number }

export type TranslationStore = Pick<
  StoreApi<TranslationState>,
  'getState' | 'getInitialState' | 'subscribe'
> & {
  /** The same object until that sentence changes; for use in a selector. */
  translation(model: ModelId, key: SentenceKey): SentenceTranslation | undefined
  engine(model: ModelId): EngineState
  /** The article's sentences, in order: kept ones are looked up, the others translated if the model may be loaded. */
  request(model: ModelId, sentences: readonly SourceSentence[]): void
  /** The sentences in view now come first, for every model. */
  see(keys: readonly SentenceKey[]): void
  /** Loads a model: after the reader has agreed to a download, to try again, or while the page is idle. */
  load(model: ModelId): void
  /** Stops a model's download or work; what is finished stays. */
  stop(model: ModelId): void
  /** Translates one sentence anew, e.g. with beams. Settles when it is done, whatever becomes of it. */
  retry(model: ModelId, sentence: SourceSentence, options: TranslateOptions): Promise<void>
  /** Puts a translator in the place of a model's: the reference translation of another article. */
  provide(translator: Translator): void
  dispose(): void
}

export type TranslationStoreOptions = {
  readonly storage: ReadingStorage
  /** Makes the translator of a model when it is first asked for. Throws for a model that does not exist. */
  readonly translatorFor: (model: ModelId) => Translator
  /** The version that a model's translations are kept under; undefined for those that are not kept. */
  readonly versionOf: (model: ModelId) => string | undefined
  /** Whether a model may be loaded without asking. */
  readonly mayLoad: (model: ModelId) => Promise<boolean>
}

/** Tokens come in bursts; the page is told at most once a frame. */
const frame = 16

export function createTranslationStore(options: TranslationStoreOptions): TranslationStore {
  const store = createStore<TranslationState>(() => ({ revision: 0 }))
  const works = new Map<ModelId, ModelWork>()
  let visible: readonly SentenceKey[] = []
  let notice: ReturnType<typeof setTimeout> | undefined

  const onChange = (): void => {
    notice ??= setTimeout(() => {
      notice = undefined
      store.setState(({ revision }) => ({ revision: revision + 1 }))
    }, frame)
  }
  const begin = (model: ModelId, translator: Translator): ModelWork => {
    const { storage, versionOf, mayLoad } = options
    const work = new ModelWork({
      translator,
      storage,
      version: versionOf(model),
      mayLoad: () => mayLoad(model),
      onChange,
    })
    works.set(model, work)
    work.see(visible)
    return work
  }
  const workOf = (model: ModelId): ModelWork => works.get(model) ?? begin(model, options.translatorFor(model))

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    translation: (model, key) => works.get(model)?.translation(key),
    engine: (model) => works.get(model)?.engine ?? idle,
    request: (model, sentences) => workOf(model).want(sentences),
    see: (keys) => {
      visible = keys
      for (const work of works.values()) work.see(keys)
    },
    load: (model) => workOf(model).load(),
    stop: (model) => works.get(model)?.stop(),
    retry: (model, sentence, retryOptions) => workOf(model).retry(sentence, retryOptions),
    provide: (translator) => {
      works.get(translator.model)?.dispose()
      begin(translator.model, translator)
      onChange()
    },
    dispose: () => {
      clearTimeout(notice)
      for (const work of works.values()) work.dispose()
      works.clear()
    },
  }
}
