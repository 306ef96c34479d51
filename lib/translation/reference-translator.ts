/** The human translation of an article as a translator like any other, so that it can be read and compared. */
import type { SentenceKey, Translator } from './translator'

/** A translator that gives each sentence the text it was made with; sentences it does not know it passes over. */
export function createReferenceTranslator(reference: ReadonlyMap<SentenceKey, string>): Translator {
  return {
    model: 'reference',
    async *load() {
      yield { phase: 'ready', file: '', loaded: 0, total: 0, speed: 0 }
    },
    async *translate(sentences, signal) {
      for (const { key } of sentences) {
        signal.throwIfAborted()
        const text = reference.get(key)
        if (text !== undefined) yield { key, text, done: true }
      }
    },
    dispose: () => undefined,
  }
}
