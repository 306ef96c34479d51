import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { openDatabase, type SejajarDatabase } from './database'

/** A database as a past version left it: its stores and indexes as they were made then, and a learner's rows. */
type Fixture = {
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly options: IDBObjectStoreParameters
    readonly indexes: readonly (readonly [name: string, keyPath: string | string[]])[]
    readonly rows: readonly unknown[]
    readonly entries?: readonly (readonly [key: string, value: unknown])[]
  }[]
}

const folder = new URL('./fixtures/', import.meta.url)
const fixtures = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture,
)

async function leave(name: string, { version, stores }: Fixture): Promise<void> {
  const database = await openDB(name, version, {
    upgrade(opened) {
      for (const { name: store, options, indexes } of stores) {
        const made = opened.createObjectStore(store, options)
        for (const [index, keyPath] of indexes) made.createIndex(index, keyPath)
      }
    },
  })
  for (const { name: store, rows, entries } of stores) {
    for (const row of rows) await database.put(store, row)
    for (const [key, value] of entries ?? []) await database.put(store, value, key)
  }
  database.close()
}

const open = (name: string): Promise<SejajarDatabase> =>
  openDatabase({ onBlocked: () => undefined, onClosed: () => undefined }, name)

describe('a database of a past version', () => {
  it('has a fixture for each version there has been', async () => {
    const database = await open('fresh')
    const versions = fixtures.map(({ version }) => version).sort((a, b) => a - b)
    expect(versions).toEqual(Array.from({ length: database.version }, (_, index) => index + 1))
    database.close()
  })

  it.each(fixtures.map((fixture) => [fixture.version, fixture] as const))(
    'version %i opens and keeps every card, answer and article',
    async (version, fixture) => {
      const name = `past-${version}`
      await leave(name, fixture)
      const database = await open(name)
      for (const store of ['cards', 'reviews', 'encounters', 'articles', 'progress', 'glosses'] as const) {
        const before = fixture.stores.find((past) => past.name === store)?.rows ?? []
        const after = await database.getAll(store)
        expect(after).toHaveLength(before.length)
        expect(after).toEqual(expect.arrayContaining([...before]))
      }
      const [{ lemma } = { lemma: '' }] = await database.getAll('cards')
      expect(await database.getAllFromIndex('reviews', 'by-lemma', lemma)).not.toHaveLength(0)
      expect(await database.get('settings', 'theme')).toBe('dark')
      // Cards of every version are found by when they are due.
      const due = IDBKeyRange.bound(['study', 'review', 0], ['study', 'review', Infinity])
      expect((await database.getAllFromIndex('cards', 'by-due', due)).map((card) => card.lemma)).toEqual([
        'anak-anak',
      ])
      database.close()
    },
  )
})
