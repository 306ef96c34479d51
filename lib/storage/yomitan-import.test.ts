import 'fake-indexeddb/auto'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database'
import { DictionaryError } from './dictionary-problem'
import { createDictionaryStorage, type DictionaryStorage } from './dictionary-storage'
import { linesOfDefinition } from './structured-text'
import { dictionaryLimits, importYomitan, type ImportOptions } from './yomitan-import'

type Files = Readonly<Record<string, unknown>>

const json = (value: unknown) => strToU8(typeof value === 'string' ? value : JSON.stringify(value))
const zipOf = (files: Files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, json(value)])))

const index = { title: 'Kamus Uji', revision: '1', format: 3, sourceLanguage: 'id' }
const term = (word: string, ...definitions: unknown[]) => [word, '', 'n', '', 5, definitions, 1, '']
const good: Files = {
  'index.json': index,
  'tag_bank_1.json': [['n', 'partOfSpeech', 0, 'noun', 0]],
  'term_bank_1.json': [
    term('Buku', 'book', { type: 'text', text: 'ledger' }),
    term('tulis', {
      type: 'structured-content',
      content: [
        {
          tag: 'ul',
          content: [
            { tag: 'li', content: 'to write' },
            { tag: 'li', content: ['to ', 'note'] },
          ],
        },
      ],
    }),
  ],
  'term_bank_10.json': [term('ditulis', ['tulis', ['passive']])],
  'term_bank_2.json': [term('gambar', { type: 'image', path: 'x.png' }), term('meja', 'table')],
}

let count = 0
let storage: DictionaryStorage
beforeEach(() => {
  count += 1
  const name = `yomitan-${count}`
  storage = createDictionaryStorage((events) => openDatabase(events, name))
})

const bring = (zip: Uint8Array, change: Partial<ImportOptions> = {}) =>
  importYomitan(zip, storage, { now: 7, id: 'uji', ...change })

const problemOf = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof DictionaryError ? error.message : `none: ${String(error)}`
}

describe('importYomitan', () => {
  it('keeps every term with text, banks in the order of their numbers', async () => {
    const seen: number[] = []
    const dictionary = await bring(zipOf(good), { onProgress: ({ banks }) => void seen.push(banks) })
    expect(dictionary).toEqual({ id: 'uji', title: 'Kamus Uji', revision: '1', entries: 4, importedAt: 7 })
    expect(await storage.list()).toEqual([dictionary])
    expect(seen).toEqual([1, 2, 3])
  })

  it('looks words up without regard to case and names their tags', async () => {
    await bring(zipOf(good))
    const [result] = await storage.lookUp(['buku'])
    expect(result?.entries.map(({ headword, lines, tags }) => ({ headword, lines, tags }))).toEqual([
      { headword: 'Buku', lines: ['book', 'ledger'], tags: ['noun'] },
    ])
  })

  it('falls back from the form to the lemma', async () => {
    await bring(zipOf(good))
    const [first] = await storage.lookUp(['menulis', 'tulis'])
    expect(first?.entries[0]?.lines).toEqual(['• to write', '• to note'])
    expect((await storage.lookUp(['ditulis', 'tulis']))[0]?.entries[0]?.lines).toEqual(['→ tulis (passive)'])
    expect(await storage.lookUp(['tidakada'])).toEqual([])
  })

  it('takes thousands of entries and gives their room back', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => term(`kata${at}`, `word ${at}`))
    await bring(zipOf({ 'index.json': index, 'term_bank_1.json': rows }))
    expect((await storage.lookUp(['kata2999']))[0]?.entries[0]?.lines).toEqual(['word 2999'])
    await storage.remove('uji')
    expect(await storage.list()).toEqual([])
    expect(await storage.lookUp(['kata2999'])).toEqual([])
  })

  it.each<[string, Uint8Array, string]>([
    ['a text file', strToU8('halo, ini bukan zip sama sekali'), 'not-zip'],
    ['nothing', new Uint8Array(0), 'not-zip'],
    ['a cut-off zip', zipOf(good).slice(0, 200), 'not-zip'],
    ['a zip of something else', zipOf({ 'photo.txt': 'x' }), 'no-index'],
    ['an index in a folder', zipOf({ 'kamus/index.json': index }), 'no-index'],
    ['format 1', zipOf({ ...good, 'index.json': { title: 'x', version: 1 } }), 'version: 1'],
    ['no format', zipOf({ ...good, 'index.json': { title: 'x' } }), 'version'],
    ['no title', zipOf({ ...good, 'index.json': { format: 3 } }), 'broken: index.json'],
    ['an index that is a list', zipOf({ ...good, 'index.json': [] }), 'broken: index.json'],
    ['broken JSON', zipOf({ ...good, 'term_bank_2.json': '[["a",' }), 'broken: term_bank_2.json'],
    ['a bank that is no list', zipOf({ ...good, 'term_bank_2.json': {} }), 'broken: term_bank_2.json'],
    ['rows that are no terms', zipOf({ ...good, 'term_bank_2.json': [1, 2] }), 'broken: term_bank_2.json'],
    ['Japanese', zipOf({ ...good, 'index.json': { ...index, sourceLanguage: 'ja' } }), 'language: ja'],
    ['no terms', zipOf({ 'index.json': index }), 'empty'],
  ])('refuses %s and keeps nothing of it', async (_, zip, problem) => {
    expect(await problemOf(bring(zip))).toBe(problem)
    expect(await storage.list()).toEqual([])
    expect(await storage.lookUp(['buku', 'meja'])).toEqual([])
  })

  it('refuses the same dictionary twice', async () => {
    await bring(zipOf(good))
    expect(await problemOf(bring(zipOf(good), { id: 'lagi' }))).toBe('duplicate: Kamus Uji')
    expect(await storage.list()).toHaveLength(1)
  })

  it('refuses a zip bomb before unpacking it', async () => {
    const bomb = zipOf({ 'index.json': index, 'term_bank_1.json': `["${' '.repeat(8 * 1024 * 1024)}"]` })
    expect(bomb.length).toBeLessThan(40_000)
    expect(await problemOf(bring(bomb))).toBe('bomb: term_bank_1.json')
  })

  it('refuses what lies about its unpacked size', async () => {
    const zip = zipOf({
      'index.json': index,
      'term_bank_1.json': Array.from({ length: 400 }, () => term('a', 'b')),
    })
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    for (let at = 0; at < zip.length - 4; at += 1) {
      // The size of every file in the zip's directory becomes 60 bytes.
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100)
        view.setUint32(at + 24, 60, true)
    }
    expect(await problemOf(bring(zip))).toBe('broken: term_bank_1.json')
  })

  it.each<[string, Partial<typeof dictionaryLimits>, string]>([
    ['a zip too large', { zip: 50 as never }, 'large'],
    ['too many terms', { terms: 2 as never }, 'large'],
    ['too much in all', { total: 100 as never }, 'bomb'],
    ['too many files', { files: 2 as never }, 'bomb'],
  ])('refuses %s', async (_, change, problem) => {
    const limits = { ...dictionaryLimits, ...change }
    expect((await problemOf(bring(zipOf(good), { limits }))).split(':')[0]).toBe(problem)
    expect(await storage.list()).toEqual([])
  })

  it('says so when the device is full, and leaves nothing behind', async () => {
    const full: DictionaryStorage = {
      ...storage,
      add: (id, terms) =>
        terms.some(({ term: word }) => word === 'meja')
          ? Promise.reject(new DictionaryError('storage', 'QuotaExceededError'))
          : storage.add(id, terms),
    }
    const attempt = importYomitan(zipOf(good), full, { now: 1, id: 'uji' })
    expect(await problemOf(attempt)).toBe('storage: QuotaExceededError')
    expect(await storage.lookUp(['buku'])).toEqual([])
  })

  it('clears away what a closed tab left of an import', async () => {
    await storage.add('putus', [{ term: 'sisa', reading: '', tags: [], lines: ['rest'], score: 0 }])
    await bring(zipOf(good))
    await storage.remove('uji')
    await storage.finish({ ...index, id: 'putus', entries: 1, importedAt: 1 })
    expect(await storage.lookUp(['sisa'])).toEqual([])
  })
})

describe('linesOfDefinition', () => {
  it.each<[unknown, readonly string[]]>([
    ['to  write\n\nto note', ['to write', 'to note']],
    [{ type: 'image', path: 'a.png' }, []],
    [
      {
        type: 'structured-content',
        content: { tag: 'div', content: [{ tag: 'b', content: 'kata' }, ' benda'] },
      },
      ['kata benda'],
    ],
    [{ type: 'structured-content', content: ['a', { tag: 'br' }, 'b'] }, ['a', 'b']],
    [
      { type: 'structured-content', content: [{ tag: 'ruby', content: ['x', { tag: 'rt', content: 'y' }] }] },
      ['x'],
    ],
    [{ type: 'structured-content', content: '<b onclick=x>text</b>' }, ['<b onclick=x>text</b>']],
    [['tulis', ['active', 7]], ['→ tulis (active)']],
    [[3], []],
    [null, []],
    [12, []],
  ])('%j gives %j', (definition, lines) => {
    expect(linesOfDefinition(definition)).toEqual(lines)
  })

  it('ends on content nested deeper than anybody writes', () => {
    let content: unknown = 'x'
    for (let depth = 0; depth < 500; depth += 1) content = { tag: 'span', content }
    expect(linesOfDefinition({ type: 'structured-content', content })).toEqual([])
  })
})
