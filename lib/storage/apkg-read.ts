import { unzipSync } from 'fflate'
import type { Database, SqlJsStatic } from 'sql.js'
import { createCard, lemmaId } from '../study/card'
import type { Card, Context } from '../study/card'
import { ankiFields, ankiName, plainText } from './apkg-note'
import { ImportError, importLimit } from './backup-format'

/** An unpacked collection beyond this is refused before it is unpacked: a small file may claim to hold anything. */
const unpackedLimit = 200 * 1024 * 1024

/** Words of a package and how many notes had none. */
export type ReadApkg = { readonly cards: readonly Card[]; readonly skipped: number }

/**
 * The words of an Anki package: notes of our own type field by field, of other types the first field as the word and
 * the second as its gloss. Schedules stay in Anki. Throws an `ImportError`.
 */
export function readApkg(sql: SqlJsStatic, bytes: Uint8Array, at: number): ReadApkg {
  if (bytes.length > importLimit) throw new ImportError('large')
  const collection = unpack(bytes)
  const database = new sql.Database(collection)
  try {
    return readNotes(database, at)
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('invalid', 'collection')
  } finally {
    database.close()
  }
}

function unpack(bytes: Uint8Array): Uint8Array {
  const wanted = ['collection.anki21', 'collection.anki2', 'collection.anki21b']
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (wanted.includes(name) && originalSize > unpackedLimit) throw new ImportError('large')
        return wanted.includes(name)
      },
    })
  } catch (error) {
    if (error instanceof ImportError) throw error
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
    throw new ImportError(zipped ? 'truncated' : 'foreign')
  }
  // Beside the new, compressed form Anki puts an old one that only says "please update".
  if (files['collection.anki21b']) throw new ImportError('anki-new')
  const collection = files['collection.anki21'] ?? files['collection.anki2']
  if (!collection) throw new ImportError('foreign')
  return collection
}

function readNotes(database: Database, at: number): ReadApkg {
  const ours = ourModels(database)
  const byLemma = new Map<string, Card>()
  let skipped = 0
  const statement = database.prepare('SELECT mid, flds FROM notes ORDER BY id')
  try {
    while (statement.step()) {
      const [model, text] = statement.get()
      const parts = String(text).split('\u001f')
      const card = ours.has(String(model)) ? readOwn(parts, at) : readOther(parts, at)
      if (card) byLemma.set(card.lemma, card)
      else skipped += 1
    }
  } finally {
    statement.free()
  }
  return { cards: [...byLemma.values()], skipped }
}

/** Ids of note types that are ours by name and fields. */
function ourModels(database: Database): Set<string> {
  const json: unknown = JSON.parse(String(database.exec('SELECT models FROM col')[0]?.values[0]?.[0] ?? '{}'))
  const ids = new Set<string>()
  if (typeof json !== 'object' || json === null) return ids
  for (const [id, model] of Object.entries(json as Record<string, { name?: unknown; flds?: unknown }>)) {
    const names = Array.isArray(model.flds) ? model.flds.map((field: { name?: unknown }) => field.name) : []
    if (String(model.name).startsWith(ankiName) && ankiFields.every((name, index) => names[index] === name))
      ids.add(id)
  }
  return ids
}

function readOwn(parts: readonly string[], at: number): Card | undefined {
  const [form = '', lemma = '', morphology = '', gloss = '', sentence = '', english = '', source = ''] = parts
  const [root = '', ...affixes] = plainText(morphology).split(' + ')
  const word = plainText(lemma).trim() || plainText(form).trim()
  if (lemmaId(word) === '') return undefined
  const context = readContext(sentence, english, plainText(source))
  const saved = { lemma: word, root, form: plainText(form), affixes, gloss: plainText(gloss) }
  return createCard(context ? { ...saved, context } : saved, 'study', at)
}

function readOther(parts: readonly string[], at: number): Card | undefined {
  const word = plainText(parts[0] ?? '').trim()
  // A whole sentence on the front is no word of ours.
  if (lemmaId(word) === '' || word.length > 60) return undefined
  return createCard({ lemma: word, gloss: plainText(parts[1] ?? '').trim() }, 'study', at)
}

function readContext(sentence: string, english: string, source: string): Context | undefined {
  if (sentence === '') return undefined
  const own = unbold(sentence)
  const theirs = unbold(english)
  return {
    sentence: own.text,
    target: own.spans[0] ?? { start: 0, end: 0 },
    ...(theirs.text ? { english: theirs.text, aligned: theirs.spans } : {}),
    ...(source ? { source } : {}),
  }
}

/** Plain text and where it was bold. */
function unbold(html: string): { text: string; spans: { start: number; end: number }[] } {
  let text = ''
  const spans: { start: number; end: number }[] = []
  html.split(/<b>(.*?)<\/b>/s).forEach((part, index) => {
    const plain = plainText(part)
    if (index % 2 === 1 && plain !== '') spans.push({ start: text.length, end: text.length + plain.length })
    text += plain
  })
  return { text, spans }
}
