import { describe, expect, it } from 'vitest'
import { createCard } from './card'
import type { Card, Mark, Memory } from './card'
import { intervalOf } from './interval'
import { listWords, statusOf } from './word-list'
import type { WordListView } from './word-list'

const card = (
  lemma: string,
  mark: Mark = 'study',
  memory: Partial<Memory> = {},
  more: Partial<Card> = {},
): Card => {
  const made = createCard({ lemma, gloss: `gloss of ${lemma}` }, mark, 0)
  return { ...made, memory: { ...made.memory, ...memory }, ...more }
}
const view: WordListView = { search: '', filter: 'all', order: 'lemma', descending: false, leechAt: 8 }
const cards = [
  card('rumah', 'study', { phase: 'review', stability: 50, due: 9, reviewedAt: 1 }),
  card(
    'mengajar',
    'study',
    { phase: 'review', stability: 3, lapses: 9, due: 5, reviewedAt: 1 },
    { root: 'ajar' },
  ),
  card('di', 'known'),
  card('anak'),
  card('lama', 'study', { phase: 'review', stability: 3, reviewedAt: 1 }, { suspended: true }),
]
const lemmas = (change: Partial<WordListView>) =>
  listWords(cards, { ...view, ...change }).map(({ lemma }) => lemma)

describe('the list of words', () => {
  it('says of each what it is', () => {
    expect(cards.map(statusOf)).toEqual(['learned', 'learning', 'known', 'waiting', 'suspended'])
  })

  it.each<[Partial<WordListView>, string[]]>([
    [{}, ['anak', 'di', 'lama', 'mengajar', 'rumah']],
    [{ descending: true }, ['rumah', 'mengajar', 'lama', 'di', 'anak']],
    [{ filter: 'leech' }, ['mengajar']],
    [{ filter: 'known' }, ['di']],
    [{ search: 'AJAR' }, ['mengajar']],
    [{ search: 'gloss of r' }, ['rumah']],
    [{ search: 'zzz' }, []],
    [{ order: 'due' }, ['anak', 'mengajar', 'rumah', 'di', 'lama']],
    [{ order: 'lapses', descending: true }, ['mengajar', 'anak', 'di', 'lama', 'rumah']],
  ])('for %j', (change, expected) => {
    expect(lemmas(change)).toEqual(expected)
  })

  it('is made of 20,000 words quickly', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => card(`kata${(index * 7919) % 20_000}`))
    // Time of this process alone: other work on the machine must not fail the test.
    const start = process.cpuUsage()
    expect(listWords(many, { ...view, search: 'kata1' }).length).toBeGreaterThan(1000)
    listWords(many, view)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000)
  })
})

describe('an interval', () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
  it.each([
    [0, 'minute', 1],
    [10 * minute, 'minute', 10],
    [59.6 * minute, 'hour', 1],
    [23.6 * hour, 'day', 1],
    [4 * day, 'day', 4],
    [60 * day, 'month', 2],
    [365 * day, 'year', 1],
    [550 * day, 'year', 1.5],
    [-5, 'minute', 1],
  ] as const)('of %d is a %s × %d', (span, unit, count) => {
    expect(intervalOf(span)).toEqual({ unit, count })
  })
})
