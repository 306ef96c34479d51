import { DictionaryError } from './dictionary-problem'
import { linesOfDefinition } from './structured-text'

/** What a dictionary says of itself in its `index.json`. */
export type DictionaryIndex = {
  readonly title: string
  readonly revision: string
  readonly author?: string
  readonly attribution?: string
  readonly url?: string
}

/** One row of a term bank: `lines` is its definition as plain text. */
export type DictionaryTerm = {
  readonly term: string
  readonly reading: string
  readonly tags: readonly string[]
  readonly lines: readonly string[]
  readonly score: number
}

/** Names of tags and what they stand for, from the tag banks. */
export type TagNotes = ReadonlyMap<string, string>

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The content of a JSON file of the zip; throws DictionaryError `broken` with its name. */
export const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new DictionaryError('broken', file)
  }
}

const text = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.trim().slice(0, 2000) : ''
}

/** Indonesian, and Malay, whose dictionaries serve well enough; older dictionaries do not name a language at all. */
const languages = /^(|id|in|ind|ms|msa|zsm|mul)$/

/** Reads `index.json`. Throws DictionaryError when it is no index, of another version or of another language. */
export const readIndex = (value: unknown): DictionaryIndex => {
  if (!isFields(value)) throw new DictionaryError('broken', 'index.json')
  const version = value.format ?? value.version
  if (version !== 3) throw new DictionaryError('version', typeof version === 'number' ? String(version) : '')
  const title = text(value, 'title')
  if (title === '') throw new DictionaryError('broken', 'index.json')
  const language = text(value, 'sourceLanguage').toLowerCase()
  if (!languages.test(language.split('-')[0] ?? '')) throw new DictionaryError('language', language)
  const optional = Object.fromEntries(
    ['author', 'attribution', 'url'].flatMap((name) =>
      text(value, name) ? [[name, text(value, name)]] : [],
    ),
  )
  return { title, revision: text(value, 'revision'), ...optional }
}

const words = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(' ').filter(Boolean) : []

const readTerm = (row: unknown, notes: TagNotes): DictionaryTerm | undefined => {
  if (!Array.isArray(row) || row.length < 6) return undefined
  const [term, reading, tags, , score, definitions, , termTags] = row as readonly unknown[]
  if (typeof term !== 'string' || term.trim() === '' || !Array.isArray(definitions)) return undefined
  return {
    term: term.normalize('NFC').trim(),
    reading: typeof reading === 'string' && reading !== term ? reading : '',
    tags: [...words(tags), ...words(termTags)].map((tag) => notes.get(tag) ?? tag),
    lines: definitions.flatMap((definition: unknown) => linesOfDefinition(definition)).slice(0, 60),
    score: typeof score === 'number' && Number.isFinite(score) ? score : 0,
  }
}

/**
 * Reads a term bank. A row that is no term is left out; a bank that is no list, or in which not one of several rows is
 * a term, is `broken`. Terms without text (pictures only) are left out too.
 */
export const readTermBank = (value: unknown, file: string, notes: TagNotes): readonly DictionaryTerm[] => {
  if (!Array.isArray(value)) throw new DictionaryError('broken', file)
  const terms = value.map((row) => readTerm(row, notes)).filter((term) => term !== undefined)
  if (value.length > 0 && terms.length === 0) throw new DictionaryError('broken', file)
  return terms.filter(({ lines }) => lines.length > 0)
}

/** Reads a tag bank: rows of name, category, order, notes, score. */
export const readTagBank = (value: unknown, file: string): TagNotes => {
  if (!Array.isArray(value)) throw new DictionaryError('broken', file)
  return new Map(
    value.flatMap((row: unknown): readonly (readonly [string, string])[] => {
      if (!Array.isArray(row)) return []
      const [name, , , notes] = row as readonly unknown[]
      return typeof name === 'string' && typeof notes === 'string' && notes !== '' ? [[name, notes]] : []
    }),
  )
}
