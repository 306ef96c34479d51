import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Card } from '../study/card'
import type { Encounter, Review } from '../study/history'
import type { KeptTranslation, OwnArticle, ReadingProgress } from './storage'

/** Rows that later parts own: their stores exist here so that the version has one place, their types live with them. */
type Row = Readonly<Record<string, unknown>>

/** Every object store of the app. A new store or index is a new step in `migrations`, never a change to an old one. */
export interface SejajarSchema extends DBSchema {
  translations: { key: [version: string, key: string]; value: KeptTranslation }
  articles: { key: string; value: OwnArticle }
  progress: { key: string; value: ReadingProgress }
  settings: { key: string; value: unknown }
  /** The reader's own glosses, by lemma. */
  glosses: { key: string; value: Row }
  /** Imported dictionaries, by id, and their entries. */
  dictionaries: { key: string; value: Row }
  dictionaryEntries: { key: number; value: Row; indexes: { 'by-term': string; 'by-dictionary': string } }
  /** Words under study, by lemma; every answer ever given; every meeting with a word. */
  cards: { key: string; value: Card; indexes: { 'by-due': [mark: string, phase: string, due: number] } }
  reviews: { key: string; value: Review; indexes: { 'by-lemma': string; 'by-time': number } }
  encounters: { key: string; value: Encounter; indexes: { 'by-lemma': string; 'by-time': number } }
  /** Parts of model downloads, by address, so that a cut download goes on where it stopped. */
  downloads: { key: string; value: Row }
}

export type SejajarDatabase = IDBPDatabase<SejajarSchema>

/** The transaction of an upgrade, through which stores that exist already can be changed. */
type Upgrade = IDBPTransaction<SejajarSchema, StoreNames<SejajarSchema>[], 'versionchange'>

export const databaseName = 'sejajar'

/** Step n takes a database from version n to n + 1. Only ever appended to: readers' databases stand at every version. */
const migrations: readonly ((database: SejajarDatabase, upgrade: Upgrade) => void)[] = [
  (database) => {
    database.createObjectStore('translations', { keyPath: ['version', 'key'] })
    database.createObjectStore('articles', { keyPath: 'id' })
    database.createObjectStore('progress', { keyPath: 'slug' })
    database.createObjectStore('settings')
    database.createObjectStore('glosses', { keyPath: 'lemma' })
    database.createObjectStore('dictionaries', { keyPath: 'id' })
    const entries = database.createObjectStore('dictionaryEntries', { autoIncrement: true })
    entries.createIndex('by-term', 'term')
    entries.createIndex('by-dictionary', 'dictionary')
    database.createObjectStore('cards', { keyPath: 'lemma' })
    const reviews = database.createObjectStore('reviews', { keyPath: 'id' })
    reviews.createIndex('by-lemma', 'lemma')
    reviews.createIndex('by-time', 'at')
    const encounters = database.createObjectStore('encounters', { keyPath: 'id' })
    encounters.createIndex('by-lemma', 'lemma')
    encounters.createIndex('by-time', 'at')
    database.createObjectStore('downloads', { keyPath: 'url' })
  },
  // A session reads what is due, not all that there is.
  (_database, upgrade) => {
    upgrade.objectStore('cards').createIndex('by-due', ['mark', 'memory.phase', 'memory.due'])
  },
]

type DatabaseEvents = {
  /** An older tab keeps the old version open: this one waits. */
  readonly onBlocked: () => void
  /** A newer tab wants to upgrade, or the browser closed the database: this handle is of no more use. */
  readonly onClosed: () => void
}

/** Opens the database, upgrading it step by step. Rejects where the browser refuses (private mode, storage turned off). */
export async function openDatabase(events: DatabaseEvents, name = databaseName): Promise<SejajarDatabase> {
  const database = await openDB<SejajarSchema>(name, migrations.length, {
    upgrade(opened, from, _to, transaction) {
      for (const migrate of migrations.slice(from)) migrate(opened, transaction)
    },
    blocked: events.onBlocked,
    blocking(_current, _blocked, event) {
      // Two tabs, the other one newer: give way, or its upgrade would wait for ever.
      ;(event.target as IDBDatabase).close()
      events.onClosed()
    },
    terminated: events.onClosed,
  })
  return database
}

/** Opens the database at the first call and again after it was closed or could not be had; in between the same one. */
export function lastingConnection(
  open: (events: DatabaseEvents) => Promise<SejajarDatabase>,
): () => Promise<SejajarDatabase> {
  let connection: Promise<SejajarDatabase> | undefined
  const forget = () => {
    connection = undefined
  }
  return () => {
    connection ??= open({ onBlocked: () => undefined, onClosed: forget })
    // A refusal is not for ever: the next use tries again.
    connection.catch(forget)
    return connection
  }
}
