import { recomputeMemory } from '../study/history'
import { cardKinds } from '../study/card'
import type { Card, LemmaId } from '../study/card'
import type { Encounter, Review } from '../study/history'
import { leechActions } from '../study/leech'
import type { Opening, OpeningRequest } from '../study/opening'
import { defaultStudySettings } from '../study/queue'
import type { StudySettings } from '../study/queue'
import type { Scheduler } from '../study/schedule'
import { readCards, readReviews } from './all-in-parts'
import { lastingConnection, openDatabase, type SejajarDatabase } from './database'
import { readOpening } from './read-opening'

/** The study records inside one transaction: what is read is not changed by anyone else before it is written. */
export interface StudyRecords {
  card(lemma: LemmaId): Promise<Card | undefined>
  putCard(card: Card): Promise<void>
  deleteCard(lemma: LemmaId): Promise<void>
  reviewsOf(lemma: LemmaId): Promise<readonly Review[]>
  encountersOf(lemma: LemmaId): Promise<readonly Encounter[]>
  putReview(review: Review): Promise<void>
  deleteReview(id: string): Promise<void>
  putEncounter(encounter: Encounter): Promise<void>
  deleteEncounter(id: string): Promise<void>
}

/** What the vocabulary is kept in. Rejects when the browser refuses; the store above goes on in memory then. */
export interface StudyStorage {
  /** All cards. Long lists are read in parts, so that the page answers in between. */
  cards(): Promise<readonly Card[]>
  /** What a session needs to be opened, read without the other cards. */
  opening(request: OpeningRequest): Promise<Opening>
  settings(): Promise<StudySettings>
  keepSettings(settings: StudySettings): Promise<void>
  /** Answers given at or after a time, in order of time. */
  reviewsSince(at: number): Promise<readonly Review[]>
  encountersSince(at: number): Promise<readonly Encounter[]>
  /** The whole history in parts, so that it need never be in memory at once. */
  allReviews(): AsyncIterable<readonly Review[]>
  /** Runs `work` in one read-and-write transaction: all of it is kept or none. */
  transact<T>(work: (records: StudyRecords) => Promise<T>): Promise<T>
}

/** A change to one card, applied to the record as it is stored at that moment; `undefined` means no card. */
export type CardChange = (stored: Card | undefined) => Card | undefined

/** Applies a change to a stored card and gives it the next revision. Returns what is stored afterwards. */
export async function changeCard(
  records: StudyRecords,
  lemma: LemmaId,
  change: CardChange,
  scheduler: Scheduler,
): Promise<Card | undefined> {
  const stored = await records.card(lemma)
  const changed = change(stored)
  if (changed === stored) return stored
  if (!changed) {
    await records.deleteCard(lemma)
    return undefined
  }
  const card = stored ? changed : await withHistory(records, changed, scheduler)
  const next = { ...card, revision: (stored?.revision ?? 0) + 1 }
  await records.putCard(next)
  return next
}

/** A word deleted once and saved again takes up the memory that its history gives. */
async function withHistory(records: StudyRecords, card: Card, scheduler: Scheduler): Promise<Card> {
  const reviews = await records.reviewsOf(card.lemma)
  if (reviews.length === 0 || card.memory.reps > 0) return card
  const encounters = await records.encountersOf(card.lemma)
  return { ...card, memory: recomputeMemory(card.createdAt, reviews, encounters, scheduler) }
}

/** Study storage in IndexedDB. The connection is opened at the first use and again after it was closed. */
export function createStudyStorage(
  open: (events: Parameters<typeof openDatabase>[0]) => Promise<SejajarDatabase> = openDatabase,
): StudyStorage {
  const connect = lastingConnection(open)
  return {
    cards: async () => readCards(await connect()),
    opening: async (request) => readOpening(await connect(), request),
    settings: async () => readSettings(await (await connect()).get('settings', 'study')),
    keepSettings: async (settings) => void (await (await connect()).put('settings', settings, 'study')),
    reviewsSince: async (at) =>
      (await connect()).getAllFromIndex('reviews', 'by-time', IDBKeyRange.lowerBound(at)),
    encountersSince: async (at) =>
      (await connect()).getAllFromIndex('encounters', 'by-time', IDBKeyRange.lowerBound(at)),
    allReviews: () => readReviews(connect),
    transact: async (work) => transactIn(await connect(), work),
  }
}

async function transactIn<T>(
  database: SejajarDatabase,
  work: (records: StudyRecords) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(['cards', 'reviews', 'encounters'], 'readwrite')
  const [cards, reviews, encounters] = [
    transaction.objectStore('cards'),
    transaction.objectStore('reviews'),
    transaction.objectStore('encounters'),
  ]
  const records: StudyRecords = {
    card: (lemma) => cards.get(lemma),
    putCard: async (card) => void (await cards.put(card)),
    deleteCard: (lemma) => cards.delete(lemma),
    reviewsOf: (lemma) => reviews.index('by-lemma').getAll(lemma),
    encountersOf: (lemma) => encounters.index('by-lemma').getAll(lemma),
    putReview: async (review) => void (await reviews.put(review)),
    deleteReview: (id) => reviews.delete(id),
    putEncounter: async (encounter) => void (await encounters.put(encounter)),
    deleteEncounter: (id) => encounters.delete(id),
  }
  try {
    const result = await work(records)
    await transaction.done
    return result
  } catch (error) {
    // Already aborted when the database itself failed.
    transaction.done.catch(() => undefined)
    try {
      transaction.abort()
    } catch {
      // Nothing left to abort.
    }
    throw error
  }
}

/** Settings as kept, each one out of place replaced by its default. */
export function readSettings(kept: unknown): StudySettings {
  const given = typeof kept === 'object' && kept !== null ? (kept as Partial<Record<string, unknown>>) : {}
  const number = (value: unknown, low: number, high: number, otherwise: number) =>
    typeof value === 'number' && value >= low && value <= high ? value : otherwise
  const base = defaultStudySettings
  const kinds = Array.isArray(given.kinds)
    ? cardKinds.filter((kind) => (given.kinds as unknown[]).includes(kind))
    : []
  return {
    newPerDay: number(given.newPerDay, 0, 1000, base.newPerDay),
    reviewsPerDay: number(given.reviewsPerDay, 0, 10_000, base.reviewsPerDay),
    minutes: number(given.minutes, 1, 240, base.minutes),
    retention: number(given.retention, 0.7, 0.98, base.retention),
    maximumInterval: number(given.maximumInterval, 1, 36_500, base.maximumInterval),
    leechAt: number(given.leechAt, 0, 100, base.leechAt),
    leechAction: leechActions.find((action) => action === given.leechAction) ?? base.leechAction,
    kinds: kinds.length > 0 ? kinds : base.kinds,
  }
}
