import { describe, expect, it } from 'vitest'
import { chromeAvailability, createChromeTranslator } from './chrome-translator'
import type { BrowserTranslator } from './chrome-translator'
import { collect, sentence } from './translator.contract'

const never = (): AbortSignal => new AbortController().signal

/** A browser's translator: downloads in two steps, then streams words, as a whole so far or only what is new. */
function createBrowser(options: { cumulative?: boolean; streams?: boolean; fails?: boolean } = {}) {
  const calls = { created: 0, destroyed: 0 }
  const browser: BrowserTranslator = {
    availability: () => Promise.resolve('downloadable'),
    create: async ({ monitor }) => {
      calls.created++
      const target = new EventTarget()
      monitor(target)
      for (const loaded of [0.5, 1]) {
        await Promise.resolve()
        target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }))
      }
      if (options.fails && calls.created === 1) throw new Error('no language pack')
      const words = (text: string): string[] => text.toUpperCase().match(/\S+\s*/g) ?? []
      return {
        translate: (text) => Promise.resolve(text.toUpperCase()),
        ...(options.streams === false
          ? {}
          : {
              translateStreaming: (text: string) => {
                const parts = words(text)
                const chunks = options.cumulative
                  ? parts.map((_, i) => parts.slice(0, i + 1).join(''))
                  : parts
                return new ReadableStream<string>({
                  start: (controller) => {
                    chunks.forEach((chunk) => controller.enqueue(chunk))
                    controller.close()
                  },
                })
              },
            }),
        destroy: () => void calls.destroyed++,
      }
    },
  }
  return { browser, calls }
}

describe('chromeAvailability', () => {
  it.each([
    ['available', 'yes'],
    ['downloadable', 'ask'],
    ['downloading', 'ask'],
    ['unavailable', 'no'],
  ])('%s is %s', async (state, expected) => {
    const scope = { Translator: { availability: () => Promise.resolve(state) } }
    expect(await chromeAvailability(scope)).toBe(expected)
  })

  it('is no in a browser without one, or with one that refuses', async () => {
    expect(await chromeAvailability({})).toBe('no')
    expect(
      await chromeAvailability({ Translator: { availability: () => Promise.reject(new Error('policy')) } }),
    ).toBe('no')
  })
})

describe('createChromeTranslator', () => {
  it.each([{}, { cumulative: true }, { streams: false }])(
    'translates, streaming if it can: %j',
    async (options) => {
      const { browser } = createBrowser(options)
      const translator = createChromeTranslator(browser)
      const items = await collect(translator.translate([sentence('satu dua'), sentence('tiga')], never()))
      expect(items.filter(({ done }) => done).map(({ text }) => text)).toEqual(['SATU DUA', 'TIGA'])
      const partials = items
        .filter(({ done, key }) => !done && key === sentence('satu dua').key)
        .map(({ text }) => text)
      expect(partials).toEqual(options.streams === false ? [] : ['SATU ', 'SATU DUA'])
    },
  )

  it('reports the download of the language pack, once', async () => {
    const { browser, calls } = createBrowser()
    const translator = createChromeTranslator(browser)
    const progress = await collect(translator.load(never()))
    expect(progress[0]?.phase).toBe('download')
    expect(progress.at(-1)?.phase).toBe('ready')
    await collect(translator.load(never()))
    await collect(translator.translate([sentence('a')], never()))
    expect(calls.created).toBe(1)
    translator.dispose()
    await expect.poll(() => calls.destroyed).toBe(1)
  })

  it('passes a refusal on and can be asked again', async () => {
    const translator = createChromeTranslator(createBrowser({ fails: true }).browser)
    await expect(collect(translator.load(never()))).rejects.toThrow('no language pack')
    expect((await collect(translator.load(never()))).at(-1)?.phase).toBe('ready')
  })
})
