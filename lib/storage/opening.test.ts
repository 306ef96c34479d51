import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCard } from '../study/card'
import type { Card, MemoryPhase } from '../study/card'
import { createReview } from '../study/history'
import type { Review } from '../study/history'
import { pickOpening, todayOf, type Opening } from '../study/opening'
import { openDatabase } from './database'
import { createMemoryStudyStorage } from './memory-study-storage'
import { countProgress } from './progress-work'
import { createStudyStorage, type StudyStorage } from './study-storage'

const day = 86_400_000
const dayStart = Date.UTC(2026, 3, 1, 4)
const dayEnd = dayStart + day
const phases: readonly MemoryPhase[] = ['new', 'learning', 'review', 'relearning']
let count = 0
const lasting = () => {
  const name = `opening-${count++}`
  return createStudyStorage((events) => openDatabase(events, name))
}

/** Words in every state and answers of the last three weeks. */
const learners = fc.record({
  cards: fc.array(
    fc.record({
      phase: fc.constantFrom(...phases),
      days: fc.integer({ min: -30, max: 30 }),
      mark: fc.constantFrom('study' as const, 'study' as const, 'study' as const, 'known' as const),
      suspended: fc.constantFrom(false, false, true),
    }),
    { maxLength: 60 },
  ),
  answers: fc.array(fc.record({ word: fc.nat(70), hours: fc.integer({ min: -500, max: 20 }) }), {
    maxLength: 80,
  }),
  fresh: fc.nat(8),
})

type Learner = typeof learners extends fc.Arbitrary<infer T> ? T : never

function rowsOf({ cards, answers }: Pick<Learner, 'cards' | 'answers'>) {
  const rows = cards.map(({ phase, days, mark, suspended }, index): Card => {
    const at = dayStart + days * day + index
    const card = createCard({ lemma: `w${index}` }, mark, at)
    return { ...card, suspended, memory: { ...card.memory, phase, due: at, reps: phase === 'new' ? 0 : 1 } }
  })
  const reviews = answers.map(({ word, hours }, index): Review => {
    const at = dayStart + hours * 3_600_000 + index
    return createReview({
      lemma: rows[word]?.lemma ?? createCard({ lemma: 'gone' }, 'study', 0).lemma,
      at,
      grade: 'good',
      kind: 'cloze',
      took: 1,
    })
  })
  return { rows, reviews: reviews.sort((a, b) => a.at - b.at) }
}

async function fill(storage: StudyStorage, rows: readonly Card[], reviews: readonly Review[]) {
  await storage.transact(async (records) => {
    for (const card of rows) await records.putCard(card)
    for (const review of reviews) await records.putReview(review)
  })
}

const sorted = ({ due, fresh, answered, ...rest }: Opening) => {
  const lemmas = (cards: readonly Card[]) => cards.map(({ lemma }) => lemma)
  return { ...rest, due: lemmas(due).sort(), fresh: lemmas(fresh), answered: lemmas(answered).sort() }
}

describe('what a session needs', () => {
  it('is read by index as it would be picked out of everything', async () => {
    await fc.assert(
      fc.asyncProperty(learners, async ({ fresh, ...learner }) => {
        const { rows, reviews } = rowsOf(learner)
        const request = { dayStart, dayEnd, fresh }
        const picked = sorted(await pickOpening(rows, reviews, request))
        const storage = lasting()
        await fill(storage, rows, reviews)
        // Answers more than two weeks old are never asked for, and none of these windows reaches further.
        expect(sorted(await storage.opening(request))).toEqual(picked)
        const memory = createMemoryStudyStorage()
        await fill(memory, rows, reviews)
        expect(sorted(await memory.opening(request))).toEqual(picked)
      }),
      { numRuns: 40 },
    )
  })

  it('passes over any number of words that are set aside', async () => {
    const rows = Array.from({ length: 200 }, (_, index): Card => {
      const card = createCard({ lemma: `w${String(index).padStart(3, '0')}` }, 'study', index)
      return { ...card, suspended: index < 190 }
    })
    const storage = lasting()
    await fill(storage, rows, [])
    const { fresh } = await storage.opening({ dayStart, dayEnd, fresh: 3 })
    expect(fresh.map(({ lemma }) => lemma)).toEqual(['w190', 'w191', 'w192'])
  })

  it('counts words of today: asked again, and for the first time', async () => {
    const old = {
      ...createCard({ lemma: 'lama' }, 'study', 0),
      memory: { ...createCard({ lemma: 'lama' }, 'study', 0).memory, reps: 9 },
    }
    const young = {
      ...old,
      lemma: createCard({ lemma: 'baru' }, 'study', 0).lemma,
      memory: { ...old.memory, reps: 2 },
    }
    const at = (card: Card, minutes: number) =>
      createReview({
        lemma: card.lemma,
        at: dayStart + minutes * 60_000,
        grade: 'good',
        kind: 'cloze',
        took: 1,
      })
    const reviews = [at(old, -600), at(old, 1), at(young, 2), at(young, 3)]
    const opening = await pickOpening([old, young], reviews, { dayStart, dayEnd, fresh: 0 })
    expect(todayOf(opening, dayStart + 1, 0, dayStart)).toMatchObject({ reviewed: 1, introduced: 1 })
  })
})

describe('progress', () => {
  it('comes out the same however the history is parted', async () => {
    const { rows, reviews } = rowsOf({
      cards: Array.from({ length: 40 }, (_, index) => ({
        phase: 'review' as const,
        days: (index % 20) - 40,
        mark: 'study' as const,
        suspended: false,
      })),
      answers: Array.from({ length: 900 }, (_, index) => ({ word: index % 40, hours: -index })),
    })
    const request = { now: dayStart + 1, offset: 0, roots: ['w0', 'w1'] }
    const storage = lasting()
    await fill(storage, rows, reviews)
    const whole = await countProgress(storage, request)
    expect(whole.perDay.reduce((sum, { count: one }) => sum + one, 0)).toBe(900)
    expect(whole.retention.answers).toBeGreaterThan(0)
    const parted = {
      ...storage,
      async *allReviews() {
        for (const review of [...reviews].reverse()) yield [review]
      },
    }
    expect(await countProgress(parted, request)).toEqual(whole)
  })
})
