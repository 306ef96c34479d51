import { emptyMemory } from './card'
import type { Card, CardKind, Grade, LemmaId, Memory } from './card'
import { lookUpMemory } from './schedule'
import type { Scheduler } from './schedule'

/** One dated answer. Kept for ever: schedules are computed from these. */
export type Review = {
  readonly id: string
  readonly lemma: LemmaId
  readonly at: number
  readonly grade: Grade
  readonly kind: CardKind
  /** Milliseconds from question to grade. */
  readonly took: number
  /** Spreads the interval; part of the record so that a replay gives the same date. */
  readonly seed: string
}

/** A word met while reading: looked up on purpose, or read past in an article that was finished. */
export type Encounter = {
  readonly id: string
  readonly lemma: LemmaId
  readonly at: number
  readonly kind: 'lookup' | 'met'
  readonly article?: string
}

/** Ids follow from what happened, so the same event imported twice is one event. Sorts by time as text. */
export const eventId = (at: number, lemma: LemmaId, kind: string): string =>
  `${String(Math.round(at)).padStart(15, '0')}-${kind}-${lemma}`

/** What spreads the intervals of a card's next answer: known before it is given, so that they can be shown. */
export const seedOf = (card: Pick<Card, 'lemma' | 'memory'>): string => `${card.lemma} ${card.memory.reps}`

/** A review of a word, with its id; without a seed of its own it takes the id. */
export function createReview(answer: Omit<Review, 'id' | 'seed'> & { readonly seed?: string }): Review {
  const id = eventId(answer.at, answer.lemma, 'review')
  return { ...answer, id, seed: answer.seed ?? id }
}

/** An encounter with its id. */
export const createEncounter = (encounter: Omit<Encounter, 'id'>): Encounter => ({
  ...encounter,
  id: eventId(encounter.at, encounter.lemma, encounter.kind),
})

/** The card after an answer. */
export const applyReview = (card: Card, review: Review, scheduler: Scheduler): Card => ({
  ...card,
  memory: scheduler.review(card.memory, review.grade, review.at, review.seed),
  updatedAt: review.at,
})

/** The card after its word was looked up. A word under no review is only noted. */
export const applyLookup = (card: Card, at: number): Card => {
  const memory = lookUpMemory(card.memory, at)
  return memory === card.memory ? card : { ...card, memory, updatedAt: at }
}

type Event = { readonly at: number; readonly id: string; readonly review?: Review }

/**
 * The memory that a whole history leads to. Events may come in any order and twice; lookups count, other encounters
 * do not. Equal to applying each event as it happened.
 */
export function recomputeMemory(
  createdAt: number,
  reviews: readonly Review[],
  encounters: readonly Encounter[],
  scheduler: Scheduler,
): Memory {
  const events = new Map<string, Event>()
  for (const review of reviews) events.set(review.id, { at: review.at, id: review.id, review })
  for (const met of encounters) if (met.kind === 'lookup') events.set(met.id, { at: met.at, id: met.id })
  const inOrder = [...events.values()].sort((a, b) => a.at - b.at || compare(a.id, b.id))
  return inOrder.reduce<Memory>((memory, event) => {
    if (!event.review) return lookUpMemory(memory, event.at)
    return scheduler.review(memory, event.review.grade, event.at, event.review.seed)
  }, emptyMemory(createdAt))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The card as it stood before one of its reviews, by replaying all the others. */
export function undoReview(
  card: Card,
  undone: Review,
  reviews: readonly Review[],
  encounters: readonly Encounter[],
  scheduler: Scheduler,
): Card {
  const kept = reviews.filter((review) => review.id !== undone.id)
  return { ...card, memory: recomputeMemory(card.createdAt, kept, encounters, scheduler) }
}
