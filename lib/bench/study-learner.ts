/** A learner of many years, made up: what `/study`, `/words` and `/progress` are measured with. */
import type { BackupData } from '@/lib/storage/backup-format'
import { createCard } from '@/lib/study/card'
import type { Card, Grade, Mark } from '@/lib/study/card'
import { applyReview, createReview, seedOf } from '@/lib/study/history'
import type { Review } from '@/lib/study/history'
import { createScheduler } from '@/lib/study/schedule'
import type { Scheduler } from '@/lib/study/schedule'

const day = 86_400_000
const years = 2

/** The same numbers in the same order each time (mulberry32), so that two runs measure the same thing. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const prefixes = ['', 'me', 'di', 'ber', 'ter', 'ke', 'pe', 'se']

/** Of a hundred words this many are under study; the others are waiting, known without study, or ignored. */
const shares: readonly (readonly [until: number, mark: Mark, reviewed: boolean])[] = [
  [0.85, 'study', true],
  [0.9, 'study', false],
  [0.98, 'known', false],
  [1, 'ignored', false],
]

/**
 * So many words, saved evenly over two years, and about ten times as many answers, given when the schedule asked for
 * them, the last ones two days ago: some hundred words are due now.
 */
export function makeLearner(roots: readonly string[], words: number, now: number): BackupData {
  const chance = chanceFrom(20_000)
  const scheduler = createScheduler()
  const start = now - years * 365 * day
  const taken = new Set<string>()
  const fresh = Array.from({ length: words }, (_, index): Card => {
    const share = chance()
    const [, mark] = shares.find(([until]) => share < until) ?? shares[0]!
    // An index without a pattern of its own, so that the alphabet and the calendar have nothing to do with each other.
    const at = start + Math.round((((index * 7919) % words) / words) * (years * 365 - 2) * day)
    return makeCard(freeWord(roots, index, taken), index, mark, at)
  })
  const reviews: Review[] = []
  const cards = fresh.map((card) => {
    const isReviewed = card.mark === 'study' && chance() < 0.95
    return isReviewed ? study(card, { now: now - 2 * day, scheduler, chance }, reviews) : card
  })
  const settings = {}
  return { cards, reviews, encounters: [], glosses: [], articles: [], progress: [], settings }
}

type Word = { readonly root: string; readonly lemma: string }

/** Roots first, then each of them with a prefix, and so on. */
function freeWord(roots: readonly string[], index: number, taken: Set<string>): Word {
  const root = roots[index % roots.length] ?? 'kata'
  let lemma = `${prefixes[Math.floor(index / roots.length)] ?? ''}${root}`
  while (taken.has(lemma)) lemma = `${lemma}nya`
  taken.add(lemma)
  return { root, lemma }
}

function makeCard({ root, lemma }: Word, index: number, mark: Mark, at: number): Card {
  const before = `Pada hari itu para menteri dan pejabat daerah membicarakan `
  const sentence = `${before}${lemma} bersama warga di balai desa sebelum rapat berikutnya dimulai.`
  const english = `On that day the ministers and local officials discussed “${lemma}” with residents in the village hall.`
  const quote = english.indexOf('“') + 1
  const context = {
    sentence,
    target: { start: before.length, end: before.length + lemma.length },
    english,
    aligned: [{ start: quote, end: quote + lemma.length }],
    article: `artikel-${index % 400}`,
    index: index % 30,
    source: `Artikel nomor ${index % 400}`,
  }
  const gloss = `a meaning of ${lemma}; another sense`
  return createCard(
    { lemma, root, form: lemma, affixes: lemma === root ? [] : ['ber-'], gloss, context },
    mark,
    at,
  )
}

type Study = {
  readonly now: number
  readonly scheduler: Scheduler
  readonly chance: () => number
}

/** Answers a card whenever it is due, up to a few hours late, until now or until it has had its share of answers. */
function study(card: Card, { now, scheduler, chance }: Study, into: Review[]): Card {
  let current = card
  for (;;) {
    const at = Math.round(current.memory.due + chance() * 0.4 * day)
    if (at > now) break
    const took = Math.round(2000 + chance() * 15_000)
    const grade = gradeOf(chance())
    const review = createReview({
      lemma: card.lemma,
      at,
      grade,
      kind: 'recognise',
      took,
      seed: seedOf(current),
    })
    into.push(review)
    current = applyReview(current, review, scheduler)
  }
  return current
}

const gradeOf = (chance: number): Grade =>
  chance < 0.11 ? 'again' : chance < 0.18 ? 'hard' : chance < 0.94 ? 'good' : 'easy'
