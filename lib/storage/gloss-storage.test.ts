import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database'
import { createGlossStore, glossLimit } from './gloss-storage'

let count = 0
const named = () => {
  count += 1
  const name = `glosses-${count}`
  return (events: Parameters<typeof openDatabase>[0]) => openDatabase(events, name)
}

describe('gloss store', () => {
  it('keeps a gloss for the next visit, under the lemma in any case', async () => {
    const open = named()
    const store = createGlossStore(() => 5, open)
    await store.keep(' Lurah ', '  village   head ')
    expect(store.getState().glosses.get('lurah')).toBe('village head')
    const later = createGlossStore(() => 9, open)
    expect(later.getState().ready).toBe(false)
    await later.restore()
    expect(later.getState()).toMatchObject({ ready: true, kept: true })
    expect([...later.getState().glosses]).toEqual([['lurah', 'village head']])
  })

  it('takes an empty gloss away', async () => {
    const open = named()
    const store = createGlossStore(() => 5, open)
    await store.keep('lurah', 'village head')
    await store.keep('camat', 'district head')
    await store.keep('lurah', '  ')
    const later = createGlossStore(() => 9, open)
    await later.restore()
    expect([...later.getState().glosses]).toEqual([['camat', 'district head']])
  })

  it('cuts what is no gloss but an essay', async () => {
    const store = createGlossStore(() => 1, named())
    await store.keep('lurah', 'x'.repeat(5000))
    expect(store.getState().glosses.get('lurah')).toHaveLength(glossLimit)
  })

  it('leaves out rows of a backup that are no glosses', async () => {
    const open = named()
    const database = await open({ onBlocked: () => undefined, onClosed: () => undefined })
    await database.put('glosses', { lemma: 'a', gloss: 7 })
    await database.put('glosses', { lemma: 'b', gloss: 'ok' })
    const store = createGlossStore(() => 1, open)
    await store.restore()
    expect([...store.getState().glosses]).toEqual([['b', 'ok']])
  })

  it('goes on in memory where nothing can be kept, and says so', async () => {
    const store = createGlossStore(
      () => 1,
      () => Promise.reject(new Error('private')),
    )
    await store.restore()
    await store.keep('lurah', 'village head')
    expect(store.getState()).toMatchObject({ ready: true, kept: false })
    expect(store.getState().glosses.get('lurah')).toBe('village head')
  })
})
