import { describe, expect, it } from 'vitest'
import { answersOf } from './answers'
import { createCard, lemmaId } from './card'
import type { Card, Grade } from './card'
import { createVocabulary } from './familiarity'
import { applyReview, createReview } from './history'
import type { Review } from './history'
import { dayOf } from './queue'
import { createScheduler } from './schedule'
import {
  forecast,
  knownPerDay,
  retentionPerWeek,
  retentionSince,
  reviewsPerDay,
  rootCoverage,
  streak,
} from './statistics'

const day = 86_400_000
const now = Date.UTC(2026, 2, 20, 12)
const scheduler = createScheduler()
const review = (lemma: string, daysAgo: number, grade: Grade = 'good', minutes = 0): Review =>
  createReview({
    lemma: lemmaId(lemma),
    at: now - daysAgo * day + minutes * 60_000,
    grade,
    kind: 'recognise',
    took: 1,
  })
const counts = (days: readonly { count: number }[]) => days.map(({ count }) => count)

describe('statistics', () => {
  it('counts reviews a day, empty days too', () => {
    const days = reviewsPerDay(
      answersOf([review('a', 0), review('b', 0), review('a', 2), review('a', 9)]),
      now,
      0,
      4,
    )
    expect(counts(days)).toEqual([0, 1, 0, 2])
    expect(days.at(-1)?.day).toBe(dayOf(now, 0))
  })

  it.each([
    [[1, 1, 1], 3],
    [[1, 0, 1, 1, 0], 2],
    [[1, 1, 0, 0], 0],
    [[0], 0],
    [[], 0],
  ])('streak of %j is %i', (days, length) => {
    expect(streak(days.map((count, index) => ({ day: index, count })))).toBe(length)
  })

  it('counts known words from the day they became so', () => {
    const reviews: Review[] = []
    let learned: Card = createCard({ lemma: 'rumah' }, 'study', now - 90 * day)
    for (const daysAgo of [90, 89, 80, 60, 20]) {
      const next = review('rumah', daysAgo, 'easy')
      reviews.push(next)
      learned = applyReview(learned, next, scheduler)
    }
    const marked: Card = { ...createCard({ lemma: 'di' }, 'known', now - 3 * day) }
    const young = createCard({ lemma: 'baru' }, 'study', now)
    const perDay = counts(
      knownPerDay([learned, marked, young], answersOf(reviews), scheduler, { now, offset: 0, days: 100 }),
    )
    expect(perDay.at(-1)).toBe(2)
    expect(perDay.at(-4)).toBe(2)
    expect(perDay.at(-5)).toBe(1)
    expect(perDay[0]).toBe(0)
    expect(perDay).toEqual([...perDay].sort((a, b) => a - b))
    const recent = knownPerDay([learned, marked], answersOf(reviews), scheduler, { now, offset: 0, days: 2 })
    expect(counts(recent)).toEqual([2, 2])
  })

  it('measures retention on the first answer of a day, never on the first ever', () => {
    const reviews = [
      review('a', 10, 'again'),
      review('a', 5, 'good'),
      review('a', 1, 'again'),
      review('a', 1, 'good', 5),
      review('b', 4, 'good'),
      review('b', 2, 'hard'),
    ]
    expect(retentionSince(answersOf(reviews), now - 30 * day, 0)).toEqual({
      answers: 3,
      right: 2,
      share: 2 / 3,
    })
    expect(retentionSince(answersOf([]), now, 0).share).toBeNull()
    const weeks = retentionPerWeek(answersOf(reviews), now, 0, 2)
    expect(weeks.map(({ answers, right }) => [answers, right])).toEqual([
      [0, 0],
      [3, 2],
    ])
  })

  it('forecasts due cards, overdue ones today', () => {
    const card = (lemma: string, days: number): Card => {
      const made = createCard({ lemma }, 'study', 0)
      return { ...made, memory: { ...made.memory, phase: 'review', due: now + days * day, reviewedAt: 1 } }
    }
    const cards = [
      card('a', -9),
      card('b', 0),
      card('c', 2),
      card('d', 50),
      createCard({ lemma: 'e' }, 'study', 0),
    ]
    expect(counts(forecast([...cards, { ...card('f', 0), suspended: true }], now, 0, 4))).toEqual([
      2, 0, 1, 0,
    ])
  })

  it('covers the commonest roots', () => {
    const vocabulary = createVocabulary([
      createCard({ lemma: 'pelajaran', root: 'ajar' }, 'known', 0),
      createCard({ lemma: 'rumah' }, 'known', 0),
      createCard({ lemma: 'kota' }, 'study', 0),
    ])
    expect(rootCoverage(['ajar', 'kota', 'rumah', 'desa'], vocabulary, [2, 10])).toEqual([
      { of: 2, known: 1 },
      { of: 4, known: 2 },
    ])
  })
})
