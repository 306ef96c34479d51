import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStorage } from '@/lib/storage/memory-storage'
import { ModelDownloadError, WorkerLostError } from './download-error'
import { createFakeEngine, fakeTranslation } from './fake-engine'
import { createLocalTranslator } from './local-translator'
import { createReferenceTranslator } from './reference-translator'
import type { Engine } from './serve-engine'
import { createTranslationStore } from './translation-store'
import type { TranslationStore, TranslationStoreOptions } from './translation-store'
import { createControlledEngine, sentence } from './translator.contract'
import type { Translator } from './translator'

/** Waits as long as a busy machine may need. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000 })

const open: TranslationStore[] = []
afterEach(() => open.splice(0).forEach((store) => store.dispose()))

function createStore(engine: () => Promise<Engine>, options: Partial<TranslationStoreOptions> = {}) {
  const storage = options.storage ?? createMemoryStorage({ kept: true })
  const store = createTranslationStore({
    storage,
    translatorFor: (model) => createLocalTranslator(model, engine),
    versionOf: (model) => `${model}@1`,
    mayLoad: () => Promise.resolve(true),
    ...options,
  })
  open.push(store)
  return { store, storage }
}

const fake = (): Promise<Engine> => Promise.resolve(createFakeEngine())
const texts = (count: number) => Array.from({ length: count }, (_, i) => sentence(`kalimat ${i}`))
const settled = (store: TranslationStore, sentences: ReturnType<typeof texts>, model = 'fake') =>
  eventually(() => {
    for (const { key } of sentences) expect(store.translation(model, key)?.status).toBe('done')
  })

describe('translation store', () => {
  it('translates what is requested and keeps it', async () => {
    const { store, storage } = createStore(fake)
    const sentences = texts(40)
    store.request('fake', sentences)
    await settled(store, sentences)
    expect(store.translation('fake', sentences[7]!.key)?.text).toBe(fakeTranslation('kalimat 7'))
    expect(store.engine('fake').status).toBe('ready')
    const kept = await storage.translations(
      'fake@1',
      sentences.map(({ key }) => key),
    )
    expect(kept).toHaveLength(40)
    expect(kept[0]).toMatchObject({ source: 'kalimat 0', text: fakeTranslation('kalimat 0') })
  })

  it('shows what was kept without loading a model, and translates only what is new', async () => {
    const storage = createMemoryStorage({ kept: true })
    const first = createStore(fake, { storage }).store
    first.request('fake', texts(5))
    await settled(first, texts(5))
    const translated: string[] = []
    const engine = createFakeEngine({ onWord: (word) => void translated.push(word) })
    let loads = 0
    const load = (): Promise<Engine> => {
      loads++
      return Promise.resolve(engine)
    }
    const { store } = createStore(load, { storage })
    store.request('fake', texts(5))
    await settled(store, texts(5))
    expect(loads).toBe(0)
    expect(store.engine('fake').status).toBe('idle')
    const edited = [...texts(4), sentence('kalimat baru')]
    store.request('fake', edited)
    await settled(store, edited)
    expect(translated).toEqual(['KALIMAT', 'BARU', '[id→en]'])
  })

  it('begins with the sentences in view', async () => {
    const order: string[] = []
    const engine = createFakeEngine({ onWord: (word) => void (/^\d+$/.test(word) && order.push(word)) })
    const { store } = createStore(() => Promise.resolve(engine))
    const sentences = texts(60)
    store.see(sentences.slice(50).map(({ key }) => key))
    store.request('fake', sentences)
    await settled(store, sentences)
    expect(order.slice(0, 10)).toEqual(['50', '51', '52', '53', '54', '55', '56', '57', '58', '59'])
    expect(order[10]).toBe('0')
  })

  it('turns to what comes into view while it works', async () => {
    const controlled = createControlledEngine()
    const { store } = createStore(() => Promise.resolve(controlled.engine))
    const sentences = texts(40)
    store.request('fake', sentences)
    for (let i = 0; i < 3; i++) await controlled.step()
    store.see([sentences[39]!.key])
    for (let i = 3; i < 16 * 3 + 3; i++) await controlled.step()
    await eventually(() => expect(store.translation('fake', sentences[39]!.key)?.status).toBe('done'))
    expect(store.translation('fake', sentences[20]!.key)).toBeUndefined()
  })

  it('shows text while it is written, and replaces only the object of the sentence that changed', async () => {
    const controlled = createControlledEngine()
    const { store } = createStore(() => Promise.resolve(controlled.engine))
    const [a, b] = [sentence('satu'), sentence('dua')]
    store.request('fake', [a, b])
    await controlled.step()
    await eventually(() =>
      expect(store.translation('fake', a.key)).toEqual({ status: 'writing', text: 'SATU' }),
    )
    await controlled.step()
    await eventually(() => expect(store.translation('fake', a.key)?.status).toBe('done'))
    const done = store.translation('fake', a.key)
    const { revision } = store.getState()
    await controlled.step()
    await controlled.step()
    await eventually(() => expect(store.translation('fake', b.key)?.status).toBe('done'))
    await eventually(() => expect(store.getState().revision).toBeGreaterThan(revision))
    expect(store.translation('fake', a.key)).toBe(done)
  })

  it('does not load a model that must be asked for, until it is', async () => {
    let loads = 0
    const load = (): Promise<Engine> => {
      loads++
      return fake()
    }
    const { store } = createStore(load, { mayLoad: () => Promise.resolve(false) })
    store.request('fake', texts(2))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect([loads, store.engine('fake').status]).toEqual([0, 'idle'])
    store.load('fake')
    await settled(store, texts(2))
    expect(loads).toBe(1)
  })

  it('says why a model could not be had, and tries again when told to', async () => {
    let attempts = 0
    const load = (): Promise<Engine> =>
      ++attempts === 1 ? Promise.reject(new ModelDownloadError('cut', 'onnx/a.onnx')) : fake()
    const { store } = createStore(load)
    store.request('fake', texts(3))
    await eventually(() =>
      expect(store.engine('fake')).toMatchObject({
        status: 'failed',
        error: { kind: 'cut', file: 'onnx/a.onnx' },
      }),
    )
    expect(store.translation('fake', texts(1)[0]!.key)).toBeUndefined()
    store.load('fake')
    await settled(store, texts(3))
  })

  it('keeps what is finished when the worker is lost, marks the rest, and can go on', async () => {
    let broken = true
    const engine = createFakeEngine({
      onWord: (word) => {
        if (broken && word === '2') throw new WorkerLostError('gone')
      },
    })
    const { store } = createStore(() => Promise.resolve(engine))
    const sentences = texts(4)
    store.request('fake', sentences)
    await eventually(() =>
      expect(store.engine('fake')).toMatchObject({ status: 'failed', error: { kind: 'worker' } }),
    )
    expect(sentences.map(({ key }) => store.translation('fake', key)?.status)).toEqual([
      'done',
      'done',
      'failed',
      'failed',
    ])
    broken = false
    store.load('fake')
    await settled(store, sentences)
  })

  it('translates one sentence anew, and keeps the old text when that fails', async () => {
    const beams: number[] = []
    const engine = createFakeEngine()
    const watched: Engine = {
      ...engine,
      translate: (sentences, job) => {
        beams.push(job.beams)
        return job.beams === 8 ? Promise.reject(new Error('too many')) : engine.translate(sentences, job)
      },
    }
    const { store } = createStore(() => Promise.resolve(watched))
    const [one] = texts(1)
    store.request('fake', [one!])
    await settled(store, [one!])
    const before = store.translation('fake', one!.key)
    await store.retry('fake', one!, { beams: 4 })
    expect(store.translation('fake', one!.key)).toEqual(before)
    await store.retry('fake', one!, { beams: 8 })
    expect(store.translation('fake', one!.key)?.text).toBe(before?.text)
    expect(beams).toEqual([1, 4, 8])
  })

  it('stops when it is told to, and goes on when asked again', async () => {
    const controlled = createControlledEngine()
    const { store } = createStore(() => Promise.resolve(controlled.engine))
    const [a, b] = [sentence('satu'), sentence('dua')]
    store.request('fake', [a, b])
    for (let i = 0; i < 2; i++) await controlled.step()
    await eventually(() => expect(store.translation('fake', a.key)?.status).toBe('done'))
    store.stop('fake')
    await controlled.step()
    expect(store.translation('fake', b.key)).toBeUndefined()
    expect(store.translation('fake', a.key)?.status).toBe('done')
    store.request('fake', [a, b])
    for (let i = 0; i < 2; i++) await controlled.step()
    await settled(store, [a, b])
  })

  it('holds two models at once, and takes another reference for another article', async () => {
    const reference = (text: string): Translator =>
      createReferenceTranslator(new Map([[sentence('satu').key, text]]))
    const { store, storage } = createStore(fake, {
      translatorFor: (model) =>
        model === 'reference' ? reference('one') : createLocalTranslator(model, fake),
      versionOf: (model) => (model === 'reference' ? undefined : `${model}@1`),
    })
    const [one] = [sentence('satu')]
    store.request('fake', [one])
    store.request('reference', [one])
    await settled(store, [one])
    await settled(store, [one], 'reference')
    expect(store.translation('reference', one.key)?.text).toBe('one')
    expect(await storage.translations('reference@1', [one.key])).toEqual([])
    store.provide(reference('the other one'))
    store.request('reference', [one])
    await eventually(() => expect(store.translation('reference', one.key)?.text).toBe('the other one'))
  })

  it('lets the attention of long articles go and reads it again when it is looked at', async () => {
    const engine = createFakeEngine()
    const attentive: Engine = {
      ...engine,
      translate: (sentences, job) =>
        engine.translate(sentences, {
          ...job,
          onPartial: () => undefined,
          onFinished: (finished) =>
            job.onFinished({
              ...finished,
              attention: { source: [], target: [], weights: new Float32Array(4) },
            }),
        }),
    }
    const { store } = createStore(() => Promise.resolve(attentive))
    const sentences = texts(900)
    store.request('fake', sentences)
    await settled(store, sentences)
    const held = sentences.filter(({ key }) => store.translation('fake', key)?.attention !== undefined)
    expect(held.length).toBeLessThanOrEqual(600)
    const [first] = sentences
    expect(store.translation('fake', first!.key)?.attention).toBeUndefined()
    store.see([first!.key])
    await eventually(() => expect(store.translation('fake', first!.key)?.attention).toBeDefined())
  })
})
