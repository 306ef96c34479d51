import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCard, emptyMemory, grades, lemmaId } from './card'
import type { Grade, Memory } from './card'
import {
  applyLookup,
  applyReview,
  createEncounter,
  createReview,
  recomputeMemory,
  undoReview,
} from './history'
import type { Encounter, Review } from './history'
import { createScheduler, defaultSchedule, lookUpMemory } from './schedule'

const start = Date.UTC(2026, 0, 5, 9)
const hour = 3_600_000
const scheduler = createScheduler()
const lemma = lemmaId('ajar')

/** A life of a card: each step waits some hours, then is an answer or a lookup. */
const lives = fc.array(
  fc.record({
    hours: fc.double({ min: 0.01, max: 2000, noNaN: true }),
    what: fc.constantFrom<Grade | 'lookup'>('again', 'hard', 'good', 'good', 'easy', 'lookup'),
  }),
  { maxLength: 25 },
)

function live(steps: readonly { hours: number; what: Grade | 'lookup' }[]) {
  let card = createCard({ lemma: 'ajar', gloss: 'teach' }, 'study', start)
  const reviews: Review[] = []
  const encounters: Encounter[] = []
  const states = [card]
  let at = start
  for (const { hours, what } of steps) {
    at += Math.round(hours * hour)
    if (what === 'lookup') {
      encounters.push(createEncounter({ lemma, at, kind: 'lookup' }))
      card = applyLookup(card, at)
    } else {
      const review = createReview({ lemma, at, grade: what, kind: 'recognise', took: 1000 })
      reviews.push(review)
      card = applyReview(card, review, scheduler)
    }
    states.push(card)
  }
  return { card, reviews, encounters, states, at }
}

describe('schedule', () => {
  it('follows the intervals of FSRS for a word answered well each time', () => {
    let memory: Memory = emptyMemory(start)
    const intervals: number[] = []
    for (let i = 0; i < 6; i += 1) {
      memory = scheduler.review(memory, 'good', memory.due, 'x')
      intervals.push(Math.round((memory.due - (memory.reviewedAt ?? 0)) / 60_000))
    }
    expect(intervals[0]).toBe(10)
    const days = intervals.slice(1).map((minutes) => minutes / 1440)
    expect(days[0]).toBeGreaterThanOrEqual(1)
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(days.at(-1)).toBeGreaterThan(60)
  })

  it('is monotone in the grade: a better answer never comes back sooner', () => {
    fc.assert(
      fc.property(
        lives,
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        fc.string(),
        (steps, hours, seed) => {
          const { card, at } = live(steps)
          const outcomes = scheduler.preview(card.memory, at + hours * hour, seed)
          const due = grades.map((grade) => outcomes[grade].due)
          expect(due).toEqual([...due].sort((a, b) => a - b))
          const stability = grades.map((grade) => outcomes[grade].stability)
          expect(stability).toEqual([...stability].sort((a, b) => a - b))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the same date for the same seed and spreads different ones', () => {
    const { card, at } = live(Array.from({ length: 6 }, () => ({ hours: 600, what: 'good' as const })))
    const due = (seed: string) => scheduler.review(card.memory, 'good', at + 100 * hour, seed).due
    expect(due('a')).toBe(due('a'))
    const dates = new Set(Array.from({ length: 30 }, (_, index) => due(`seed ${index}`)))
    expect(dates.size).toBeGreaterThan(3)
  })

  it('aims nearer for a higher wished retention', () => {
    const { card, at } = live(Array.from({ length: 5 }, () => ({ hours: 200, what: 'good' as const })))
    const due = (retention: number) =>
      createScheduler({ ...defaultSchedule, retention }).review(card.memory, 'good', at + 200 * hour, 's').due
    expect(due(0.95)).toBeLessThan(due(0.9))
    expect(due(0.9)).toBeLessThan(due(0.8))
  })

  it('stays in order when the clock is set back', () => {
    const { card, at } = live([
      { hours: 1, what: 'good' },
      { hours: 24, what: 'good' },
    ])
    const next = scheduler.review(card.memory, 'good', at - 48 * hour, 's')
    expect(next.due).toBeGreaterThanOrEqual(card.memory.reviewedAt ?? 0)
    expect(Number.isFinite(next.stability)).toBe(true)
  })

  it('forgets with time', () => {
    const { card, at } = live([
      { hours: 1, what: 'good' },
      { hours: 24, what: 'good' },
    ])
    const chances = [0, 24, 240, 2400].map((hours) =>
      scheduler.retrievability(card.memory, at + hours * hour),
    )
    expect(chances[0]).toBeCloseTo(1)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(scheduler.retrievability(emptyMemory(start), start)).toBe(0)
  })
})

describe('history', () => {
  it('gives the memory again, whatever order the events come in', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const { card, reviews, encounters } = live(steps)
        const replayed = recomputeMemory(start, [...reviews].reverse(), [...encounters].reverse(), scheduler)
        expect(replayed).toEqual(card.memory)
        const twice = recomputeMemory(start, [...reviews, ...reviews], encounters, scheduler)
        expect(twice).toEqual(card.memory)
      }),
    )
  })

  it('undoes the last answer exactly', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...grades), (steps, grade) => {
        const before = live(steps)
        const review = createReview({ lemma, at: before.at + hour, grade, kind: 'cloze', took: 5 })
        const after = applyReview(before.card, review, scheduler)
        const all = [...before.reviews, review]
        const undone = undoReview(after, review, all, before.encounters, scheduler)
        expect(undone.memory).toEqual(before.card.memory)
      }),
    )
  })

  it('takes a lookup as a wish to be asked, not as a lapse', () => {
    const { card, at } = live([
      { hours: 1, what: 'easy' },
      { hours: 300, what: 'good' },
    ])
    const asked = lookUpMemory(card.memory, at + hour)
    expect(asked).toMatchObject({
      due: at + hour,
      stability: card.memory.stability,
      lapses: 0,
      askedAt: at + hour,
    })
    expect(scheduler.review(asked, 'good', at + 2 * hour, 's').askedAt).toBeNull()
    expect(lookUpMemory(emptyMemory(start), at)).toEqual(emptyMemory(start))
  })
})
