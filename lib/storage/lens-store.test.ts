import { describe, expect, it } from 'vitest'
import { createLensStore, defaultLenses } from './lens-store'
import { createMemoryStorage } from './memory-storage'

describe('lens store', () => {
  it('remembers what was chosen', async () => {
    const storage = createMemoryStorage()
    createLensStore(storage).choose({ roots: true, glosses: 4, delay: 500 })
    const later = createLensStore(storage)
    await later.restore()
    expect(later.getState()).toEqual({ ...defaultLenses, roots: true, glosses: 4, delay: 500 })
  })

  it('leaves out what is not well-formed', async () => {
    const storage = createMemoryStorage()
    await storage.keepSettings({ lenses: { roots: 'yes', marks: false, glosses: 99, delay: 3 } })
    const store = createLensStore(storage)
    await store.restore()
    expect(store.getState()).toEqual({ ...defaultLenses, marks: false })
    await storage.keepSettings({ lenses: 7 })
    await store.restore()
    expect(store.getState()).toEqual({ ...defaultLenses, marks: false })
  })
})
