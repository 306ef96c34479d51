import type { Card } from './card'
import { isLearned } from './familiarity'
import { isLeech } from './leech'

/** What a word of the list is, in one word; the first that applies. */
export type WordStatus = 'suspended' | 'known' | 'ignored' | 'new' | 'waiting' | 'learning' | 'learned'

/** The status of a card: `waiting` is saved but never asked, `learned` strong by review. */
export function statusOf(card: Card): WordStatus {
  if (card.mark !== 'study') return card.mark
  if (card.suspended) return 'suspended'
  if (card.memory.phase === 'new') return 'waiting'
  return isLearned(card.memory) ? 'learned' : 'learning'
}

export const wordFilters = [
  'all',
  'waiting',
  'learning',
  'learned',
  'known',
  'ignored',
  'suspended',
  'leech',
] as const
export type WordFilter = (typeof wordFilters)[number]

export const wordOrders = ['lemma', 'root', 'gloss', 'status', 'due', 'saved', 'lapses'] as const
export type WordOrder = (typeof wordOrders)[number]

export type WordListView = {
  readonly search: string
  readonly filter: WordFilter
  readonly order: WordOrder
  readonly descending: boolean
  readonly leechAt: number
}

/**
 * Alphabetical order. Indonesian has no letters beyond a to z, and a collator takes many times as long over thousands of
 * words.
 */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const statusRank: readonly WordStatus[] = [
  'learning',
  'waiting',
  'learned',
  'known',
  'new',
  'suspended',
  'ignored',
]

/**
 * The words to show, in order. The search looks into word, root, gloss, note and sentence; a family is found by its
 * root. Equal words stand in alphabetical order.
 */
export function listWords(cards: Iterable<Card>, view: WordListView): readonly Card[] {
  const needle = plain(view.search)
  const found = [...cards].filter((card) => passes(card, view) && (needle === '' || contains(card, needle)))
  const compare = orders[view.order]
  const sign = view.descending ? -1 : 1
  return found.sort((a, b) => sign * compare(a, b) || byText(a.lemma, b.lemma))
}

const orders: Readonly<Record<WordOrder, (a: Card, b: Card) => number>> = {
  lemma: (a, b) => byText(a.lemma, b.lemma),
  root: (a, b) => byText(a.root, b.root),
  gloss: (a, b) => byText(a.gloss.toLowerCase(), b.gloss.toLowerCase()),
  status: (a, b) => statusRank.indexOf(statusOf(a)) - statusRank.indexOf(statusOf(b)),
  due: (a, b) => dueOf(a) - dueOf(b),
  saved: (a, b) => a.createdAt - b.createdAt,
  lapses: (a, b) => a.memory.lapses - b.memory.lapses,
}

/** Words that are never asked come after all that are. */
const dueOf = (card: Card): number =>
  card.mark === 'study' && !card.suspended ? card.memory.due : Number.MAX_SAFE_INTEGER

function passes(card: Card, { filter, leechAt }: WordListView): boolean {
  if (filter === 'all') return true
  if (filter === 'leech') return card.mark === 'study' && isLeech(card, { leechAt })
  return statusOf(card) === filter
}

const plain = (text: string): string => withoutMarks(text).toLowerCase().trim()

/** Most texts here are plain ASCII, and then there is nothing to take off. */
const withoutMarks = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')

const contains = (card: Card, needle: string): boolean =>
  [
    card.lemma,
    card.form,
    card.root,
    card.gloss,
    card.note ?? '',
    ...card.contexts.map(({ sentence }) => sentence),
  ].some((text) => plain(text).includes(needle))
