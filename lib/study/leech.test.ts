import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCard } from './card'
import type { Card } from './card'
import { createReview } from './history'
import { answerCard, isLeech, leechOutcome, meetsLeech, type LeechSettings } from './leech'
import { createScheduler } from './schedule'
import { answered, broughtBack, createSession, currentLemma, summarise } from './session'

const day = 86_400_000
const now = Date.UTC(2026, 3, 1, 9)
const scheduler = createScheduler()
const asAnki: LeechSettings = { leechAt: 8, leechAction: 'suspend' }

/** A word that was remembered often enough to be asked after days, and forgotten so many times. */
function forgotten(lapses: number): Card {
  const card = createCard({ lemma: 'ajar' }, 'study', now - 100 * day)
  const memory = {
    ...card.memory,
    phase: 'review' as const,
    due: now - day,
    stability: 5,
    difficulty: 8,
    reps: 20,
    lapses,
    reviewedAt: now - 6 * day,
  }
  return { ...card, memory }
}

const review = (card: Card, grade: 'again' | 'good') =>
  createReview({ lemma: card.lemma, at: now, grade, kind: 'recognise', took: 1 })
const answer = (card: Card, grade: 'again' | 'good', settings = asAnki) =>
  answerCard(card, review(card, grade), scheduler, settings)

describe('a leech', () => {
  it('is met at the threshold and at every half of it after that, as in Anki', () => {
    const met = (leechAt: number) =>
      Array.from({ length: 24 }, (_, lapses) => lapses).filter((lapses) => meetsLeech(lapses, leechAt))
    expect(met(8)).toEqual([8, 12, 16, 20])
    expect(met(5)).toEqual([5, 8, 11, 14, 17, 20, 23])
    expect(met(1)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1))
    expect(met(0)).toEqual([])
  })

  it('is set aside by the lapse that is one too many, and by none before', () => {
    expect(answer(forgotten(6), 'again')).toMatchObject({ suspended: false, memory: { lapses: 7 } })
    expect(answer(forgotten(7), 'again')).toMatchObject({ suspended: true, memory: { lapses: 8 } })
    expect(answer(forgotten(8), 'again')).toMatchObject({ suspended: false, memory: { lapses: 9 } })
    expect(answer(forgotten(11), 'again')).toMatchObject({ suspended: true, memory: { lapses: 12 } })
  })

  it('is only marked when the learner wants that, and nothing at all with 0', () => {
    const marked = answer(forgotten(7), 'again', { ...asAnki, leechAction: 'mark' })
    expect(marked.suspended).toBe(false)
    expect(isLeech(marked, asAnki)).toBe(true)
    expect(answer(forgotten(7), 'again', { ...asAnki, leechAt: 0 }).suspended).toBe(false)
    expect(leechOutcome(7, 8, { ...asAnki, leechAction: 'mark' })).toBe('mark')
    expect(leechOutcome(7, 8, { ...asAnki, leechAt: 0 })).toBeUndefined()
  })

  it('is never made by a right answer', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(20), (lapses, leechAt) => {
        expect(answer(forgotten(lapses), 'good', { ...asAnki, leechAt }).suspended).toBe(false)
        expect(leechOutcome(lapses, lapses, { ...asAnki, leechAt })).toBeUndefined()
      }),
    )
  })

  it('leaves its session, and comes back into it when it is wanted', () => {
    const before = forgotten(7)
    const after = answer(before, 'again')
    const session = createSession([before], now)
    const done = answered(session, { before, after, grade: 'again', reviewId: 'r', leech: 'suspend' }, now)
    expect(currentLemma(done, now)).toBeUndefined()
    expect(summarise(done, now).setAside).toEqual([after])
    expect(currentLemma(broughtBack(done, after, now), now)).toBe('ajar')
    const later = { ...after, memory: { ...after.memory, due: now + day } }
    expect(currentLemma(broughtBack(done, later, now), now)).toBeUndefined()
  })
})
