/** What every Translator must keep to, whatever stands behind it. */
import { describe, expect, it } from 'vitest'
import { sentenceKey } from '@/lib/language/sentence-key'
import { createFakeEngine, fakeTranslation } from './fake-engine'
import type { FakeEngineOptions } from './fake-engine'
import type { Engine } from './serve-engine'
import type { LoadProgress, SourceSentence, TranslatedSentence, Translator } from './translator'

export const sentence = (text: string): SourceSentence => ({ key: sentenceKey(text), text })

/** A fake engine that waits before each word until it is told to go on. */
export function createControlledEngine() {
  let go: (() => void) | undefined
  let arrived: (() => void) | undefined
  const words: string[] = []
  const options: FakeEngineOptions = {
    onWord: (word) => {
      words.push(word)
      arrived?.()
      return new Promise<void>((resolve) => (go = resolve))
    },
  }
  return {
    engine: createFakeEngine(options),
    words,
    /** Lets one word through, once the engine has come to it. */
    step: async () => {
      while (go === undefined) await new Promise<void>((resolve) => (arrived = resolve))
      const release = go
      go = undefined
      release()
    },
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const never = (): AbortSignal => new AbortController().signal
const finished = (items: readonly TranslatedSentence[]): readonly TranslatedSentence[] =>
  items.filter(({ done }) => done)

/** `make` returns a translator on an engine; `engines` counts how often one was created. */
export type MakeTranslator = (create: () => Promise<Engine>) => Translator

/** The suite; run it on every way to make a translator. */
export function translatorContract(name: string, make: MakeTranslator): void {
  describe(name, () => {
    const plain = (): Translator => make(() => Promise.resolve(createFakeEngine()))

    it('reports that it is ready, each time that it is asked', async () => {
      const translator = plain()
      const first: LoadProgress[] = await collect(translator.load(never()))
      const second = await collect(translator.load(never()))
      expect(first.at(-1)?.phase).toBe('ready')
      expect(second.at(-1)?.phase).toBe('ready')
      translator.dispose()
    })

    it('translates each sentence once, in order, with growing partial texts before it', async () => {
      const translator = plain()
      const sentences = ['satu dua', 'tiga', 'empat lima enam'].map(sentence)
      const items = await collect(translator.translate(sentences, never()))
      expect(finished(items).map(({ text }) => text)).toEqual(
        sentences.map(({ text }) => fakeTranslation(text)),
      )
      for (const { key, text } of sentences) {
        const own = items.filter((item) => item.key === key)
        expect(own.at(-1)?.done).toBe(true)
        expect(own.length).toBeGreaterThan(1)
        own.forEach((item, i) =>
          expect(fakeTranslation(text).startsWith(item.text), `partial ${i}`).toBe(true),
        )
      }
      translator.dispose()
    })

    it('gives nothing for nothing, and one answer for a sentence that occurs twice', async () => {
      const translator = plain()
      expect(await collect(translator.translate([], never()))).toEqual([])
      const twice = [sentence('sama'), sentence('sama')]
      expect(finished(await collect(translator.translate(twice, never())))).toHaveLength(1)
      translator.dispose()
    })

    it('keeps two jobs apart that run at once', async () => {
      const translator = plain()
      const texts = [
        ['a b c', 'd'],
        ['e', 'f g'],
      ]
      const jobs = texts.map((job) => collect(translator.translate(job.map(sentence), never())))
      const results = await Promise.all(jobs)
      results.forEach((items, i) => {
        expect(finished(items).map(({ text }) => text)).toEqual(texts[i]!.map(fakeTranslation))
      })
      translator.dispose()
    })

    it('stops in the middle of a sentence when it is cancelled, and goes on with the next job', async () => {
      const controlled = createControlledEngine()
      const translator = make(() => Promise.resolve(controlled.engine))
      const abort = new AbortController()
      const seen: string[] = []
      const reading = (async () => {
        for await (const { text } of translator.translate([sentence('satu dua tiga empat')], abort.signal)) {
          seen.push(text)
          abort.abort(new Error('enough'))
        }
      })()
      await controlled.step()
      await expect(reading).rejects.toThrow('enough')
      expect(seen).toEqual(['SATU'])
      // The engine stands before its second word; let it find out that it was cancelled.
      await controlled.step()
      const next = collect(translator.translate([sentence('lima')], never()))
      await controlled.step()
      await controlled.step()
      expect(finished(await next).map(({ text }) => text)).toEqual([fakeTranslation('lima')])
      expect(controlled.words).toEqual(['SATU', 'DUA', 'LIMA', '[id→en]'])
      translator.dispose()
    })

    it('throws at once for a signal that was aborted before', async () => {
      const translator = plain()
      const aborted = AbortSignal.abort(new Error('too late'))
      await expect(collect(translator.translate([sentence('a')], aborted))).rejects.toThrow('too late')
      await expect(collect(translator.load(aborted))).rejects.toThrow('too late')
      translator.dispose()
    })

    it('lets go of a job whose reader leaves the loop', async () => {
      const translator = plain()
      for await (const item of translator.translate([sentence('a b c d')], never())) {
        expect(item.done).toBe(false)
        break
      }
      const items = await collect(translator.translate([sentence('e')], never()))
      expect(finished(items)).toHaveLength(1)
      translator.dispose()
    })

    it('passes on what the engine throws, and works again afterwards', async () => {
      let fail = true
      const engine = createFakeEngine({
        onWord: () => {
          if (fail) throw new RangeError('the engine broke')
        },
      })
      const translator = make(() => Promise.resolve(engine))
      await expect(collect(translator.translate([sentence('a')], never()))).rejects.toThrow(
        'the engine broke',
      )
      fail = false
      expect(finished(await collect(translator.translate([sentence('a')], never())))).toHaveLength(1)
      translator.dispose()
    })

    it('settles every open job when it is put away', async () => {
      const controlled = createControlledEngine()
      const translator = make(() => Promise.resolve(controlled.engine))
      const reading = collect(translator.translate([sentence('a b c')], never()))
      reading.catch(() => undefined)
      await controlled.step()
      translator.dispose()
      await expect(reading).rejects.toThrow()
      await expect(collect(translator.translate([sentence('a')], never()))).rejects.toThrow()
    })
  })
}
