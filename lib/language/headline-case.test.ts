import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headlineCase, toHeadlineCase, toSentenceCase } from './headline-case'

const known = new Set(['kembali', 'dilanda', 'banjir', 'akan', 'harus', 'Jakarta', 'KPK', 'Warga', 'di'])
const score = (word: string): number => (known.has(word) ? 0 : -word.length)

describe('headlineCase', () => {
  it('tells headlines from sentences', () => {
    expect(headlineCase('Kampungmelayu Kembali Dilanda Banjir')).toBe('title')
    expect(headlineCase('Warga di Jakarta Harus Pindah karena Banjir')).toBe('title')
    expect(headlineCase('WARGA JAKARTA DILANDA BANJIR')).toBe('capitals')
    expect(headlineCase('Warga Jakarta kembali dilanda banjir')).toBeUndefined()
    expect(headlineCase('Presiden Joko Widodo Bertemu Putin.')).toBeUndefined()
    expect(headlineCase('KPK dan DPR RI')).toBeUndefined()
    expect(headlineCase('Banjir')).toBeUndefined()
  })
})

describe('toSentenceCase', () => {
  it('writes words small and leaves names, acronyms and the first word', () => {
    expect(toSentenceCase('Warga Jakarta Kembali Dilanda Banjir', 'title', score)).toBe(
      'Warga Jakarta kembali dilanda banjir',
    )
    expect(toSentenceCase('Warga Harus Lapor KPK di Papanggo', 'title', score)).toBe(
      'Warga harus Lapor KPK di Papanggo',
    )
  })

  it('keeps the names of countries, whatever the vocabulary says', () => {
    expect(toSentenceCase('Kembali ke Kenya', 'title', (word) => (/^\p{Lu}/u.test(word) ? -1 : 0))).toBe(
      'Kembali ke Kenya',
    )
  })

  it('finds names among capitals', () => {
    expect(toSentenceCase('WARGA JAKARTA DILANDA BANJIR', 'capitals', score)).toBe(
      'Warga Jakarta dilanda banjir',
    )
    expect(toSentenceCase('WARGA LAPOR KPK DI RUSIA', 'capitals', score)).toBe('Warga LAPOR KPK di Rusia')
  })

  it('keeps every position of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.boolean(), (text, capitals) => {
        const kind = capitals ? 'capitals' : 'title'
        expect(toSentenceCase(text, kind, score)).toHaveLength(text.length)
        expect(toHeadlineCase(text, kind)).toHaveLength(text.length)
      }),
    )
  })
})

describe('toHeadlineCase', () => {
  it('sets English as headlines are', () => {
    expect(toHeadlineCase('Residents of Papanggo will be moved to a school', 'title')).toBe(
      'Residents of Papanggo Will Be Moved to a School',
    )
    expect(toHeadlineCase("The city's roads are flooded", 'title')).toBe("The City's Roads Are Flooded")
    expect(toHeadlineCase('Jakarta is flooded', 'capitals')).toBe('JAKARTA IS FLOODED')
  })
})
