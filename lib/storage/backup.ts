import { recomputeMemory } from '../study/history'
import type { Card } from '../study/card'
import { createScheduler } from '../study/schedule'
import { ImportError, type BackupData } from './backup-format'
import { laterCard } from './backup-parse'
import type { IDBPTransaction } from 'idb'
import { openDatabase, type SejajarDatabase, type SejajarSchema } from './database'
import { readSettings } from './study-storage'

/** Keep what is here and add the file's, or make this device what the file says. */
export type ImportMode = 'merge' | 'replace'

/** What an import would do, in numbers, before it is done. */
export type ImportPreview = {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Words here that the file does not have: kept by a merge, lost by a replacement. */
  readonly missing: number
  readonly reviews: number
  readonly articles: number
}

/** Reads and writes everything at once. */
export interface BackupStorage {
  read(): Promise<BackupData>
  /** All of it or none: a failure leaves what was there. Throws an `ImportError`. */
  write(data: BackupData, mode: ImportMode): Promise<void>
}

const stores = ['cards', 'reviews', 'encounters', 'glosses', 'articles', 'progress', 'settings'] as const

/** Compares a file with what is here. */
export function previewImport(current: BackupData, incoming: BackupData, mode: ImportMode): ImportPreview {
  const here = new Map(current.cards.map((card) => [card.lemma, card]))
  const result = mergeData(current, incoming)
  const after = new Map((mode === 'merge' ? result : incoming).cards.map((card) => [card.lemma, card]))
  let [added, changed, same] = [0, 0, 0]
  for (const { lemma } of incoming.cards) {
    const before = here.get(lemma)
    if (!before) added += 1
    else if (JSON.stringify(before) === JSON.stringify(after.get(lemma))) same += 1
    else changed += 1
  }
  const known = new Set(current.reviews.map(({ id }) => id))
  const articles = new Set(current.articles.map(({ id }) => id))
  return {
    added,
    changed,
    same,
    missing: current.cards.length - changed - same,
    reviews: incoming.reviews.filter(({ id }) => !known.has(id)).length,
    articles: incoming.articles.filter(({ id }) => !articles.has(id)).length,
  }
}

/**
 * Both together, nothing lost: of a card written on two devices the later record, all answers of both, and a memory
 * computed from them where each had answers that the other had not.
 */
export function mergeData(current: BackupData, incoming: BackupData): BackupData {
  const settings = { ...incoming.settings, ...current.settings }
  const scheduler = createScheduler(readSettings(settings.study))
  const reviews = union(current.reviews, incoming.reviews, ({ id }) => id)
  const encounters = union(current.encounters, incoming.encounters, ({ id }) => id)
  const [here, there] = [countBy(current.reviews), countBy(incoming.reviews)]
  const all = groupBy(reviews)
  const lookups = groupBy(encounters)
  const theirs = new Map(incoming.cards.map((card) => [card.lemma, card]))
  const mine = new Map(current.cards.map((card) => [card.lemma, card]))
  const cards = union(current.cards, incoming.cards, ({ lemma }) => lemma).map(({ lemma }): Card => {
    const [a, b] = [mine.get(lemma), theirs.get(lemma)]
    if (!a || !b) return (a ?? b) as Card
    const card = laterCard(a, b)
    const own = all.get(lemma) ?? []
    const counts = [here.get(lemma) ?? 0, there.get(lemma) ?? 0]
    if (own.length === counts[0]) return { ...card, memory: a.memory }
    if (own.length === counts[1]) return { ...card, memory: b.memory }
    const memory = recomputeMemory(card.createdAt, own, lookups.get(lemma) ?? [], scheduler)
    return { ...card, memory, revision: Math.max(a.revision, b.revision) + 1 }
  })
  return {
    cards,
    reviews,
    encounters,
    glosses: union(incoming.glosses, current.glosses, ({ lemma }) => String(lemma)),
    articles: union(incoming.articles, current.articles, ({ id }) => id),
    progress: mergeProgress(current, incoming),
    settings,
  }
}

function mergeProgress(current: BackupData, incoming: BackupData): BackupData['progress'] {
  const furthest = new Map(current.progress.map((row) => [row.slug, row]))
  for (const row of incoming.progress) {
    const before = furthest.get(row.slug)
    if (!before || row.furthest > before.furthest) furthest.set(row.slug, row)
  }
  return [...furthest.values()]
}

/** Records of both by key; the second list's win. */
function union<T>(first: readonly T[], second: readonly T[], key: (value: T) => string): T[] {
  const found = new Map(first.map((value) => [key(value), value]))
  for (const value of second) found.set(key(value), value)
  return [...found.values()]
}

function countBy(events: readonly { lemma: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { lemma } of events) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
  return counts
}

function groupBy<T extends { lemma: string }>(events: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const event of events) {
    const group = groups.get(event.lemma)
    if (group) group.push(event)
    else groups.set(event.lemma, [event])
  }
  return groups
}

/** Backup storage over the app's database, with a connection of its own for each use. */
export function createBackupStorage(
  open: (events: Parameters<typeof openDatabase>[0]) => Promise<SejajarDatabase> = openDatabase,
): BackupStorage {
  async function withDatabase<T>(work: (database: SejajarDatabase) => Promise<T>): Promise<T> {
    const database = await open({ onBlocked: () => undefined, onClosed: () => undefined })
    try {
      return await work(database)
    } finally {
      database.close()
    }
  }
  return {
    read: () => withDatabase((database) => readAll(database.transaction(stores, 'readonly'))),
    write: (data, mode) =>
      withDatabase((database) => writeAll(database, data, mode)).catch((error: unknown) => {
        throw new ImportError('storage', error instanceof Error ? error.name : String(error))
      }),
  }
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<SejajarSchema, typeof stores, Mode>

async function readAll(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<BackupData> {
  const settings = transaction.objectStore('settings')
  const [cards, reviews, encounters, glosses, articles, progress, keys, values] = await Promise.all([
    transaction.objectStore('cards').getAll(),
    transaction.objectStore('reviews').getAll(),
    transaction.objectStore('encounters').getAll(),
    transaction.objectStore('glosses').getAll(),
    transaction.objectStore('articles').getAll(),
    transaction.objectStore('progress').getAll(),
    settings.getAllKeys(),
    settings.getAll(),
  ])
  return {
    cards,
    reviews,
    encounters,
    glosses,
    articles,
    progress,
    settings: Object.fromEntries(keys.map((key, index) => [key, values[index]])),
  }
}

async function writeAll(database: SejajarDatabase, incoming: BackupData, mode: ImportMode): Promise<void> {
  const transaction = database.transaction(stores, 'readwrite')
  // A put that the database refuses (a value it cannot clone, a full disk) must take all the others back with it.
  try {
    // Read in the same transaction: an answer given in another tab meanwhile is not lost.
    const merged = mode === 'merge' ? mergeData(await readAll(transaction), incoming) : incoming
    // The transaction reports what any of these comes to; on their own they would be rejected unheard.
    const add = (work: Promise<unknown>) => void work.catch(() => undefined)
    if (mode === 'replace') for (const name of stores) add(transaction.objectStore(name).clear())
    for (const name of stores) {
      if (name === 'settings') continue
      for (const row of merged[name]) add(transaction.objectStore(name).put(row as never))
    }
    for (const [key, value] of Object.entries(merged.settings)) {
      add(transaction.objectStore('settings').put(value, key))
    }
    await transaction.done
  } catch (error) {
    transaction.done.catch(() => undefined)
    try {
      transaction.abort()
    } catch {
      // Aborted already.
    }
    throw error
  }
}
