import { emptyMemory, isStudied } from './card'
import type { Card, LemmaId } from './card'
import { isKnown, learnedStability } from './familiarity'
import type { Vocabulary } from './familiarity'
import type { Review } from './history'
import { dayOf } from './queue'
import type { Scheduler } from './schedule'

/** A count on a learner's day (`dayOf`). */
export type DayCount = { readonly day: number; readonly count: number }

/** Reviews on each of the last `days` days, today last; days without any are there with 0. */
export function reviewsPerDay(
  reviews: readonly Review[],
  now: number,
  offset: number,
  days: number,
): readonly DayCount[] {
  const today = dayOf(now, offset)
  const counts = new Map<number, number>()
  for (const { at } of reviews) counts.set(dayOf(at, offset), (counts.get(dayOf(at, offset)) ?? 0) + 1)
  return Array.from({ length: days }, (_, index) => {
    const day = today - days + 1 + index
    return { day, count: counts.get(day) ?? 0 }
  })
}

/** Days in a row with a review, up to today; a day not yet begun does not break it. */
export function streak(perDay: readonly DayCount[]): number {
  const past = [...perDay].reverse()
  const start = past[0]?.count === 0 ? 1 : 0
  const end = past.findIndex(({ count }, index) => index >= start && count === 0)
  return (end === -1 ? past.length : end) - start
}

/**
 * Words known at the end of each of the last `days` days: those called known, from the day of that mark, and those
 * learned by review, from the day they first grew strong and did not fall back.
 */
export function knownPerDay(
  cards: Iterable<Card>,
  reviews: readonly Review[],
  scheduler: Scheduler,
  period: { readonly now: number; readonly offset: number; readonly days: number },
): readonly DayCount[] {
  const today = dayOf(period.now, period.offset)
  const first = today - period.days + 1
  const gained = new Array<number>(period.days).fill(0)
  let before = 0
  const byLemma = groupReviews(reviews)
  for (const card of cards) {
    if (!isKnown(card)) continue
    const since =
      card.mark === 'known' ? card.updatedAt : learnedAt(card, byLemma.get(card.lemma) ?? [], scheduler)
    const index = Math.min(period.days - 1, dayOf(since, period.offset) - first)
    if (index < 0) before += 1
    else gained[index] = (gained[index] ?? 0) + 1
  }
  let sum = before
  return gained.map((count, index) => ({ day: first + index, count: (sum += count) }))
}

function groupReviews(reviews: readonly Review[]): Map<LemmaId, Review[]> {
  const groups = new Map<LemmaId, Review[]>()
  for (const review of reviews) {
    const group = groups.get(review.lemma)
    if (group) group.push(review)
    else groups.set(review.lemma, [review])
  }
  return groups
}

/** When a card that is strong now became so, walking its history once. */
function learnedAt(card: Card, reviews: readonly Review[], scheduler: Scheduler): number {
  let memory = emptyMemory(card.createdAt)
  let since: number | null = null
  for (const review of [...reviews].sort((a, b) => a.at - b.at)) {
    memory = scheduler.review(memory, review.grade, review.at, review.seed)
    const strong = memory.phase === 'review' && memory.stability >= learnedStability
    since = strong ? (since ?? review.at) : null
  }
  return since ?? card.memory.reviewedAt ?? card.updatedAt
}

/** Share of answers that were right when a word was due again (not in its first steps), against the target. */
export type Retention = { readonly answers: number; readonly right: number; readonly share: number | null }

/** True retention since a time: only the first answer of a word on a day counts, and never its very first one. */
export function retentionSince(reviews: readonly Review[], since: number, offset: number): Retention {
  const seen = new Set<string>()
  const met = new Set<LemmaId>()
  let answers = 0
  let right = 0
  for (const review of [...reviews].sort((a, b) => a.at - b.at)) {
    const key = `${dayOf(review.at, offset)} ${review.lemma}`
    const first = !met.has(review.lemma)
    met.add(review.lemma)
    if (seen.has(key)) continue
    seen.add(key)
    if (first || review.at < since) continue
    answers += 1
    if (review.grade !== 'again') right += 1
  }
  return { answers, right, share: answers === 0 ? null : right / answers }
}

/** Retention of each of the last `weeks` weeks, this week last. */
export function retentionPerWeek(
  reviews: readonly Review[],
  now: number,
  offset: number,
  weeks: number,
): readonly (Retention & { readonly day: number })[] {
  const today = dayOf(now, offset)
  const sorted = [...reviews].sort((a, b) => a.at - b.at)
  const counts = Array.from({ length: weeks }, (_, index) => ({
    day: today - 7 * (weeks - index) + 1,
    answers: 0,
    right: 0,
  }))
  const lastDay = new Map<LemmaId, number>()
  for (const review of sorted) {
    const day = dayOf(review.at, offset)
    const last = lastDay.get(review.lemma)
    lastDay.set(review.lemma, day)
    if (last === undefined || last === day) continue
    const week = counts[weeks - 1 - Math.floor((today - day) / 7)]
    if (!week || day > today) continue
    week.answers += 1
    if (review.grade !== 'again') week.right += 1
  }
  return counts.map((week) => ({ ...week, share: week.answers === 0 ? null : week.right / week.answers }))
}

/** Cards that come due on each of the next `days` days, today first with all that is overdue. */
export function forecast(
  cards: Iterable<Card>,
  now: number,
  offset: number,
  days: number,
): readonly DayCount[] {
  const today = dayOf(now, offset)
  const counts = new Array<number>(days).fill(0)
  for (const card of cards) {
    if (!isStudied(card) || card.memory.phase === 'new') continue
    const index = Math.max(0, dayOf(card.memory.due, offset) - today)
    if (index < days) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((count, index) => ({ day: today + index, count }))
}

/** How many of the commonest `of` roots are known. */
export type RootCoverage = { readonly of: number; readonly known: number }

/** Coverage of the commonest roots; `ranked` is commonest first. A size beyond the list is measured on the list. */
export function rootCoverage(
  ranked: readonly string[],
  vocabulary: Vocabulary,
  sizes: readonly number[] = [1000, 2000, 5000],
): readonly RootCoverage[] {
  const isRootKnown = (root: string): boolean =>
    vocabulary.family(root).some(isKnown) || isKnownCard(vocabulary.card(root))
  return sizes.map((size) => {
    const roots = ranked.slice(0, size)
    return { of: roots.length, known: roots.filter(isRootKnown).length }
  })
}

const isKnownCard = (card: Card | undefined): boolean => card !== undefined && isKnown(card)
