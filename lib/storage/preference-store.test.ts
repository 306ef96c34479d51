import { describe, expect, it } from 'vitest'
import { createLocalMirror } from './local-mirror'
import { createMemoryStorage } from './memory-storage'
import { createPreferenceStore, type Mirror } from './preference-store'

const emptyMirror = (): Mirror => ({ read: () => ({}), write: () => undefined })

describe('createPreferenceStore', () => {
  it('starts with side by side on the given model and is not yet sure of it', () => {
    const store = createPreferenceStore(createMemoryStorage(), emptyMirror(), 'sejajar')
    expect(store.getState()).toEqual({ mode: 'side', theme: 'system', model: 'sejajar', known: false })
  })

  it('keeps what is chosen, for the next visit and in the mirror', async () => {
    const storage = createMemoryStorage()
    const written: string[] = []
    const mirror: Mirror = {
      read: () => ({}),
      write: ({ mode, theme }) => void written.push(`${mode} ${theme}`),
    }
    const first = createPreferenceStore(storage, mirror, 'sejajar')
    first.choose({ mode: 'blur' })
    first.choose({ theme: 'dark', model: 'opus-mt' })
    expect(written).toEqual(['blur system', 'blur dark'])
    const second = createPreferenceStore(storage, emptyMirror(), 'sejajar')
    await second.restore()
    expect(second.getState()).toEqual({ mode: 'blur', theme: 'dark', model: 'opus-mt', known: true })
  })

  it('keeps what was chosen while the storage was still being read', async () => {
    const storage = createMemoryStorage()
    await storage.keepSettings({ theme: 'light', mode: 'blur' })
    const store = createPreferenceStore(storage, emptyMirror(), 'sejajar')
    const restored = store.restore()
    store.choose({ theme: 'dark' })
    await restored
    expect(store.getState()).toMatchObject({ theme: 'dark', mode: 'blur', known: true })
  })

  it('ignores kept settings that it does not understand', async () => {
    const storage = createMemoryStorage()
    await storage.keepSettings({ mode: 'upside-down' as never, model: 7 as never, theme: 'sepia' })
    const store = createPreferenceStore(storage, emptyMirror(), 'sejajar')
    await store.restore()
    expect(store.getState()).toMatchObject({ mode: 'side', model: 'sejajar', theme: 'sepia' })
  })
})

describe('createLocalMirror', () => {
  it('gives back what was written and nothing malformed', () => {
    const kept = new Map([['sejajar-theme', 'plaid']])
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage
    const mirror = createLocalMirror(() => storage)
    expect(mirror.read()).toEqual({})
    mirror.write({ mode: 'blur', theme: 'dark', model: 'x', known: true })
    expect(mirror.read()).toEqual({ mode: 'blur', theme: 'dark' })
  })

  it('does without where the browser refuses', () => {
    const mirror = createLocalMirror(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(() => mirror.write({ mode: 'side', theme: 'dark', model: 'x', known: true })).not.toThrow()
    expect(mirror.read()).toEqual({})
  })
})
