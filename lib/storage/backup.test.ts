import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createCard, marks } from '../study/card'
import type { Card } from '../study/card'
import { recomputeMemory } from '../study/history'
import { createScheduler } from '../study/schedule'
import { createBackupStorage, mergeData, previewImport } from './backup'
import { ImportError, importLimit, writeBackup, type BackupData } from './backup-format'
import { parseBackup } from './backup-parse'
import { readTable, splitRows, writeTable } from './backup-table'
import { openDatabase } from './database'
import { sampleData } from './study-sample'

const start = Date.UTC(2026, 0, 5, 9)
const empty: BackupData = {
  cards: [],
  reviews: [],
  encounters: [],
  glosses: [],
  articles: [],
  progress: [],
  settings: {},
}
const reasonOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof ImportError) return [error.reason, error.where].filter(Boolean).join(' ')
    throw error
  }
  return 'taken'
}

let count = 0
let storage = createBackupStorage()
let open = () => openDatabase({ onBlocked: () => undefined, onClosed: () => undefined }, '')
beforeEach(() => {
  const name = `backup-${count++}`
  open = () => openDatabase({ onBlocked: () => undefined, onClosed: () => undefined }, name)
  storage = createBackupStorage(open)
})

describe('backup file', () => {
  it('gives back everything it was made from', () => {
    const data = sampleData(start)
    expect(parseBackup(writeBackup(data, start)).data).toEqual(data)
    expect(parseBackup(`\uFEFF${writeBackup(empty, start)}\n`).data).toEqual(empty)
  })

  it('gives back any texts and numbers', () => {
    const text = fc.string({ unit: 'grapheme' })
    const card = fc.record({
      lemma: fc.stringMatching(/^[a-z]{1,9}$/),
      gloss: text,
      form: text,
      mark: fc.constantFrom(...marks),
    })
    fc.assert(
      fc.property(fc.uniqueArray(card, { selector: ({ lemma }) => lemma }), text, (words, title) => {
        const cards = words.map(({ mark, ...word }): Card => ({
          ...createCard(word, mark, start),
          note: word.gloss,
        }))
        const data = { ...empty, cards, articles: [{ id: 'a', title, text: title, createdAt: 1 }] }
        expect(parseBackup(writeBackup(data, start)).data).toEqual(data)
      }),
    )
  })

  const file = writeBackup(sampleData(start), start)
  const changed = (change: (data: Record<string, never>) => void) => {
    const parsed = JSON.parse(file) as Record<string, never>
    change(parsed)
    return JSON.stringify(parsed)
  }
  const withData = (part: object) => JSON.stringify({ format: 'sejajar-backup', schema: 1, data: part })

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', '  \n', 'empty'],
    ['a file cut in the middle', file.slice(0, -200), 'truncated'],
    ['plain text', 'Selamat pagi', 'foreign'],
    ['JSON of something else', '{"version":3,"words":[]}', 'foreign'],
    ['a JSON list', '[1,2]', 'foreign'],
    ['JSON null', 'null', 'foreign'],
    ['binary', 'PK\u0003\u0004\u0000\u0000', 'foreign'],
    ['a later schema', changed((data) => Object.assign(data, { schema: 99 })), 'newer 99'],
    ['no schema', changed((data) => Object.assign(data, { schema: 'one' })), 'invalid schema'],
    ['no data', '{"format":"sejajar-backup","schema":1}', 'invalid data'],
    ['cards that are no list', withData({ cards: 'x' }), 'invalid cards'],
    ['a card without a lemma', withData({ cards: [{}] }), 'invalid cards[0].lemma'],
    [
      'a blank lemma',
      withData({ cards: [{ lemma: ' ', createdAt: 1, mark: 'study' }] }),
      'invalid cards[0].lemma',
    ],
    ['a number for a lemma', withData({ cards: [{ lemma: 5 }] }), 'invalid cards[0].lemma'],
    [
      'an unknown mark',
      withData({ cards: [{ lemma: 'a', createdAt: 1, mark: 'x' }] }),
      'invalid cards[0].mark',
    ],
    [
      'an unknown grade',
      withData({ reviews: [{ lemma: 'a', at: 1, grade: 9 }] }),
      'invalid reviews[0].grade',
    ],
    ['a time that is none', withData({ reviews: [{ lemma: 'a', at: null }] }), 'invalid reviews[0].at'],
    [
      'an article without text',
      withData({ articles: [{ id: 'a', title: 't' }] }),
      'invalid articles[0].text',
    ],
    ['a list in the place of a record', withData({ cards: [[]] }), 'invalid cards[0]'],
  ])('refuses %s', (_, text, reason) => {
    expect(reasonOf(() => parseBackup(text))).toBe(reason)
  })

  it('refuses a file beyond the limit before reading it', () => {
    expect(reasonOf(() => parseBackup(`${file}${' '.repeat(importLimit)}`))).toBe('large')
    expect(reasonOf(() => readTable('x'.repeat(importLimit + 1), start))).toBe('large')
  })

  it('makes records that are there twice one, the later card winning', () => {
    const data = sampleData(start)
    const [first] = data.cards
    if (!first) throw new Error('no card')
    const older = { ...first, gloss: 'old', updatedAt: 1 }
    const twice = {
      ...data,
      cards: [older, ...data.cards, older],
      reviews: [...data.reviews, ...data.reviews],
    }
    const parsed = parseBackup(writeBackup(twice, start))
    expect(parsed.data).toEqual(data)
    expect(parsed.duplicates).toBe(2 + data.reviews.length)
  })

  it('takes texts as texts and positions into their text', () => {
    const script = '<script>alert(1)</script>'
    const context = { sentence: script, target: { start: -5, end: 9999 } }
    const given = {
      lemma: script,
      createdAt: 1,
      mark: 'study',
      gloss: script,
      contexts: [context],
      forms: JSON.parse('{"__proto__":"known"}') as object,
    }
    const [card] = parseBackup(withData({ cards: [given] })).data.cards
    expect(card?.contexts[0]?.target).toEqual({ start: 0, end: script.length })
    expect(card?.gloss).toBe(script)
    expect(({} as Record<string, unknown>).known).toBeUndefined()
    expect(Object.getPrototypeOf(card?.forms)).toBe(Object.prototype)
  })
})

describe('import', () => {
  const data = sampleData(start)

  it('brings everything back after a wipe, the schedule unchanged', async () => {
    await storage.write(data, 'replace')
    const file = writeBackup(await storage.read(), start)
    await storage.write(empty, 'replace')
    expect(await storage.read()).toEqual(empty)
    await storage.write(parseBackup(file).data, 'merge')
    const after = await storage.read()
    const sorted = (cards: readonly Card[]) => [...cards].sort((a, b) => (a.lemma < b.lemma ? -1 : 1))
    expect(sorted(after.cards)).toEqual(sorted(data.cards))
    expect(after.reviews).toHaveLength(data.reviews.length)
    expect(after.settings).toEqual(data.settings)
    expect(after.articles).toEqual(data.articles)
    expect(after.progress).toEqual(data.progress)
    expect(after.glosses).toEqual(data.glosses)
  })

  it('changes nothing when a record cannot be kept', async () => {
    await storage.write(data, 'replace')
    const before = await storage.read()
    const broken = {
      ...empty,
      articles: [{ id: 'x', title: 't', text: 'x', createdAt: 1, run: () => 1 } as never],
    }
    await expect(storage.write(broken, 'replace')).rejects.toThrow(ImportError)
    await expect(storage.write({ ...empty, cards: [{} as never] }, 'replace')).rejects.toThrow(ImportError)
    expect(await storage.read()).toEqual(before)
  })

  it('is the same done twice', async () => {
    await storage.write(data, 'merge')
    const once = await storage.read()
    await storage.write(data, 'merge')
    expect(await storage.read()).toEqual(once)
  })

  it('merges what two devices learned of one word by its whole history', () => {
    const [memuji] = data.cards
    if (!memuji) throw new Error('no card')
    const half = (part: (at: number) => boolean, gloss: string, updatedAt: number): BackupData => {
      const reviews = data.reviews.filter(({ lemma, at }) => lemma === 'memuji' && part(at))
      const memory = recomputeMemory(memuji.createdAt, reviews, [], createScheduler())
      return { ...empty, reviews, cards: [{ ...memuji, gloss, memory, updatedAt }] }
    }
    const cut = start + 3 * 86_400_000
    const phone = half((at) => at < cut, 'phone', 50)
    const desk = half((at) => at >= cut, 'desk', 60)
    for (const merged of [mergeData(phone, desk), mergeData(desk, phone)]) {
      expect(merged.cards[0]).toMatchObject({ gloss: 'desk', memory: memuji.memory })
      expect(merged.reviews).toHaveLength(4)
    }
  })

  it('says before what it would do', () => {
    const [memuji, anak, di] = data.cards
    if (!memuji || !anak || !di) throw new Error('no cards')
    const here = {
      ...empty,
      cards: [{ ...memuji, gloss: 'mine', updatedAt: 1 }, anak, createCard({ lemma: 'x' }, 'study', 0)],
    }
    expect(previewImport(here, data, 'merge')).toEqual({
      added: 1,
      changed: 1,
      same: 1,
      missing: 1,
      reviews: data.reviews.length,
      articles: 1,
    })
    expect(previewImport(data, data, 'replace')).toMatchObject({
      added: 0,
      changed: 0,
      same: 3,
      missing: 0,
      reviews: 0,
    })
  })

  it('takes a long history in one go', { timeout: 60_000 }, async () => {
    const cards = Array.from({ length: 500 }, (_, i) => createCard({ lemma: `kata${i}` }, 'study', i))
    const reviews = Array.from({ length: 5000 }, (_, i) => ({
      ...data.reviews[0]!,
      id: `r${i}`,
      lemma: cards[i % 500]!.lemma,
      at: i,
    }))
    await storage.write(parseBackup(writeBackup({ ...empty, cards, reviews }, start)).data, 'merge')
    expect((await storage.read()).reviews).toHaveLength(5000)
  })
})

describe('table', () => {
  const cards = sampleData(start).cards

  it.each(['csv', 'tsv'] as const)('gives words back from %s', (format) => {
    const { cards: read, skipped } = readTable(writeTable(cards, format), start)
    expect(skipped).toBe(0)
    expect(
      read.map(({ lemma, root, affixes, gloss, mark }) => ({ lemma, root, affixes, gloss, mark })),
    ).toEqual(cards.map(({ lemma, root, affixes, gloss, mark }) => ({ lemma, root, affixes, gloss, mark })))
    expect(read[0]?.contexts[0]).toMatchObject({
      sentence: cards[0]?.contexts[0]?.sentence,
      target: { start: 3, end: 9 },
    })
  })

  it.each(['csv', 'tsv'] as const)('gives any text back from %s', (format) => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '\r', ' ', 'a', 'é', '1'),
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (glosses) => {
        const words = glosses.map((gloss, i) => createCard({ lemma: `kata${i}`, gloss }, 'study', start))
        expect(readTable(writeTable(words, format), start).cards.map(({ gloss }) => gloss)).toEqual(glosses)
      }),
    )
  })

  it.each(['=1+1', '+cmd', '-kan', '@SUM(A1)', '\t=1', "'=1", '=HYPERLINK("http://x")'])(
    'lets no spreadsheet run %j',
    (gloss) => {
      for (const format of ['csv', 'tsv'] as const) {
        const table = writeTable([createCard({ lemma: 'a', gloss }, 'study', 0)], format)
        const cell = splitRows(table.slice(1), format === 'csv' ? ',' : '\t')[1]?.[4] ?? ''
        expect(cell).toBe(`'${gloss}`)
      }
    },
  )

  it.each([
    ['Anki and LingQ headings', 'Term;Meaning;Context\r\nmemuji;to praise;Ia memuji dia.', ['memuji']],
    ['Indonesian headings', 'kata\tarti\nrumah\thouse', ['rumah']],
    ['blank lines and short rows', 'word,gloss\n\nrumah\n,x\nkota,city,extra', ['rumah', 'kota']],
    ['an open quote', 'word,gloss\nrumah,"house', ['rumah']],
  ])('reads %s', (_, text, lemmas) => {
    expect(readTable(text, start).cards.map(({ lemma }) => lemma)).toEqual(lemmas)
  })

  it.each([
    ['', 'empty'],
    ['a,b,c\n1,2,3', 'columns a,b,c'],
    ['{"json": true}', 'columns {"json": true}'],
    ['constructor,__proto__\nx,y', 'columns constructor,__proto__'],
  ])('refuses %j', (text, reason) => {
    expect(reasonOf(() => readTable(text, start))).toBe(reason)
  })
})
