import type { IDBPTransaction } from 'idb'
import { isStudied } from '../study/card'
import type { Card, MemoryPhase } from '../study/card'
import { paceStart, type Opening, type OpeningRequest } from '../study/opening'
import type { SejajarDatabase, SejajarSchema } from './database'

type Reading = IDBPTransaction<SejajarSchema, ('cards' | 'reviews')[], 'readonly'>

/** Phases of words that have been asked before. */
const askedPhases: readonly MemoryPhase[] = ['learning', 'relearning', 'review']

/** Words set aside lie among the others and are passed over: so many more than are wanted are taken at first. */
const spare = 20

const dueBetween = (phase: MemoryPhase, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound(['study', phase, from], ['study', phase, to], false, true)

/** What a session needs, by index and in one transaction: how much else there is makes no difference. */
export async function readOpening(
  database: SejajarDatabase,
  { dayStart, dayEnd, fresh }: OpeningRequest,
): Promise<Opening> {
  const transaction: Reading = database.transaction(['cards', 'reviews'])
  const cards = transaction.objectStore('cards')
  const byDue = cards.index('by-due')
  const [due, oldest, later, today, anyCard] = await Promise.all([
    Promise.all(askedPhases.map((phase) => byDue.getAll(dueBetween(phase, -Infinity, dayEnd)))),
    firstStudied(transaction, dueBetween('new', -Infinity, Infinity), fresh),
    Promise.all(
      askedPhases.map((phase) => firstStudied(transaction, dueBetween(phase, dayEnd, Infinity), 1)),
    ),
    readAnswers(transaction, dayStart),
    cards.getKey(IDBKeyRange.lowerBound('')),
  ])
  const nextDates = later.flat().map(({ memory }) => memory.due)
  return {
    due: due.flat().filter(isStudied),
    fresh: oldest,
    nextDue: nextDates.length === 0 ? null : Math.min(...nextDates),
    ...today,
    isEmpty: anyCard === undefined,
  }
}

/** The first words of a range of the index that are not set aside. */
async function firstStudied(
  transaction: Reading,
  range: IDBKeyRange,
  wanted: number,
): Promise<readonly Card[]> {
  if (wanted <= 0) return []
  for (let count = wanted + spare; ; count *= 4) {
    const read = await transaction.objectStore('cards').index('by-due').getAll(range, count)
    const found = read.filter(isStudied)
    if (found.length >= wanted || read.length < count) return found.slice(0, wanted)
  }
}

/** Today's answers, as many earlier ones as tell the pace, and the cards of today's. */
async function readAnswers(
  transaction: Reading,
  dayStart: number,
): Promise<Pick<Opening, 'answers' | 'answered'>> {
  const byTime = transaction.objectStore('reviews').index('by-time')
  const since = await paceStart(dayStart, (at) => byTime.count(IDBKeyRange.lowerBound(at)))
  const answers = await byTime.getAll(IDBKeyRange.lowerBound(since))
  const today = new Set(answers.filter(({ at }) => at >= dayStart).map(({ lemma }) => lemma))
  const cards = await Promise.all([...today].map((lemma) => transaction.objectStore('cards').get(lemma)))
  return { answers, answered: cards.filter((card) => card !== undefined) }
}
