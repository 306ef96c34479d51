import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SentenceKey } from '../translation/translator'
import { openDatabase } from './database'
import { createIndexedDbStorage } from './indexed-db-storage'
import { createMemoryStorage } from './memory-storage'
import type { Durability, KeptTranslation, ReadingStorage } from './storage'

let count = 0
let name = ''
beforeEach(() => {
  name = `sejajar-${count++}`
})

const key = (value: string) => value as SentenceKey
const kept = (version: string, id: string, text: string): KeptTranslation => ({
  version,
  key: key(id),
  source: 'Selamat pagi.',
  text,
})
const persistent = () => createIndexedDbStorage((events) => openDatabase(events, name))

describe.each<[string, () => ReadingStorage]>([
  ['memory', () => createMemoryStorage()],
  ['IndexedDB', persistent],
  ['IndexedDB that is refused', () => createIndexedDbStorage(() => Promise.reject(new Error('refused')))],
])('reading storage: %s', (_, make) => {
  it('finds translations by version and key, and only those', async () => {
    const storage = make()
    await storage.keepTranslation(kept('a@1', 'x', 'Good morning.'))
    await storage.keepTranslation(kept('a@2', 'x', 'Morning.'))
    const found = await storage.translations('a@1', [key('x'), key('y')])
    expect(found.map(({ text }) => text)).toEqual(['Good morning.'])
  })

  it('replaces a translation that is kept again and forgets one', async () => {
    const storage = make()
    await storage.keepTranslation(kept('a@1', 'x', 'first'))
    await storage.keepTranslation(kept('a@1', 'x', 'second'))
    expect((await storage.translations('a@1', [key('x')])).map(({ text }) => text)).toEqual(['second'])
    await storage.forgetTranslation('a@1', key('x'))
    expect(await storage.translations('a@1', [key('x')])).toEqual([])
  })

  it('lists own articles, the newest first, and removes them', async () => {
    const storage = make()
    await storage.keepArticle({ id: '1', title: 'Lama', text: 'Lama.', createdAt: 1 })
    await storage.keepArticle({ id: '2', title: 'Baru', text: 'Baru.', createdAt: 2 })
    expect((await storage.articles()).map(({ title }) => title)).toEqual(['Baru', 'Lama'])
    await storage.removeArticle('2')
    expect((await storage.articles()).map(({ title }) => title)).toEqual(['Lama'])
  })

  it('keeps progress per article and merges settings', async () => {
    const storage = make()
    await storage.keepProgress({ slug: 'a', furthest: 3, sentences: 9, at: 1 })
    await storage.keepProgress({ slug: 'a', furthest: 8, sentences: 9, at: 2 })
    expect(await storage.progress()).toEqual([{ slug: 'a', furthest: 8, sentences: 9, at: 2 }])
    await storage.keepSettings({ mode: 'blur' })
    await storage.keepSettings({ theme: 'dark' })
    expect(await storage.settings()).toEqual({ mode: 'blur', theme: 'dark' })
  })
})

describe('durability', () => {
  it('survives a reload in IndexedDB', async () => {
    await persistent().keepTranslation(kept('a@1', 'x', 'Good morning.'))
    const again = persistent()
    expect((await again.translations('a@1', [key('x')]))[0]?.text).toBe('Good morning.')
    expect(again.durability()).toEqual({ kept: true })
  })

  it('says that storage was refused, and tells listeners', async () => {
    const storage = createIndexedDbStorage(() => Promise.reject(new Error('private mode')))
    const heard: Durability[] = []
    storage.onDurability((durability) => heard.push(durability))
    await storage.keepSettings({ mode: 'side' })
    expect(storage.durability()).toEqual({ kept: false, reason: 'refused' })
    expect(heard).toEqual([{ kept: false, reason: 'refused' }])
  })

  it('says that storage is full, keeps the sentence for this visit, and goes on', async () => {
    const storage = createIndexedDbStorage(async (events) => {
      const database = await openDatabase(events, name)
      return Object.assign(database, {
        put: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
      })
    })
    await storage.keepTranslation(kept('a@1', 'x', 'Good morning.'))
    expect(storage.durability()).toEqual({ kept: false, reason: 'full' })
    expect((await storage.translations('a@1', [key('x')]))[0]?.text).toBe('Good morning.')
  })

  it('gives way to a newer tab, says so, and still answers', async () => {
    const storage = persistent()
    await storage.keepSettings({ mode: 'blur' })
    const newer = await openDB(name, 99)
    expect(storage.durability()).toEqual({ kept: false, reason: 'blocked' })
    // Opening the older version now fails: reads answer as if empty instead of throwing.
    expect(await storage.settings()).toEqual({})
    await storage.keepSettings({ mode: 'side' })
    expect((await storage.settings()).mode).toBe('side')
    newer.close()
  })
})
