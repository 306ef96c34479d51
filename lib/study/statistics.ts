import type { Answers, GivenAnswer } from './answers'
import { emptyMemory, isStudied } from './card'
import type { Card } from './card'
import { isKnown, learnedStability } from './familiarity'
import type { Vocabulary } from './familiarity'
import { dayOf, startOfDay } from './queue'
import type { Scheduler } from './schedule'

/** A count on a learner's day (`dayOf`). */
export type DayCount = { readonly day: number; readonly count: number }

/** Answers on each of the last `days` days, today last; days without any are there with 0. */
export function reviewsPerDay(
  answers: Answers,
  now: number,
  offset: number,
  days: number,
): readonly DayCount[] {
  const first = dayOf(now, offset) - days + 1
  const counts = new Array<number>(days).fill(0)
  for (const own of answers.values()) {
    for (const { at } of own) {
      const index = dayOf(at, offset) - first
      if (index >= 0 && index < days) counts[index] = (counts[index] ?? 0) + 1
    }
  }
  return counts.map((count, index) => ({ day: first + index, count }))
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
  answers: Answers,
  scheduler: Scheduler,
  period: { readonly now: number; readonly offset: number; readonly days: number },
): readonly DayCount[] {
  const first = dayOf(period.now, period.offset) - period.days + 1
  const begin = startOfDay(first, period.offset)
  const gained = new Array<number>(period.days).fill(0)
  let before = 0
  for (const card of cards) {
    if (!isKnown(card)) continue
    const since = knownSince(card, answers.get(card.lemma) ?? [], scheduler, begin)
    const index = Math.min(period.days - 1, dayOf(since, period.offset) - first)
    if (index < 0) before += 1
    else gained[index] = (gained[index] ?? 0) + 1
  }
  let sum = before
  return gained.map((count, index) => ({ day: first + index, count: (sum += count) }))
}

/** Since when a known card has been so; for times before `begin` any time before it will do. */
function knownSince(
  card: Card,
  answers: readonly GivenAnswer[],
  scheduler: Scheduler,
  begin: number,
): number {
  if (card.mark === 'known') return card.updatedAt
  // It became strong by an answer. Where the last one was before the period there is nothing to replay.
  const last = answers.at(-1)
  if (last && last.at < begin) return last.at
  return learnedAt(card, answers, scheduler)
}

/** When a card that is strong now became so, walking its history once. */
function learnedAt(card: Card, answers: readonly GivenAnswer[], scheduler: Scheduler): number {
  let memory = emptyMemory(card.createdAt)
  let since: number | null = null
  for (const { at, grade } of answers) {
    // Seeds only spread the next date; strength follows from grades and times.
    memory = scheduler.review(memory, grade, at, '')
    const strong = memory.phase === 'review' && memory.stability >= learnedStability
    since = strong ? (since ?? at) : null
  }
  return since ?? card.memory.reviewedAt ?? card.updatedAt
}

/** Share of answers that were right when a word was due again (not in its first steps), against the target. */
export type Retention = { readonly answers: number; readonly right: number; readonly share: number | null }

/** The first answer of a word on each day but its first one: those that tell what was remembered. */
function* recalls(answers: readonly GivenAnswer[], offset: number): Generator<{ day: number } & GivenAnswer> {
  let last: number | undefined
  for (const { at, grade } of answers) {
    const day = dayOf(at, offset)
    if (last !== undefined && day !== last) yield { day, at, grade }
    last = day
  }
}

const shareOf = (right: number, answers: number): number | null => (answers === 0 ? null : right / answers)

/** True retention since a time: only the first answer of a word on a day counts, and never those of its first day. */
export function retentionSince(given: Answers, since: number, offset: number): Retention {
  let answers = 0
  let right = 0
  for (const own of given.values()) {
    for (const { at, grade } of recalls(own, offset)) {
      if (at < since) continue
      answers += 1
      if (grade !== 'again') right += 1
    }
  }
  return { answers, right, share: shareOf(right, answers) }
}

/** Retention of each of the last `weeks` weeks, this week last. */
export function retentionPerWeek(
  given: Answers,
  now: number,
  offset: number,
  weeks: number,
): readonly (Retention & { readonly day: number })[] {
  const today = dayOf(now, offset)
  const counts = Array.from({ length: weeks }, (_, index) => ({
    day: today - 7 * (weeks - index) + 1,
    answers: 0,
    right: 0,
  }))
  for (const own of given.values()) {
    for (const { day, grade } of recalls(own, offset)) {
      const week = counts[weeks - 1 - Math.floor((today - day) / 7)]
      if (!week || day > today) continue
      week.answers += 1
      if (grade !== 'again') week.right += 1
    }
  }
  return counts.map((week) => ({ ...week, share: shareOf(week.right, week.answers) }))
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
