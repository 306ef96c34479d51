import { strToU8, zipSync } from 'fflate'
import type { Database, SqlJsStatic } from 'sql.js'
import { emptyMemory, grades } from '../study/card'
import type { Card, Memory } from '../study/card'
import type { Review } from '../study/history'
import type { Scheduler } from '../study/schedule'
import { ankiFields, ankiGuid, ankiNote, ankiDeckId, ankiModelId, cardOrds, plainText } from './apkg-note'
import { collectionRow, schemaSql } from './apkg-schema'
import { sha1Start } from './sha1'

/** What goes into a package. With `schedule`, Anki can take over the history of the recognition cards. */
export type ApkgOptions = {
  readonly at: number
  readonly schedule?: { readonly reviews: readonly Review[]; readonly scheduler: Scheduler }
}

const day = 86_400_000

/**
 * An Anki package (`.apkg`, collection schema 11, which every Anki since 2.1 reads). The same word always has the same
 * guid and its own time of change, so importing a later export updates what changed and touches nothing else.
 */
export function writeApkg(sql: SqlJsStatic, cards: readonly Card[], options: ApkgOptions): Uint8Array {
  const database = new sql.Database()
  try {
    database.run(schemaSql)
    const created = Math.floor(Math.min(options.at, ...firstTimes(cards)) / day) * (day / 1000)
    database.run('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)', collectionRow(created, options.at))
    database.run('BEGIN')
    writeNotes(database, cards, options, created)
    database.run('COMMIT')
    // Anki's importer wants the list of media even when there are none.
    return zipSync({ 'collection.anki2': database.export(), media: strToU8('{}') }, { level: 6 })
  } finally {
    database.close()
  }
}

function firstTimes(cards: readonly Card[]): number[] {
  let first = Number.POSITIVE_INFINITY
  for (const { createdAt } of cards) first = Math.min(first, createdAt)
  return Number.isFinite(first) ? [first] : []
}

function writeNotes(database: Database, cards: readonly Card[], options: ApkgOptions, created: number): void {
  const insertNote = database.prepare('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)')
  const insertCard = database.prepare('INSERT INTO cards VALUES (?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,0,?)')
  const histories = groupReviews(options.schedule?.reviews ?? [])
  const revlog = database.prepare('INSERT OR IGNORE INTO revlog VALUES (?,?,-1,?,?,?,?,?,?)')
  const ids = createIds()
  cards.forEach((card, position) => {
    const note = ankiNote(card)
    const id = ids(card.createdAt)
    const modified = Math.floor(card.updatedAt / 1000)
    const sort = plainText(note.Word)
    const fields = ankiFields.map((name) => note[name]).join('\u001f')
    insertNote.run([
      id,
      ankiGuid(card),
      ankiModelId,
      modified,
      ` ${tag(card)} `,
      fields,
      sort,
      sha1Start(sort),
      '',
    ])
    for (const ord of cardOrds(note)) {
      const plan = planOf(card, ord === 0 && options.schedule !== undefined, position, created)
      insertCard.run([id + ord, id, ankiDeckId, ord, modified, ...plan])
    }
    const history = histories.get(card.lemma) ?? []
    if (options.schedule) writeHistory(revlog, id, card, history, options.schedule.scheduler)
  })
  for (const statement of [insertNote, insertCard, revlog]) statement.free()
}

/** Ids are times in milliseconds; each note needs room for its cards. */
function createIds(): (createdAt: number) => number {
  const taken = new Set<number>()
  return (createdAt) => {
    let slot = Math.max(1, Math.floor(createdAt / 4))
    while (taken.has(slot)) slot += 1
    taken.add(slot)
    return slot * 4
  }
}

/** Anki parts tags by blanks. */
const tag = (card: Card): string => {
  const article = card.contexts[0]?.article?.replace(/[\s"]+/g, '-')
  return article ? `sejajar sejajar::${article}` : 'sejajar'
}

/** Columns type, queue, due, ivl, factor, reps, lapses, left and data of a card. */
function planOf(card: Card, scheduled: boolean, position: number, created: number): (number | string)[] {
  const { memory } = card
  const suspended = card.suspended || card.mark !== 'study'
  if (!scheduled || memory.reviewedAt === null) {
    return [0, suspended ? -1 : 0, position + 1, 0, 0, 0, 0, 0, '{}']
  }
  const lrt = Math.floor(memory.reviewedAt / 1000)
  const data = JSON.stringify({ s: round(memory.stability), d: round(memory.difficulty), dr: 0.9, lrt })
  const interval = Math.max(1, Math.round(memory.interval))
  const common = [memory.reps, memory.lapses]
  if (memory.phase === 'review') {
    const due = Math.floor((memory.due / 1000 - created) / 86_400)
    return [2, suspended ? -1 : 2, due, interval, 2500, ...common, 0, data]
  }
  const type = memory.phase === 'relearning' ? 3 : 1
  const due = Math.floor(memory.due / 1000)
  return [type, suspended ? -1 : 1, due, type === 3 ? interval : 0, 2500, ...common, 1001, data]
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function groupReviews(reviews: readonly Review[]): Map<string, Review[]> {
  const groups = new Map<string, Review[]>()
  for (const review of reviews) {
    const group = groups.get(review.lemma)
    if (group) group.push(review)
    else groups.set(review.lemma, [review])
  }
  return groups
}

function writeHistory(
  statement: ReturnType<Database['prepare']>,
  cardId: number,
  card: Card,
  reviews: readonly Review[],
  scheduler: Scheduler,
): void {
  let memory = emptyMemory(card.createdAt)
  for (const review of [...reviews].sort((a, b) => a.at - b.at)) {
    const next = scheduler.review(memory, review.grade, review.at, review.seed)
    const kind = memory.phase === 'review' ? 1 : memory.phase === 'relearning' ? 2 : 0
    const factor = Math.round(next.difficulty * 100)
    const ease = grades.indexOf(review.grade) + 1
    const took = Math.min(60_000, review.took)
    statement.run([review.at, cardId, ease, intervalOf(next), intervalOf(memory), factor, took, kind])
    memory = next
  }
}

/** Days, or seconds as a negative number, as Anki writes intervals. */
function intervalOf(memory: Memory): number {
  if (memory.reviewedAt === null) return 0
  if (memory.phase === 'review') return Math.max(1, Math.round(memory.interval))
  return -Math.max(1, Math.round((memory.due - memory.reviewedAt) / 1000))
}
