import { createCard, lemmaId, marks } from '../study/card'
import type { Card, Context, Mark } from '../study/card'
import { ImportError, importLimit } from './backup-format'

/** Comma- or tab-separated; both quote as RFC 4180 says. */
export type TableFormat = 'csv' | 'tsv'

const columns = [
  'lemma',
  'form',
  'root',
  'affixes',
  'gloss',
  'note',
  'mark',
  'sentence',
  'english',
  'source',
  'due',
  'reps',
  'lapses',
] as const
type Column = (typeof columns)[number]

/** Headings that other programs give the columns we read. */
const aliases: Readonly<Record<string, Column>> = {
  word: 'form',
  term: 'form',
  front: 'form',
  kata: 'form',
  expression: 'form',
  back: 'gloss',
  meaning: 'gloss',
  translation: 'gloss',
  definition: 'gloss',
  arti: 'gloss',
  context: 'sentence',
  kalimat: 'sentence',
  akar: 'root',
  status: 'mark',
}

/**
 * The words as a table with headings. A cell that a spreadsheet would run as a formula gets an apostrophe before it;
 * reading the table back takes it off again.
 */
export function writeTable(cards: Iterable<Card>, format: TableFormat): string {
  const separator = format === 'csv' ? ',' : '\t'
  const line = (cells: readonly string[]) =>
    cells.map((cell) => quote(defuse(cell), separator)).join(separator)
  const rows = [...cards].map((card) => line(columns.map((column) => cells[column](card))))
  // Spreadsheets take a file without this mark for Windows-1252.
  return `\uFEFF${[line(columns), ...rows].join('\r\n')}\r\n`
}

const cells: Readonly<Record<Column, (card: Card) => string>> = {
  lemma: (card) => card.lemma,
  form: (card) => card.form,
  root: (card) => card.root,
  affixes: (card) => card.affixes.join(' '),
  gloss: (card) => card.gloss,
  note: (card) => card.note ?? '',
  mark: (card) => card.mark,
  sentence: (card) => card.contexts[0]?.sentence ?? '',
  english: (card) => card.contexts[0]?.english ?? '',
  source: (card) => card.contexts[0]?.source ?? '',
  due: ({ memory }) => (memory.reviewedAt === null ? '' : new Date(memory.due).toISOString()),
  reps: ({ memory }) => String(memory.reps),
  lapses: ({ memory }) => String(memory.lapses),
}

const runs = /^'*[=+\-@\t\r]/

const defuse = (text: string): string => (runs.test(text) ? `'${text}` : text)

const fuse = (text: string): string =>
  text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text

const quote = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Words read from a table, and how many lines had none. */
export type ReadTable = { readonly cards: readonly Card[]; readonly skipped: number }

/**
 * Words of a table made here or elsewhere; the separator is found from the first line, the columns from their
 * headings. Schedules are not taken from tables: the words start afresh. Throws an `ImportError`.
 */
export function readTable(text: string, at: number): ReadTable {
  if (text.length > importLimit) throw new ImportError('large')
  const body = text.replace(/^\uFEFF/, '')
  if (body.trim() === '') throw new ImportError('empty')
  const firstLine = body.split(/\r?\n/, 1)[0] ?? ''
  const [heading = [], ...rows] = splitRows(body, firstLine.includes('\t') ? '\t' : separatorOf(firstLine))
  const places = heading.map(columnOf)
  if (!places.includes('lemma') && !places.includes('form'))
    throw new ImportError('columns', firstLine.slice(0, 80))
  const byLemma = new Map<string, Card>()
  let skipped = 0
  for (const row of rows) {
    const card = readRow(row, places, at)
    if (card) byLemma.set(card.lemma, card)
    else skipped += 1
  }
  return { cards: [...byLemma.values()], skipped }
}

const separatorOf = (line: string): string => (line.split(';').length > line.split(',').length ? ';' : ',')

function columnOf(heading: string): Column | undefined {
  const name = heading.trim().toLowerCase()
  return (
    columns.find((column) => column === name) ?? (Object.hasOwn(aliases, name) ? aliases[name] : undefined)
  )
}

function readRow(
  row: readonly string[],
  places: readonly (Column | undefined)[],
  at: number,
): Card | undefined {
  const get = (column: Column): string => {
    const index = places.indexOf(column)
    return index === -1 ? '' : fuse(row[index] ?? '')
  }
  const form = get('form').trim() || get('lemma').trim()
  const lemma = get('lemma').trim() || form
  if (lemmaId(lemma) === '') return undefined
  const mark: Mark = marks.find((name) => name === get('mark').trim().toLowerCase()) ?? 'study'
  const affixes = get('affixes').split(/\s+/).filter(Boolean)
  const context = contextOf(get('sentence'), form, get('english'), get('source'))
  const word = { lemma, root: get('root').trim() || lemma, form, affixes, gloss: get('gloss') }
  const card = createCard(context ? { ...word, context } : word, mark, at)
  return get('note') ? { ...card, note: get('note') } : card
}

/** A sentence of a table has no positions: the form is looked for in it. */
function contextOf(sentence: string, form: string, english: string, source: string): Context | undefined {
  if (sentence === '') return undefined
  const start = Math.max(0, sentence.toLowerCase().indexOf(form.toLowerCase()))
  const found = sentence.slice(start, start + form.length).toLowerCase() === form.toLowerCase()
  const target = { start, end: found ? start + form.length : start }
  return { sentence, target, ...(english ? { english } : {}), ...(source ? { source } : {}) }
}

/** Cells of a quoted table. A quote left open ends with the text, as spreadsheets have it. */
export function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let index = 0
  const endRow = () => {
    if (row.some((value) => value.trim() !== '')) rows.push(row)
    row = []
  }
  while (index < text.length) {
    const [value, next] = text[index] === '"' ? quoted(text, index + 1) : [null, index]
    const end = cellEnd(text, next, separator)
    row.push(value === null ? text.slice(next, end) : value)
    index = end + 1
    if (text[end] === separator) {
      if (index === text.length) row.push('')
      continue
    }
    if (text[end] === '\r' && text[index] === '\n') index += 1
    endRow()
  }
  endRow()
  return rows
}

function quoted(text: string, from: number): [value: string, next: number] {
  let value = ''
  let index = from
  while (index < text.length) {
    const close = text.indexOf('"', index)
    if (close === -1) return [value + text.slice(index), text.length]
    value += text.slice(index, close)
    if (text[close + 1] !== '"') return [value, close + 1]
    value += '"'
    index = close + 2
  }
  return [value, text.length]
}

function cellEnd(text: string, from: number, separator: string): number {
  let index = from
  while (index < text.length && text[index] !== separator && text[index] !== '\n' && text[index] !== '\r')
    index += 1
  return index
}
