import { describe, expect, it } from 'vitest'
import { createLexicon } from './lexicon-file'
import { createWordClient, serveWords, type WordPort } from './word-protocol'
import { createWordService, type WordService } from './word-service'
import { createWordStore } from './word-store'
import { readTranslationTable } from './translation-table'

const lexicon = createLexicon({
  entries: [
    { lemma: 'jalan', root: 'jalan', pos: ['noun'], register: 'neutral', band: 1, senses: [{ glosses: ['road'] }] },
    { lemma: 'berjalan', root: 'jalan', pos: ['verb'], register: 'neutral', band: 2, senses: [{ glosses: ['to walk'] }] },
    { lemma: 'anak', root: 'anak', pos: ['noun'], register: 'neutral', band: 1, senses: [{ glosses: ['child'] }] },
  ],
  roots: [],
  named: [],
})
const table = async () => readTranslationTable('berjalan\twalks:0.7 walk:0.2 ran:0.01')
const service = async () => createWordService(lexicon, table)

/** A client and a server at the two ends of a channel. */
function connected(create: () => Promise<WordService>): WordService {
  const { port1, port2 } = new MessageChannel()
  for (const port of [port1, port2]) {
    port.start()
    // Not to keep the test's process alive.
    ;(port as unknown as { unref?: () => void }).unref?.()
  }
  serveWords(port2 as unknown as WordPort, create)
  return createWordClient(() => port1 as unknown as WordPort)
}

describe('words through a port', () => {
  it('answers as the service does here', async () => {
    const far = connected(service)
    const near = await service()
    const text = 'Anak berjalan di jalan.'
    expect(await far.words([text])).toEqual(await near.words([text]))
    expect((await far.search('berjalan')).map(({ entry }) => entry.lemma)).toEqual(['berjalan', 'jalan'])
    expect(await far.forms('jalan', [text, 'Jalan itu.'])).toEqual([
      { form: 'jalan', count: 2 },
      { form: 'berjalan', count: 1 },
    ])
    expect(await far.translations('Berjalan')).toEqual(['walks', 'walk'])
    const links = await far.align('Anak berjalan.', ['The', 'child', 'walks'])
    expect(links.map(({ source, target }) => [source, target])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [2, 2],
      ]),
    )
  })

  it('rejects when the lexicon cannot be opened, and tries again the next time', async () => {
    let tries = 0
    const far = connected(() => {
      tries += 1
      return tries === 1 ? Promise.reject(new Error('offline')) : service()
    })
    await expect(far.words(['Anak.'])).rejects.toThrow('offline')
    await expect(far.words(['Anak.'])).resolves.toHaveLength(1)
  })

  it('settles every question when the worker dies', async () => {
    const listeners = new Map<string, (event: Event) => void>()
    const dead: WordPort = {
      postMessage: () => undefined,
      addEventListener: (type: string, listener: (event: never) => void) =>
        void listeners.set(type, listener as (event: Event) => void),
    }
    const far = createWordClient(() => dead)
    const asked = [far.words(['a']), far.search('b')]
    listeners.get('error')?.(new Event('error'))
    const settled = await Promise.allSettled(asked)
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('word store', () => {
  it('asks for a sentence once, and tells its listeners only', async () => {
    const near = await service()
    const asked: string[][] = []
    const store = createWordStore({
      ...near,
      words: (texts) => {
        asked.push([...texts])
        return near.words(texts)
      },
    })
    const told = new Promise<void>((resolve) => void store.subscribe('Anak.', resolve))
    let others = 0
    store.subscribe('Jalan.', () => (others += 1))
    store.request('Anak.')
    store.request('Anak.')
    await told
    expect(asked).toEqual([['Anak.']])
    expect(store.words('Anak.')?.tokens[0]?.gloss).toBe('child')
    expect(others).toBe(0)
  })

  it('says when the dictionary failed, and asks again when asked again', async () => {
    const near = await service()
    let isBroken = true
    const store = createWordStore({
      ...near,
      words: (texts) => (isBroken ? Promise.reject(new Error('offline')) : near.words(texts)),
    })
    const told = () => new Promise<void>((resolve) => void store.subscribe('Anak.', resolve))
    const first = told()
    store.request('Anak.')
    await first
    expect(store.failed()).toBe(true)
    isBroken = false
    const second = told()
    store.request('Anak.')
    await second
    expect(store.failed()).toBe(false)
    expect(store.words('Anak.')).toBeDefined()
  })
})
