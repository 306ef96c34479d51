import { cardKinds, isStudied } from './card'
import type { Card, CardKind } from './card'
import type { LeechSettings } from './leech'
import type { Scheduler } from './schedule'

/** What the learner may set about sessions. */
export type StudySettings = LeechSettings & {
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly minutes: number
  readonly retention: number
  readonly maximumInterval: number
  readonly kinds: readonly CardKind[]
}

export const defaultStudySettings: StudySettings = {
  newPerDay: 10,
  reviewsPerDay: 200,
  minutes: 10,
  retention: 0.9,
  maximumInterval: 3650,
  kinds: ['recognise', 'cloze', 'reverse', 'take-apart'],
  leechAt: 8,
  leechAction: 'suspend',
}

/** A learner's day: it begins at four in the morning of their own clock, so a late night still is the same day. */
export type Today = {
  readonly now: number
  /** Minutes that local time is ahead of UTC. */
  readonly offset: number
  /** Answers and first answers given today already. */
  readonly reviewed: number
  readonly introduced: number
}

const minute = 60_000
const day = 86_400_000
const rollover = 4 * 60

/** The number of the learner's day that a time falls in. */
export const dayOf = (at: number, offset: number): number =>
  Math.floor((at + (offset - rollover) * minute) / day)

/** When a learner's day begins. */
export const startOfDay = (dayNumber: number, offset: number): number =>
  dayNumber * day - (offset - rollover) * minute

/** The cards of a session in order, and how many more wait beyond it. */
export type Queue = {
  readonly cards: readonly Card[]
  readonly due: number
  readonly fresh: number
  /** Due cards beyond today's limit or this session's minutes. */
  readonly waiting: number
  readonly minutes: number
}

export type QueueOptions = {
  readonly settings: StudySettings
  readonly scheduler: Scheduler
  readonly today: Today
  /** Shuffles cards that are equally pressing. */
  readonly seed: number
  /** Milliseconds one answer takes; `defaultPace` until enough answers are known. */
  readonly pace?: number
}

/** Milliseconds per answer before any were measured. */
export const defaultPace = 12_000

/** A new word is seen about this many times in its first session. */
const newCost = 3

/**
 * What to ask now: unfinished cards first, then the due ones that are most nearly forgotten, new words spread between
 * them; words of one root are kept apart. Ends where the session's minutes or the day's limits do.
 */
export function createQueue(cards: Iterable<Card>, options: QueueOptions): Queue {
  const { settings, today, scheduler, seed } = options
  const dayEnd = startOfDay(dayOf(today.now, today.offset) + 1, today.offset)
  const studied = [...cards].filter(isStudied)
  const isDue = (card: Card) => card.memory.phase !== 'new' && card.memory.due < dayEnd
  const steps = studied.filter((card) => isDue(card) && isStep(card)).sort(byDue)
  const pressing = (card: Card) => scheduler.retrievability(card.memory, today.now)
  const reviews = rank(
    studied.filter((card) => isDue(card) && !isStep(card)),
    pressing,
    seed,
  )
  const fresh = rank(
    studied.filter((card) => card.memory.phase === 'new'),
    (card) => card.createdAt,
    seed,
  )
  const allowedReviews = reviews.slice(0, Math.max(0, settings.reviewsPerDay - today.reviewed))
  const allowedFresh = fresh.slice(0, Math.max(0, settings.newPerDay - today.introduced))
  const order = apart([...steps, ...spread(allowedReviews, allowedFresh)])
  const session = cut(order, settings.minutes, options.pace ?? defaultPace)
  const freshCount = session.cards.filter(({ memory }) => memory.phase === 'new').length
  const due = session.cards.length - freshCount
  const waiting = steps.length + reviews.length - due
  return { ...session, due, fresh: freshCount, waiting }
}

/** True for a card in its minutes-long steps. */
const isStep = ({ memory }: Card): boolean => memory.phase === 'learning' || memory.phase === 'relearning'

const byDue = (a: Card, b: Card): number => a.memory.due - b.memory.due || compare(a.lemma, b.lemma)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By a number, the smaller first; equal ones in an order that the seed decides. */
function rank(cards: readonly Card[], value: (card: Card) => number, seed: number): Card[] {
  return cards
    .map((card) => ({ card, value: value(card), chance: hash(card.lemma, seed) }))
    .sort((a, b) => a.value - b.value || a.chance - b.chance || compare(a.card.lemma, b.card.lemma))
    .map(({ card }) => card)
}

/** A number for a text under a seed (FNV-1a), so that order is chance without being a different one each time. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return value
}

/** New cards at even distances among the reviews. */
function spread(reviews: readonly Card[], fresh: readonly Card[]): Card[] {
  if (fresh.length === 0) return [...reviews]
  const step = reviews.length / fresh.length
  const mixed: Card[] = []
  let taken = 0
  fresh.forEach((card, index) => {
    const until = Math.round((index + 0.5) * step)
    mixed.push(...reviews.slice(taken, until), card)
    taken = Math.max(taken, until)
  })
  return [...mixed, ...reviews.slice(taken)]
}

/** Moves a card one place on when the one before it has the same root: it would give the answer away. */
function apart(cards: readonly Card[]): Card[] {
  const order = [...cards]
  for (let index = 1; index < order.length - 1; index += 1) {
    const here = order[index]
    const next = order[index + 1]
    if (here && next && here.root === order[index - 1]?.root && next.root !== here.root) {
      order[index] = next
      order[index + 1] = here
    }
  }
  return order
}

function cut(cards: readonly Card[], minutes: number, pace: number): { cards: Card[]; minutes: number } {
  const budget = Math.max(1, minutes) * minute
  const kept: Card[] = []
  let spent = 0
  for (const card of cards) {
    const cost = pace * (card.memory.phase === 'new' ? newCost : 1)
    if (kept.length > 0 && spent + cost > budget) break
    kept.push(card)
    spent += cost
  }
  return { cards: kept, minutes: Math.ceil(spent / minute) }
}

/**
 * How to ask for a card now. New and shaky words are recognised in their sentence; each step of strength brings the
 * next kind the learner has turned on. A kind that the card has no material for is left out.
 */
export function kindFor(card: Card, kinds: readonly CardKind[]): CardKind {
  const usable = cardKinds.filter((kind) => kinds.includes(kind) && canAsk(card, kind))
  const easiest = usable[0] ?? 'recognise'
  if (card.memory.phase !== 'review') return easiest
  return usable[card.memory.reps % usable.length] ?? easiest
}

function canAsk(card: Card, kind: CardKind): boolean {
  switch (kind) {
    case 'recognise':
    case 'listen':
      return true
    case 'cloze':
      return card.contexts.length > 0
    case 'reverse':
      return card.gloss !== '' || card.contexts.some(({ english }) => english)
    case 'take-apart':
      return card.affixes.length > 0
  }
}

/** Median of what answers took lately, kept between 3 and 60 seconds; `defaultPace` for fewer than ten. */
export function paceOf(took: readonly number[]): number {
  if (took.length < 10) return defaultPace
  const sorted = [...took].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? defaultPace
  return Math.min(60_000, Math.max(3_000, median))
}
