import { cardKinds, contextLimit, emptyMemory, grades, lemmaId, marks } from '../study/card'
import type { Card, Context, Memory } from '../study/card'
import { eventId } from '../study/history'
import type { Encounter, Review } from '../study/history'
import type { Span } from '../language/span'
import { backupFormat, backupSchema, ImportError, importLimit, type BackupData } from './backup-format'
import type { OwnArticle, ReadingProgress } from './storage'

/** A file that was read: what it holds, and how many records were there twice and became one. */
export type ParsedBackup = { readonly data: BackupData; readonly duplicates: number }

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a backup file, field by field: only what is known is taken, texts stay texts. Records that are there twice
 * become the later one. Throws an `ImportError` that says what is wrong and where; then nothing was changed.
 */
export function parseBackup(text: string): ParsedBackup {
  const file = fields(parseJson(text), '')
  if (file.format !== backupFormat) throw new ImportError('foreign')
  if (typeof file.schema !== 'number' || file.schema < 1) throw new ImportError('invalid', 'schema')
  if (file.schema > backupSchema) throw new ImportError('newer', String(file.schema))
  const data = fields(file.data, 'data')
  const cards = list(data.cards, 'cards', readCard)
  const reviews = list(data.reviews, 'reviews', readReview)
  const encounters = list(data.encounters, 'encounters', readEncounter)
  const lists = {
    cards: unique(cards, ({ lemma }) => lemma, laterCard),
    reviews: unique(reviews, ({ id }) => id),
    encounters: unique(encounters, ({ id }) => id),
    articles: unique(list(data.articles, 'articles', readArticle), ({ id }) => id),
    progress: unique(list(data.progress, 'progress', readProgress), ({ slug }) => slug),
    glosses: unique(list(data.glosses, 'glosses', readGloss), ({ lemma }) => String(lemma)),
  }
  const given = [data.cards, data.reviews, data.encounters, data.articles, data.progress, data.glosses]
  const total = given.reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
  const kept = Object.values(lists).reduce((sum, { length }) => sum + length, 0)
  return { data: { ...lists, settings: readSettingsOf(data.settings) }, duplicates: total - kept }
}

function parseJson(text: string): unknown {
  if (text.length > importLimit) throw new ImportError('large')
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') throw new ImportError('empty')
  try {
    return JSON.parse(trimmed) as unknown
  } catch {
    const ours = trimmed.slice(0, 200).includes(backupFormat)
    throw new ImportError(ours ? 'truncated' : 'foreign')
  }
}

/** Of two records of one card the later written one. */
export const laterCard = (a: Card, b: Card): Card =>
  b.updatedAt - a.updatedAt || b.revision - a.revision ? (isLater(b, a) ? b : a) : a

const isLater = (a: Card, b: Card): boolean =>
  a.updatedAt > b.updatedAt || (a.updatedAt === b.updatedAt && a.revision > b.revision)

function unique<T>(
  values: readonly T[],
  key: (value: T) => string,
  choose: (a: T, b: T) => T = (_, b) => b,
): T[] {
  const found = new Map<string, T>()
  for (const value of values) {
    const before = found.get(key(value))
    found.set(key(value), before === undefined ? value : choose(before, value))
  }
  return [...found.values()]
}

function list<T>(value: unknown, where: string, read: (fields: Fields, where: string) => T): T[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new ImportError('invalid', where)
  return value.map((row: unknown, index) => read(fields(row, `${where}[${index}]`), `${where}[${index}]`))
}

function fields(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw where === '' ? new ImportError('foreign') : new ImportError('invalid', where)
}

function text(from: Fields, key: string, where: string, otherwise?: string): string {
  const value = from[key] ?? otherwise
  if (typeof value !== 'string') throw new ImportError('invalid', `${where}.${key}`)
  return value
}

function number(from: Fields, key: string, where: string, otherwise?: number): number {
  const value = from[key] ?? otherwise
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ImportError('invalid', `${where}.${key}`)
  return value
}

function choice<T extends string>(from: Fields, key: string, where: string, among: readonly T[]): T {
  const value = among.find((name) => name === from[key])
  if (value === undefined) throw new ImportError('invalid', `${where}.${key}`)
  return value
}

const optional = <K extends string>(from: Fields, key: K, where: string): Partial<Record<K, string>> =>
  from[key] === undefined ? {} : ({ [key]: text(from, key, where) } as Partial<Record<K, string>>)

function lemmaOf(from: Fields, where: string): Card['lemma'] {
  const lemma = lemmaId(text(from, 'lemma', where))
  if (lemma === '') throw new ImportError('invalid', `${where}.lemma`)
  return lemma
}

function readCard(from: Fields, where: string): Card {
  const lemma = lemmaOf(from, where)
  const createdAt = number(from, 'createdAt', where)
  const forms =
    from.forms === undefined ? {} : { forms: readForms(fields(from.forms, `${where}.forms`), where) }
  return {
    lemma,
    root: lemmaId(text(from, 'root', where, lemma)) || lemma,
    form: text(from, 'form', where, lemma),
    affixes: strings(from.affixes, `${where}.affixes`),
    gloss: text(from, 'gloss', where, ''),
    ...optional(from, 'note', where),
    contexts: list(from.contexts, `${where}.contexts`, readContext).slice(0, contextLimit),
    mark: choice(from, 'mark', where, marks),
    ...forms,
    memory: from.memory === undefined ? emptyMemory(createdAt) : readMemory(from.memory, `${where}.memory`),
    suspended: from.suspended === true,
    createdAt,
    updatedAt: number(from, 'updatedAt', where, createdAt),
    revision: Math.max(0, number(from, 'revision', where, 0)),
  }
}

function readForms(from: Fields, where: string): Record<string, Card['mark']> {
  const entries = Object.keys(from).map(
    (form) => [form, choice(from, form, `${where}.forms`, marks)] as const,
  )
  return Object.fromEntries(entries)
}

function strings(value: unknown, where: string): string[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.some((part) => typeof part !== 'string'))
    throw new ImportError('invalid', where)
  return value as string[]
}

function readMemory(value: unknown, where: string): Memory {
  const from = fields(value, where)
  const time = (key: string) =>
    from[key] === null || from[key] === undefined ? null : number(from, key, where)
  return {
    phase: choice(from, 'phase', where, ['new', 'learning', 'review', 'relearning'] as const),
    due: number(from, 'due', where),
    stability: Math.max(0, number(from, 'stability', where)),
    difficulty: Math.min(10, Math.max(0, number(from, 'difficulty', where))),
    interval: Math.max(0, number(from, 'interval', where, 0)),
    step: Math.max(0, number(from, 'step', where, 0)),
    reps: Math.max(0, number(from, 'reps', where)),
    lapses: Math.max(0, number(from, 'lapses', where)),
    reviewedAt: time('reviewedAt'),
    askedAt: time('askedAt'),
  }
}

function readContext(from: Fields, where: string): Context {
  const sentence = text(from, 'sentence', where)
  const target = readSpan(from.target, sentence, `${where}.target`)
  const english = optional(from, 'english', where)
  const aligned = Array.isArray(from.aligned)
    ? {
        aligned: from.aligned.map((span: unknown) =>
          readSpan(span, english.english ?? '', `${where}.aligned`),
        ),
      }
    : {}
  const index = from.index === undefined ? {} : { index: number(from, 'index', where) }
  return {
    sentence,
    target,
    ...english,
    ...aligned,
    ...optional(from, 'article', where),
    ...index,
    ...optional(from, 'source', where),
  }
}

/** A span brought inside its text, so that nothing drawn from it can go wrong. */
function readSpan(value: unknown, within: string, where: string): Span {
  const from = fields(value, where)
  const inside = (position: number) => Math.min(within.length, Math.max(0, Math.trunc(position)))
  const start = inside(number(from, 'start', where))
  return { start, end: Math.max(start, inside(number(from, 'end', where))) }
}

function readReview(from: Fields, where: string): Review {
  const lemma = lemmaOf(from, where)
  const at = number(from, 'at', where)
  const id = text(from, 'id', where, eventId(at, lemma, 'review'))
  return {
    id,
    lemma,
    at,
    grade: choice(from, 'grade', where, grades),
    kind: choice(from, 'kind', where, cardKinds),
    took: Math.max(0, number(from, 'took', where, 0)),
    seed: text(from, 'seed', where, id),
  }
}

function readEncounter(from: Fields, where: string): Encounter {
  const lemma = lemmaOf(from, where)
  const at = number(from, 'at', where)
  const kind = choice(from, 'kind', where, ['lookup', 'met'] as const)
  return {
    id: text(from, 'id', where, eventId(at, lemma, kind)),
    lemma,
    at,
    kind,
    ...optional(from, 'article', where),
  }
}

const readArticle = (from: Fields, where: string): OwnArticle => ({
  id: text(from, 'id', where),
  title: text(from, 'title', where),
  text: text(from, 'text', where),
  createdAt: number(from, 'createdAt', where),
})

const readProgress = (from: Fields, where: string): ReadingProgress => ({
  slug: text(from, 'slug', where),
  furthest: number(from, 'furthest', where),
  sentences: number(from, 'sentences', where),
  at: number(from, 'at', where),
})

/** The reader's own glosses belong to another part: plain values are taken as they are. */
function readGloss(from: Fields, where: string): Fields {
  const plain = Object.entries(from).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  )
  return { ...Object.fromEntries(plain), lemma: text(from, 'lemma', where) }
}

function readSettingsOf(value: unknown): Fields {
  if (value === undefined) return {}
  const named = Object.entries(fields(value, 'settings')).filter(([key]) => /^[a-z][\w-]{0,60}$/i.test(key))
  return Object.fromEntries(named)
}
