/** A deterministic engine without a model, for tests of everything around it. */
import type { Engine } from './serve-engine'
import { yieldToEvents } from './translate-sentences'

/** What the fake engine makes of a sentence. */
export const fakeTranslation = (text: string): string => `${text.toUpperCase()} [id→en]`

export type FakeEngineOptions = {
  /** Called before every word; may wait, or throw to make the engine fail. */
  readonly onWord?: (word: string) => void | Promise<void>
}

/** Writes each sentence word by word in capitals, one partial text per word. */
export function createFakeEngine({ onWord }: FakeEngineOptions = {}): Engine {
  return {
    async translate(sentences, job) {
      const distinct = new Map(sentences.map((sentence) => [sentence.key, sentence]))
      for (const { key, text } of distinct.values()) {
        const words = fakeTranslation(text).split(' ')
        for (const [i, word] of words.entries()) {
          await onWord?.(word)
          await yieldToEvents()
          job.signal.throwIfAborted()
          job.onPartial([{ key, text: words.slice(0, i + 1).join(' ') }])
        }
        job.onFinished({ key, text: words.join(' '), score: -0.5 })
      }
    },
    dispose: () => Promise.resolve(),
  }
}
