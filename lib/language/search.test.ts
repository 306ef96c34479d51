import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis, Analyze } from './analyze'
import { editDistance } from './edit-distance'
import type { Entry } from './lexicon'
import { createSearch } from './search'

const entry = (lemma: string, root: string, ...glosses: string[]): Entry => ({
  lemma,
  pos: ['noun'],
  root,
  register: 'neutral',
  senses: [{ glosses }],
})

const entries = [
  entry('jalan', 'jalan', 'road', 'street'),
  entry('berjalan', 'jalan', 'to walk', 'to go (of a machine)'),
  entry('perjalanan', 'jalan', 'journey'),
  entry('jalang', 'jalang', 'wild'),
  entry('tanggung jawab', 'tanggung jawab', 'responsibility'),
  entry('pertanggungjawaban', 'tanggung jawab', 'accountability'),
  entry('wartawan', 'warta', 'journalist'),
  entry('warta', 'warta', 'news'),
  entry('di', 'di', 'in'),
]

const reading = (lemma: string, root: string): Analysis => ({
  lemma,
  root,
  affixes: [],
  steps: [],
  score: 0,
  known: true,
})

const analyses: Readonly<Record<string, readonly Analysis[]>> = {
  mempertanggungjawabkan: [reading('mempertanggungjawabkan', 'tanggung jawab')],
  dijalani: [reading('menjalani', 'jalan')],
}
const analyze: Analyze = (form) => (Object.hasOwn(analyses, form) ? analyses[form]! : [])
const search = createSearch(entries, analyze)
const found = (query: string) => search(query).map(({ entry: { lemma }, reason }) => `${lemma}:${reason}`)

describe('search', () => {
  it.each([
    ['jalan', ['jalan:exact', 'berjalan:family', 'perjalanan:family', 'jalang:prefix']],
    ['berjalan', ['berjalan:exact', 'jalan:root', 'perjalanan:family']],
    ['  Berjalan ', ['berjalan:exact', 'jalan:root', 'perjalanan:family']],
    ['mempertanggungjawabkan', ['tanggung jawab:root', 'pertanggungjawaban:family']],
    ['tanggung jawab', ['tanggung jawab:exact', 'pertanggungjawaban:family']],
    ['dijalani', ['jalan:root', 'berjalan:family', 'perjalanan:family']],
    ['berjlaan', ['berjalan:near']],
    ['pertangungjawaban', ['pertanggungjawaban:near']],
    ['mempertangungjawabkan', ['tanggung jawab:near', 'pertanggungjawaban:near']],
    ['tanggungjawab', ['tanggung jawab:exact', 'pertanggungjawaban:family']],
    ['journalist', ['wartawan:english']],
    ['to walk', ['berjalan:english']],
    ['xqzw', []],
    ['', []],
    ['   ', []],
  ])('%s finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  it('forgives nothing in a word of two letters', () => {
    expect(found('dx')).toEqual([])
  })

  it('keeps to the limit', () => {
    expect(search('jalan', 2)).toHaveLength(2)
  })

  it('never throws and never finds a headword twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (query) => {
        const lemmas = search(query).map(({ entry: { lemma } }) => lemma)
        expect(new Set(lemmas).size).toBe(lemmas.length)
      }),
    )
  })
})

describe('editDistance', () => {
  it.each([
    ['jalan', 'jalan', 0],
    ['jalan', 'jalna', 1],
    ['jalan', 'jaan', 1],
    ['jalan', 'jallan', 1],
    ['jalan', 'kapan', 2],
    ['', 'ab', 2],
    ['jalan', 'perusahaan', 4],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance)
  })

  it('is the same both ways and zero only for equal words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
        expect(editDistance(a, b, 9) === 0).toBe(a === b)
      }),
    )
  })
})
