import { describe, expect, it } from 'vitest'
import { createLexicon, LexiconFormatError, parseSenses, readLexicon, writeLexicon, type LexiconContent } from './lexicon-file'

const content: LexiconContent = {
  entries: [
    { lemma: 'menulis', pos: ['verb'], root: 'tulis', register: 'news', senses: parseSenses('to write; to pen | to author'), band: 2 },
    { lemma: 'tulis', pos: ['verb', 'noun'], root: 'tulis', register: 'neutral', senses: parseSenses('to write'), band: 1 },
    { lemma: 'tanggung jawab', pos: ['noun'], root: 'tanggung jawab', register: 'neutral', senses: parseSenses('responsibility'), band: 1 },
  ],
  roots: ['cekik', 'tegap'],
  named: [
    { surface: 'KPK', kind: 'acronym', note: 'Komisi', senses: parseSenses('Commission') },
    { surface: 'luar negeri', kind: 'term', note: 'noun', senses: parseSenses('abroad') },
    { surface: 'menteri luar negeri', kind: 'term', note: 'noun', senses: parseSenses('foreign minister') },
    { surface: 'Tana Toraja', kind: 'name', note: 'place', senses: [] },
  ],
}

describe('the lexicon file', () => {
  it('reads back what it writes, the words of a root together', () => {
    const back = readLexicon(writeLexicon(content))
    expect(back).toEqual({ ...content, entries: expect.arrayContaining([...content.entries]) })
    expect(back.entries).toHaveLength(content.entries.length)
  })

  it('refuses another format and a file cut off', () => {
    expect(() => readLexicon('something else')).toThrow(LexiconFormatError)
    expect(() => readLexicon(writeLexicon(content).split('\n').slice(0, -2).join('\n'))).toThrow(LexiconFormatError)
  })
})

describe('the lexicon in memory', () => {
  const lexicon = createLexicon(content)

  it('knows entries, roots, families, bands and compounds', () => {
    expect(lexicon.entry('menulis')?.senses).toHaveLength(2)
    expect(lexicon.isRoot('tulis')).toBe(true)
    expect(lexicon.isRoot('cekik')).toBe(true)
    expect(lexicon.isRoot('menulis')).toBe(false)
    expect(lexicon.family('tulis')).toEqual(['tulis', 'menulis'])
    expect(lexicon.band('menulis')).toBe(2)
    expect(lexicon.band('apa')).toBe(6)
    expect(lexicon.compound('tanggungjawab')).toBe('tanggung jawab')
  })

  it('finds the longest term at a place, whatever its capitals, and names only with theirs', () => {
    expect(lexicon.longestTerm(['Menteri', 'Luar', 'Negeri', 'itu'], 0)).toMatchObject({ length: 3 })
    expect(lexicon.longestTerm(['ke', 'luar', 'negeri'], 1)).toMatchObject({ length: 2 })
    expect(lexicon.longestTerm(['luar'], 0)).toBeUndefined()
    expect(lexicon.longestTerm(['Tana', 'Toraja'], 0)).toMatchObject({ length: 2 })
    expect(lexicon.longestTerm(['tana', 'toraja'], 0)).toBeUndefined()
  })
})
