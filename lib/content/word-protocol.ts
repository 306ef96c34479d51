import type { WordService } from './word-service'

/** One question to the worker; `id` comes back with the answer. */
export type WordCall = {
  readonly id: number
  readonly method: keyof WordService
  readonly args: readonly unknown[]
}

export type WordAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }

/** The little of a worker, or of a message port, that is needed here. */
export type WordPort = {
  postMessage(message: WordCall | WordAnswer): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

/** Answers the questions that come through a port. The service is made at the first one, and again if that failed. */
export function serveWords(port: WordPort, create: () => Promise<WordService>): void {
  let service: Promise<WordService> | undefined
  const answer = async ({ id, method, args }: WordCall): Promise<WordAnswer> => {
    try {
      service ??= create()
      const call = (await service)[method] as (...args: readonly unknown[]) => Promise<unknown>
      return { id, ok: true, value: await call(...args) }
    } catch (error) {
      service = undefined
      return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  }
  port.addEventListener('message', (event) => {
    void answer(event.data as WordCall).then((message) => port.postMessage(message))
  })
}

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

/** The service at the other end of a port. `open` is called at the first question; if the worker dies, all waiting are told. */
export function createWordClient(open: () => WordPort): WordService {
  const waiting = new Map<number, Waiting>()
  let port: WordPort | undefined
  let count = 0
  const fail = (message: string) => {
    port = undefined
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
  }
  const connect = (): WordPort => {
    const opened = open()
    opened.addEventListener('message', (event) => {
      const answer = event.data as WordAnswer
      const call = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) call?.resolve(answer.value as never)
      else call?.reject(new Error(answer.message))
    })
    opened.addEventListener('error', () => fail('the dictionary worker failed'))
    opened.addEventListener('messageerror', () => fail('a message could not be read'))
    return opened
  }
  const call = <T>(method: keyof WordService, ...args: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      try {
        port ??= connect()
        port.postMessage({ id: count, method, args })
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error))
      }
    })
  return {
    words: (texts) => call('words', texts),
    forms: (root, texts) => call('forms', root, texts),
    search: (query, limit) => call('search', query, limit),
    align: (text, english) => call('align', text, english),
    translations: (form) => call('translations', form),
  }
}
