/** A Translator on an engine in the same thread: for tests and tools. */
import { EventQueue } from './event-queue'
import type { Engine } from './serve-engine'
import type { TranslatedSentence, Translator } from './translator'

/** Wraps an engine that is made when it is first needed; a failed attempt is not remembered. */
export function createLocalTranslator(model: string, create: () => Promise<Engine>): Translator {
  let loading: Promise<Engine> | undefined
  const away = new AbortController()
  const engine = (): Promise<Engine> => {
    loading ??= create()
    loading.catch(() => (loading = undefined))
    return loading
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    model,
    async *load(signal) {
      signal.throwIfAborted()
      away.signal.throwIfAborted()
      await engine()
      signal.throwIfAborted()
      yield { phase: 'ready', file: '', loaded: 0, total: 0, speed: 0 }
    },
    translate: (sentences, signal, { beams = 1, attention = false } = {}) => {
      const left = new AbortController()
      const any = AbortSignal.any([signal, away.signal, left.signal])
      const queue = new EventQueue<TranslatedSentence>(() => left.abort())
      const fail = (): void => queue.fail(any.reason)
      if (any.aborted) fail()
      any.addEventListener('abort', fail, { once: true })
      const work = turn.then(async () => {
        any.throwIfAborted()
        await (
          await engine()
        ).translate(sentences, {
          beams,
          attention,
          signal: any,
          onPartial: (partials) => partials.forEach((partial) => queue.push({ ...partial, done: false })),
          onFinished: (sentence) => queue.push({ ...sentence, done: true }),
        })
      })
      turn = work.catch(() => undefined)
      work.then(
        () => queue.end(),
        (error: unknown) => queue.fail(error),
      )
      return queue
    },
    dispose: () => away.abort(new Error('The translator was put away')),
  }
}
