import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import initSqlJs, { type SqlJsStatic } from 'sql.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCard } from '../study/card'
import type { Card } from '../study/card'
import { createScheduler } from '../study/schedule'
import { AnkiConnectError, corsFix, createAnkiConnect } from './anki-connect'
import { writeApkg } from './apkg'
import { ankiDeckId, ankiFields, ankiModelId, emphasise, plainText } from './apkg-note'
import { readApkg } from './apkg-read'
import { ImportError } from './backup-format'
import { sha1Start } from './sha1'
import { sampleData } from './study-sample'

const start = Date.UTC(2026, 0, 5, 9)
const data = sampleData(start)
let sql: SqlJsStatic
beforeAll(async () => {
  sql = await initSqlJs()
})

type Row = Record<string, string | number | null>
function rows(apkg: Uint8Array, query: string): Row[] {
  const collection = unzipSync(apkg)['collection.anki2']
  const database = new sql.Database(collection)
  const statement = database.prepare(query)
  const found: Row[] = []
  while (statement.step()) found.push(statement.getAsObject() as Row)
  database.close()
  return found
}
const write = (cards: readonly Card[] = data.cards, scheduled = false) =>
  writeApkg(sql, cards, {
    at: start + 20 * 86_400_000,
    ...(scheduled ? { schedule: { reviews: data.reviews, scheduler: createScheduler() } } : {}),
  })

describe('an Anki package', () => {
  it('is a whole collection with our note type, deck and media list', () => {
    const files = unzipSync(write())
    expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media'])
    expect(new TextDecoder().decode(files.media)).toBe('{}')
    expect(rows(write(), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const tables = rows(write(), "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").map(
      ({ name }) => name,
    )
    expect(tables).toEqual(['cards', 'col', 'graves', 'notes', 'revlog'])
    const [collection] = rows(write(), 'SELECT * FROM col')
    expect(collection).toMatchObject({ id: 1, ver: 11 })
    const models = JSON.parse(String(collection?.models)) as Record<
      string,
      { name: string; flds: { name: string }[]; tmpls: unknown[] }
    >
    expect(models[ankiModelId]).toMatchObject({ name: 'Sejajar' })
    expect(models[ankiModelId]?.flds.map(({ name }) => name)).toEqual([...ankiFields])
    expect(models[ankiModelId]?.tmpls).toHaveLength(3)
    expect(JSON.parse(String(collection?.decks))).toHaveProperty(String(ankiDeckId))
  })

  it('writes each field as Anki wants it', () => {
    const [note] = rows(write(), "SELECT * FROM notes WHERE guid = 'sejajar:memuji'")
    expect(note).toMatchObject({ mid: ankiModelId, sfld: 'memuji', usn: -1 })
    expect(String(note?.flds).split('\u001f')).toEqual([
      'memuji',
      'memuji',
      'puji + meN-',
      'to praise',
      'Ia <b>memuji</b> &lt;b&gt;&quot;aliansi&quot;&lt;/b&gt; &amp; menteri itu.',
      'He <b>praised</b> the “alliance” &amp; that minister.',
      'Lavrov Puji Aliansi Militer',
    ])
    const digest = createHash('sha1').update('memuji').digest('hex').slice(0, 8)
    expect(note?.csum).toBe(parseInt(digest, 16))
    expect(String(note?.tags)).toBe(' sejajar sejajar::lavrov-wonsan ')
  })

  it('makes the cards that a note has material for', () => {
    const made = rows(
      write(),
      'SELECT guid, ord, did FROM cards JOIN notes ON notes.id = nid ORDER BY guid, ord',
    )
    expect(made.map(({ guid, ord }) => `${guid} ${ord}`)).toEqual([
      'sejajar:anak-anak 0',
      'sejajar:anak-anak 2',
      'sejajar:di 0',
      'sejajar:memuji 0',
      'sejajar:memuji 1',
      'sejajar:memuji 2',
    ])
    expect(new Set(made.map(({ did }) => did))).toEqual(new Set([ankiDeckId]))
  })

  it('takes the schedule along only when asked to', () => {
    expect(rows(write(), 'SELECT * FROM revlog')).toEqual([])
    expect(rows(write(), 'SELECT DISTINCT type FROM cards')).toEqual([{ type: 0 }])
    const log = rows(write(data.cards, true), 'SELECT id, ease FROM revlog ORDER BY id')
    expect(log.map(({ id }) => id)).toEqual(data.reviews.map(({ at }) => at).sort((a, b) => a - b))
    const [anak] = rows(
      write(data.cards, true),
      "SELECT cards.* FROM cards JOIN notes ON notes.id = nid WHERE guid = 'sejajar:anak-anak' AND ord = 0",
    )
    expect(anak).toMatchObject({ type: 2, queue: 2, reps: 2 })
    const [collection] = rows(write(data.cards, true), 'SELECT crt FROM col')
    const due = data.cards[1]?.memory.due ?? 0
    expect(Number(collection?.crt) + Number(anak?.due) * 86_400).toBeCloseTo(due / 1000, -5)
  })

  it('keeps its ids from one export to the next, whatever was added between', () => {
    const more = [createCard({ lemma: 'abad' }, 'study', start - 5), ...data.cards]
    const guids = (apkg: Uint8Array) =>
      rows(apkg, 'SELECT guid FROM notes ORDER BY guid').map(({ guid }) => guid)
    expect(guids(write(more))).toEqual(['sejajar:abad', ...guids(write())])
  })

  it('has no two ids alike when words were saved together', () => {
    const cards = Array.from({ length: 300 }, (_, i) =>
      createCard({ lemma: `kata${i}`, gloss: 'x' }, 'study', start),
    )
    expect(rows(write(cards), 'SELECT count(DISTINCT id) AS n FROM cards')).toEqual([{ n: 600 }])
  })

  it('is written for no words at all', () => {
    expect(rows(write([]), 'SELECT count(*) AS n FROM notes')).toEqual([{ n: 0 }])
  })
})

describe('reading an Anki package', () => {
  it('finds our own words again, with sentence and alignment', () => {
    const { cards, skipped } = readApkg(sql, write(), start)
    expect(skipped).toBe(0)
    const memuji = cards.find(({ lemma }) => lemma === 'memuji')
    expect(memuji).toMatchObject({ root: 'puji', affixes: ['meN-'], gloss: 'to praise' })
    expect(memuji?.contexts[0]).toMatchObject({
      sentence: data.cards[0]?.contexts[0]?.sentence,
      target: { start: 3, end: 9 },
      aligned: [{ start: 3, end: 10 }],
    })
  })

  const reasonOf = (bytes: Uint8Array) => {
    try {
      readApkg(sql, bytes, start)
    } catch (error) {
      return error instanceof ImportError ? error.reason : String(error)
    }
    return 'taken'
  }

  it.each<[string, () => Uint8Array, string]>([
    ['text', () => strToU8('hello'), 'foreign'],
    ['nothing', () => new Uint8Array(), 'foreign'],
    ['half a package', () => write().slice(0, 900), 'truncated'],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'foreign'],
    [
      'a collection that is no database',
      () => zipSync({ 'collection.anki2': strToU8('x'.repeat(2000)) }),
      'invalid',
    ],
    ['an empty database', () => zipSync({ 'collection.anki2': new sql.Database().export() }), 'invalid'],
    [
      'the new format',
      () => zipSync({ 'collection.anki21b': strToU8('x'), 'collection.anki2': strToU8('x') }),
      'anki-new',
    ],
  ])('refuses %s', (_, make, reason) => {
    expect(reasonOf(make())).toBe(reason)
  })
})

describe('fields', () => {
  it('keeps any text through bold and escaping', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    const text = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', 'a', 'b', ' ', ';', 'l', 't', '/') })
    fc.assert(
      fc.property(text, fc.array(span), (value, spans) => {
        const html = emphasise(value, spans)
        expect(plainText(html)).toBe(value)
        expect(html.replaceAll(/<\/?b>/g, '')).not.toMatch(/[<>]/)
        expect(html).not.toContain('\u001f')
      }),
    )
  })

  it('digests as SHA-1 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha1Start(text)).toBe(createHash('sha1').update(text, 'utf8').digest().readUInt32BE(0))
      }),
    )
  })
})

describe('AnkiConnect', () => {
  type Call = { action: string; params: Record<string, unknown> }
  const serve = (answers: Record<string, unknown>) => {
    const calls: Call[] = []
    const request: typeof fetch = async (_, init) => {
      const call = JSON.parse(String(init?.body)) as Call
      calls.push(call)
      return Response.json({ result: answers[call.action] ?? null, error: null })
    }
    return { calls, client: createAnkiConnect(request) }
  }

  it('makes the note type once and adds what Anki has not', async () => {
    const { calls, client } = serve({ version: 6, modelNames: ['Basic'], findNotes: [] })
    expect(await client.send(data.cards)).toEqual({ added: 3, updated: 0 })
    expect(calls.map(({ action }) => action).slice(0, 4)).toEqual([
      'version',
      'createDeck',
      'modelNames',
      'createModel',
    ])
    expect(calls.at(-1)?.params).toMatchObject({ note: { deckName: 'Sejajar', modelName: 'Sejajar' } })
  })

  it('updates what Anki has', async () => {
    const { calls, client } = serve({ version: 6, modelNames: ['Sejajar'], findNotes: [17] })
    expect(await client.send(data.cards)).toEqual({ added: 0, updated: 3 })
    expect(calls.map(({ action }) => action)).not.toContain('createModel')
    expect(calls.at(-1)?.params).toMatchObject({ note: { id: 17 } })
  })

  const reasonOf = (request: typeof fetch) =>
    createAnkiConnect(request)
      .send(data.cards)
      .catch((error: unknown) => (error instanceof AnkiConnectError ? [error.reason, error.message] : error))

  it('tells a refusal of the browser from one of Anki', async () => {
    expect(await reasonOf(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual([
      'unreachable',
      'unreachable',
    ])
    expect(await reasonOf(async () => new Response('nope', { status: 403 }))).toEqual([
      'unreachable',
      'unreachable',
    ])
    expect(await reasonOf(async () => Response.json({ result: 5, error: null }))).toEqual(['old', 'old'])
    const busy = async () => Response.json({ result: null, error: 'collection is not available' })
    expect(await reasonOf(busy)).toEqual(['refused', 'collection is not available'])
  })

  it('says exactly what to paste', () => {
    expect(JSON.parse(corsFix('https://baca.example'))).toEqual({
      webCorsOriginList: ['http://localhost', 'https://baca.example'],
    })
  })
})
