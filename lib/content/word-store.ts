import type { SentenceWords, WordService } from './word-service'

type Listener = () => void

/**
 * The words of the sentences on the page, as far as the dictionary has told them. Rows ask for their own sentence and
 * are told when it is there; nobody else renders.
 */
export type WordStore = {
  /** Undefined until the dictionary has answered. The same object every time. */
  words(text: string): SentenceWords | undefined
  /** Asks for a sentence; those asked for together go together. */
  request(text: string): void
  subscribe(text: string, listener: Listener): () => void
  /** True after the dictionary could not be opened; a later request tries again. */
  failed(): boolean
  readonly service: WordService
}

/** Sentences per message: what comes back is drawn in one task, and none may last long. */
const batchSize = 8

/** The store over a service. Nothing is loaded before the first request. */
export function createWordStore(service: WordService): WordStore {
  const known = new Map<string, SentenceWords>()
  const listeners = new Map<string, Set<Listener>>()
  const asked = new Set<string>()
  let waiting: string[] = []
  let hasFailed = false

  const tell = (texts: readonly string[]) => {
    for (const text of texts) for (const listener of listeners.get(text) ?? []) listener()
  }
  const ask = async (texts: readonly string[]): Promise<void> => {
    try {
      const answers = await service.words(texts)
      hasFailed = false
      texts.forEach((text, at) => {
        const words = answers[at]
        if (words) known.set(text, words)
      })
    } catch {
      hasFailed = true
      for (const text of texts) asked.delete(text)
    }
    tell(texts)
  }
  const flush = () => {
    const texts = waiting
    waiting = []
    for (let from = 0; from < texts.length; from += batchSize) void ask(texts.slice(from, from + batchSize))
  }
  return {
    words: (text) => known.get(text),
    request(text) {
      if (asked.has(text)) return
      asked.add(text)
      if (waiting.push(text) === 1) queueMicrotask(flush)
    },
    subscribe(text, listener) {
      const own = listeners.get(text) ?? new Set()
      listeners.set(text, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(text) === own) listeners.delete(text)
      }
    },
    failed: () => hasFailed,
    service,
  }
}
