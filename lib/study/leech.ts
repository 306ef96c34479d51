import type { Card } from './card'
import { applyReview } from './history'
import type { Review } from './history'
import type { Scheduler } from './schedule'

/** What happens to a word that keeps being forgotten: it is set aside until the learner wants it back, or only named. */
export const leechActions = ['suspend', 'mark'] as const
export type LeechAction = (typeof leechActions)[number]

/** What the learner may set about such words. `leechAt` is the number of lapses, 0 for never. */
export type LeechSettings = { readonly leechAt: number; readonly leechAction: LeechAction }

/** True for a word that keeps being forgotten: it needs another sentence or a note rather than more reviews. */
export const isLeech = (card: Card, settings: Pick<LeechSettings, 'leechAt'>): boolean =>
  settings.leechAt > 0 && card.memory.lapses >= settings.leechAt

/**
 * True at the lapse that makes a word a leech, and again at each half threshold after it: a word that was brought back
 * and is forgotten four times more is set aside anew. These are Anki's rules.
 */
export function meetsLeech(lapses: number, leechAt: number): boolean {
  if (leechAt <= 0 || lapses < leechAt) return false
  return (lapses - leechAt) % Math.max(1, Math.ceil(leechAt / 2)) === 0
}

/** What an answer did to a word: nothing of the kind, only named as a leech, or set aside. */
export type LeechOutcome = LeechAction | undefined

/** Whether an answer that led from one number of lapses to another met the threshold, and what follows from it. */
export function leechOutcome(before: number, after: number, settings: LeechSettings): LeechOutcome {
  return after > before && meetsLeech(after, settings.leechAt) ? settings.leechAction : undefined
}

/** The card after an answer, set aside where that answer was one lapse too many. */
export function answerCard(card: Card, review: Review, scheduler: Scheduler, settings: LeechSettings): Card {
  const next = applyReview(card, review, scheduler)
  const outcome = leechOutcome(card.memory.lapses, next.memory.lapses, settings)
  return outcome === 'suspend' ? { ...next, suspended: true } : next
}
