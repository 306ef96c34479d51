import { isStudied } from './card'
import type { Card } from './card'
import type { Review } from './history'
import type { Today } from './queue'

/** The learner's day for which a session is opened, and how many new words are wanted at most. */
export type OpeningRequest = { readonly dayStart: number; readonly dayEnd: number; readonly fresh: number }

/** What opening a session needs of all that the learner has: a few words and a few answers. */
export type Opening = {
  /** Under study and due before the day's end, in any order. */
  readonly due: readonly Card[]
  /** Under study and never asked, the oldest first; at most as many as were wanted. */
  readonly fresh: readonly Card[]
  /** When the first word comes up after the day. */
  readonly nextDue: number | null
  /** Today's answers and some before them, the latest last: enough of them to know the learner's pace. */
  readonly answers: readonly Review[]
  /** The cards that today's answers are of, where they still are. */
  readonly answered: readonly Card[]
  /** True where there is not one word. */
  readonly isEmpty: boolean
}

/** How far back answers are looked for until there are enough of them, in days. */
export const paceWindows = [0, 2, 7, 14] as const

/** So many answers tell how fast the learner is. */
export const paceAnswers = 30

const day = 86_400_000

/** The beginning of the shortest window with enough answers in it; `count` says how many there are since a time. */
export async function paceStart(
  dayStart: number,
  count: (since: number) => number | Promise<number>,
): Promise<number> {
  for (const days of paceWindows) {
    if ((await count(dayStart - days * day)) >= paceAnswers) return dayStart - days * day
  }
  return dayStart - paceWindows[paceWindows.length - 1]! * day
}

/** The opening out of all cards and the latest answers in order of time, for where all of them are at hand. */
export async function pickOpening(
  cards: readonly Card[],
  answers: readonly Review[],
  { dayStart, dayEnd, fresh }: OpeningRequest,
): Promise<Opening> {
  const since = await paceStart(dayStart, (at) => answers.filter((answer) => answer.at >= at).length)
  const told = answers.filter(({ at }) => at >= since)
  const today = new Set(told.filter(({ at }) => at >= dayStart).map(({ lemma }) => lemma))
  const asked = cards.filter((card) => isStudied(card) && card.memory.phase !== 'new')
  const later = asked.filter(({ memory }) => memory.due >= dayEnd).map(({ memory }) => memory.due)
  return {
    due: asked.filter(({ memory }) => memory.due < dayEnd),
    fresh: cards
      .filter((card) => isStudied(card) && card.memory.phase === 'new')
      .sort((a, b) => a.createdAt - b.createdAt)
      .slice(0, fresh),
    nextDue: later.length === 0 ? null : later.reduce((a, b) => Math.min(a, b)),
    answers: told,
    answered: cards.filter(({ lemma }) => today.has(lemma)),
    isEmpty: cards.length === 0,
  }
}

/** What was done today: words asked again, and words asked for the first time, whose every answer is of today. */
export function todayOf(opening: Opening, now: number, offset: number, dayStart: number): Today {
  const given = new Map<string, number>()
  for (const { lemma, at } of opening.answers) {
    if (at >= dayStart) given.set(lemma, (given.get(lemma) ?? 0) + 1)
  }
  const introduced = opening.answered.filter(({ lemma, memory }) => memory.reps <= (given.get(lemma) ?? 0))
  return { now, offset, reviewed: given.size - introduced.length, introduced: introduced.length }
}
