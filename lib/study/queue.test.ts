import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCard, lemmaId } from './card'
import type { Card, Memory } from './card'
import { createReview } from './history'
import { createQueue, dayOf, defaultStudySettings, kindFor, paceOf, startOfDay, defaultPace } from './queue'
import { isLeech } from './leech'
import { createScheduler } from './schedule'
import {
  answered,
  createSession,
  currentLemma,
  dropLemma,
  progressOf,
  summarise,
  unanswered,
} from './session'
import type { Answer } from './session'

const now = Date.UTC(2026, 0, 10, 12)
const day = 86_400_000
const scheduler = createScheduler()

const fresh = (lemma: string, root = lemma, at = now): Card =>
  createCard({ lemma, root, gloss: 'x' }, 'study', at)
const due = (lemma: string, daysAgo: number, more: Partial<Memory> = {}, root = lemma): Card => {
  const card = fresh(lemma, root, now - 100 * day)
  const reviewedAt = now - (daysAgo + 10) * day
  const memory = {
    ...card.memory,
    phase: 'review' as const,
    stability: 10,
    difficulty: 5,
    reps: 3,
    reviewedAt,
  }
  return { ...card, memory: { ...memory, due: now - daysAgo * day, ...more } }
}
const queue = (cards: readonly Card[], settings = {}, today = {}) =>
  createQueue(cards, {
    settings: { ...defaultStudySettings, ...settings },
    scheduler,
    today: { now, offset: 0, reviewed: 0, introduced: 0, ...today },
    seed: 7,
  })
const lemmas = (cards: readonly Card[]) => cards.map(({ lemma }) => lemma)

describe('queue', () => {
  it('asks unfinished words first, then those most nearly forgotten', () => {
    const step = due('langkah', 0, { phase: 'learning', due: now - 1000 })
    const { cards } = queue([due('baru', 1), due('lama', 60), step, due('nanti', -5)])
    expect(lemmas(cards)).toEqual(['langkah', 'lama', 'baru'])
  })

  it('keeps to the limits of the day and says what waits', () => {
    const reviews = Array.from({ length: 30 }, (_, index) => due(`r${index}`, 1))
    const words = Array.from({ length: 30 }, (_, index) => fresh(`n${index}`))
    const result = queue(
      [...reviews, ...words],
      { reviewsPerDay: 20, newPerDay: 8, minutes: 60 },
      { reviewed: 5, introduced: 3 },
    )
    expect(result).toMatchObject({ due: 15, fresh: 5, waiting: 15 })
    expect(queue(words, {}, { introduced: 50 }).cards).toEqual([])
  })

  it('ends a session where its minutes do, but never before the first card', () => {
    const reviews = Array.from({ length: 200 }, (_, index) => due(`r${index}`, 1))
    expect(queue(reviews).cards).toHaveLength(50)
    expect(queue(reviews, { minutes: 2 }).cards).toHaveLength(10)
    expect(queue([fresh('a')], { minutes: 0 }).cards).toHaveLength(1)
  })

  it('leaves out known, ignored and suspended words', () => {
    const cards = [
      { ...fresh('a'), mark: 'known' as const },
      { ...fresh('b'), mark: 'ignored' as const },
      { ...fresh('c'), suspended: true },
    ]
    expect(queue(cards).cards).toEqual([])
  })

  it('spreads new words among the reviews and keeps one family apart', () => {
    const reviews = Array.from({ length: 8 }, (_, index) => due(`r${index}`, 1))
    const { cards } = queue([...reviews, fresh('n1'), fresh('n2')])
    const places = lemmas(cards).flatMap((lemma, index) => (lemma.startsWith('n') ? [index] : []))
    expect(places).toEqual([2, 7])
    const family = [due('ajar', 9, {}, 'ajar'), due('mengajar', 8, {}, 'ajar'), due('rumah', 7)]
    expect(lemmas(queue(family).cards)).toEqual(['ajar', 'rumah', 'mengajar'])
  })

  it('asks for each card once, whatever there is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500)), fc.nat(), (numbers, seed) => {
        const cards = numbers.map((n) =>
          n % 3 === 0 ? fresh(`w${n}`) : due(`w${n}`, n % 40, {}, `root${n % 5}`),
        )
        const options = {
          settings: { ...defaultStudySettings, minutes: 240, newPerDay: 999, reviewsPerDay: 999 },
          scheduler,
          seed,
        }
        const result = createQueue(cards, {
          ...options,
          today: { now, offset: 420, reviewed: 0, introduced: 0 },
        })
        expect(new Set(lemmas(result.cards)).size).toBe(result.cards.length)
        expect(result.cards).toHaveLength(cards.length)
      }),
    )
  })

  it('begins a day at four in the morning of the learner', () => {
    const jakarta = 7 * 60
    const lateNight = Date.UTC(2026, 0, 10, 20, 59)
    expect(dayOf(lateNight, jakarta)).toBe(dayOf(Date.UTC(2026, 0, 10, 1), jakarta))
    expect(dayOf(lateNight + 60_000, jakarta)).toBe(dayOf(lateNight, jakarta) + 1)
    expect(startOfDay(dayOf(now, jakarta), jakarta)).toBeLessThanOrEqual(now)
    expect(dayOf(startOfDay(9999, -300), -300)).toBe(9999)
  })

  it('names leeches', () => {
    expect(isLeech(due('a', 1, { lapses: 8 }), defaultStudySettings)).toBe(true)
    expect(isLeech(due('a', 1, { lapses: 7 }), defaultStudySettings)).toBe(false)
    expect(isLeech(due('a', 1, { lapses: 70 }), { leechAt: 0 })).toBe(false)
  })

  it('asks in harder ways as a word grows, with what the card has', () => {
    const all = defaultStudySettings.kinds
    const context = { sentence: 'Ia memuji.', target: { start: 3, end: 9 } }
    const rich: Card = { ...due('memuji', 1), affixes: ['meN-'], contexts: [context] }
    expect(kindFor(fresh('a'), all)).toBe('recognise')
    const kinds = [4, 5, 6, 7].map((reps) => kindFor({ ...rich, memory: { ...rich.memory, reps } }, all))
    expect(kinds).toEqual(['recognise', 'cloze', 'reverse', 'take-apart'])
    expect(kindFor({ ...due('a', 1, { reps: 5 }), gloss: '' }, all)).toBe('recognise')
    expect(kindFor(rich, [])).toBe('recognise')
  })

  it('measures the pace by the middle answer', () => {
    expect(paceOf([1, 2, 3])).toBe(defaultPace)
    expect(paceOf([...Array.from({ length: 11 }, () => 8000), 900_000])).toBe(8000)
    expect(paceOf(Array.from({ length: 20 }, () => 5))).toBe(3000)
  })
})

describe('session', () => {
  const answer = (before: Card, grade: 'again' | 'good', minutes: number): Answer => {
    const review = createReview({ lemma: before.lemma, at: now, grade, kind: 'recognise', took: 1 })
    const memory = {
      ...before.memory,
      phase: 'learning' as const,
      due: now + minutes * 60_000,
      reps: 1,
      reviewedAt: now,
    }
    return { before, after: { ...before, memory }, grade, reviewId: review.id }
  }
  const [a, b] = [fresh('a'), fresh('b')]

  it('brings a failed word back within the session and ends when none is left', () => {
    const started = createSession([a, b], now)
    expect(currentLemma(started, now)).toBe('a')
    const failed = answered(started, answer(a, 'again', 1), now)
    expect(currentLemma(failed, now)).toBe('b')
    expect(currentLemma(failed, now + 61_000)).toBe('a')
    const later = answered(failed, answer(b, 'good', 3 * 1440), now)
    expect(currentLemma(later, now)).toBe('a')
    const done = answered(later, answer(a, 'good', 1440), now)
    expect(currentLemma(done, now)).toBeUndefined()
    expect(progressOf(done)).toBe(1)
    expect(summarise(done, now + 5000)).toMatchObject({ answers: 3, words: 2, right: 2, took: 5000 })
    expect(lemmas(summarise(done, now).forgotten)).toEqual(['a'])
  })

  it('goes back exactly one answer', () => {
    const started = createSession([a, b], now)
    const once = answered(started, answer(a, 'again', 1), now)
    expect(unanswered(once)).toEqual(started)
    expect(unanswered(started)).toBe(started)
  })

  it('drops a word wherever it stands', () => {
    const once = answered(createSession([a, b], now), answer(a, 'again', 1), now)
    expect(currentLemma(dropLemma(dropLemma(once, lemmaId('a')), lemmaId('b')), now)).toBeUndefined()
  })
})
