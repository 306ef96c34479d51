/** Chrome's built-in translator (https://developer.mozilla.org/docs/Web/API/Translator) behind our port. */
import type { LoadProgress, SourceSentence, TranslatedSentence, Translator } from './translator'

type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available'
type Pair = { readonly sourceLanguage: 'id'; readonly targetLanguage: 'en' }
type Monitor = EventTarget
type Built = {
  translate(text: string, options: { signal: AbortSignal }): Promise<string>
  translateStreaming?(text: string, options: { signal: AbortSignal }): ReadableStream<string>
  destroy(): void
}

/** The browser's own `Translator`, as far as it is used. */
export type BrowserTranslator = {
  availability(pair: Pair): Promise<Availability>
  create(options: Pair & { signal: AbortSignal; monitor: (monitor: Monitor) => void }): Promise<Built>
}

const pair: Pair = { sourceLanguage: 'id', targetLanguage: 'en' }

/** The browser's translator if this browser has one. */
export const findBrowserTranslator = (scope: object = globalThis): BrowserTranslator | undefined =>
  'Translator' in scope ? ((scope as { Translator: unknown }).Translator as BrowserTranslator) : undefined

/** Whether the browser has one for Indonesian to English: `ask` when it must download something first. */
export async function chromeAvailability(scope: object = globalThis): Promise<'no' | 'ask' | 'yes'> {
  try {
    const availability = await findBrowserTranslator(scope)?.availability(pair)
    if (availability === undefined || availability === 'unavailable') return 'no'
    return availability === 'available' ? 'yes' : 'ask'
  } catch {
    return 'no'
  }
}

const progressOf = (phase: LoadProgress['phase'], loaded = 0): LoadProgress => ({
  phase,
  file: '',
  // The browser tells a fraction and no size.
  loaded: Math.round(loaded * 100),
  total: phase === 'download' ? 100 : 0,
  speed: 0,
})

/** Text so far after each chunk: some versions stream what is new, older ones the whole text again. */
async function* streamed(
  built: Built,
  { key, text }: SourceSentence,
  signal: AbortSignal,
): AsyncGenerator<TranslatedSentence> {
  if (built.translateStreaming === undefined) {
    yield { key, text: await built.translate(text, { signal }), done: true }
    return
  }
  let whole = ''
  const reader = built.translateStreaming(text, { signal }).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    whole = whole !== '' && value.startsWith(whole) ? value : whole + value
    yield { key, text: whole, done: false }
  }
  yield { key, text: whole, done: true }
}

/** A Translator on the browser's own. Creating it may make the browser download a language pack, which it reports. */
export function createChromeTranslator(browser: BrowserTranslator): Translator {
  let building: Promise<Built> | undefined
  const build = (signal: AbortSignal, onProgress: (fraction: number) => void): Promise<Built> => {
    building ??= browser.create({
      ...pair,
      signal,
      monitor: (monitor) =>
        monitor.addEventListener('downloadprogress', (event) => onProgress((event as ProgressEvent).loaded)),
    })
    building.catch(() => (building = undefined))
    return building
  }
  return {
    model: 'chrome',
    async *load(signal) {
      signal.throwIfAborted()
      let fraction = 0
      let wake = (): void => undefined
      let settled = false
      const built = build(signal, (loaded) => {
        fraction = loaded
        wake()
      }).finally(() => {
        settled = true
        wake()
      })
      // The rejection is met below by `await built`.
      built.catch(() => undefined)
      while (!settled) {
        yield progressOf('download', fraction)
        if (!settled) await new Promise<void>((resolve) => (wake = resolve))
      }
      await built
      yield progressOf('ready')
    },
    async *translate(sentences, signal) {
      signal.throwIfAborted()
      const built = await build(signal, () => undefined)
      for (const sentence of sentences) {
        signal.throwIfAborted()
        yield* streamed(built, sentence, signal)
      }
    },
    dispose: () => {
      void building?.then((built) => built.destroy()).catch(() => undefined)
    },
  }
}
