import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headlineCase, toHeadlineCase, toSentenceCase, withSmallFirst } from './headline-case'
import type { WordModel } from './headline-case'

const known = new Set(['kembali', 'dilanda', 'banjir', 'akan', 'harus', 'Jakarta', 'KPK', 'Warga', 'di'])
const score: WordModel = (word) =>
  known.has(word) ? { score: 0, pieces: 1 } : { score: -word.length, pieces: 2 }

describe('headlineCase', () => {
  it('tells headlines from sentences', () => {
    expect(headlineCase('Kampungmelayu Kembali Dilanda Banjir')).toBe('title')
    expect(headlineCase('Warga di Jakarta Harus Pindah karena Banjir')).toBe('title')
    expect(headlineCase('WARGA JAKARTA DILANDA BANJIR')).toBe('capitals')
    expect(headlineCase('Warga Jakarta kembali dilanda banjir')).toBeUndefined()
    expect(headlineCase('Presiden Joko Widodo Bertemu Putin.')).toBeUndefined()
    expect(headlineCase('KPK dan DPR RI')).toBeUndefined()
    expect(headlineCase('Banjir')).toBeUndefined()
    expect(headlineCase('هذا خبر عاجل جدا اليوم')).toBeUndefined()
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

  it('takes a word behind a number for one inside the sentence', () => {
    expect(toSentenceCase('10 Banjir Kembali', 'title', score)).toBe('10 banjir kembali')
  })

  it('keeps the names of countries, whatever the vocabulary says', () => {
    expect(
      toSentenceCase('Kembali ke Kenya', 'title', (word) => ({
        score: /^\p{Lu}/u.test(word) ? -1 : 0,
        pieces: 1,
      })),
    ).toBe('Kembali ke Kenya')
  })

  it('finds names among capitals', () => {
    expect(toSentenceCase('WARGA JAKARTA DILANDA BANJIR', 'capitals', score)).toBe(
      'Warga Jakarta dilanda banjir',
    )
    expect(toSentenceCase('WARGA LAPOR KPK DI RUSIA-UKRAINA', 'capitals', score)).toBe(
      'Warga LAPOR KPK di Rusia-Ukraina',
    )
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

describe('withSmallFirst', () => {
  const likesSmall: WordModel = (word) => ({
    score: /^\p{Lu}/u.test(word) ? -1 : 0,
    pieces: known.has(word) ? 1 : 2,
  })

  it('takes the capital from what the vocabulary knows as a word, and from derived words', () => {
    expect(withSmallFirst('Banjir melanda kota.', likesSmall)).toBe('banjir melanda kota.')
    expect(withSmallFirst('"Harus pergi," katanya.', likesSmall)).toBe('"harus pergi," katanya.')
    expect(withSmallFirst('Penggusuran itu ditunda.', likesSmall)).toBe('penggusuran itu ditunda.')
  })

  it('leaves names, acronyms and words in other scripts', () => {
    expect(withSmallFirst('Wonsan menjadi tuan rumah.', likesSmall)).toBe('Wonsan menjadi tuan rumah.')
    expect(withSmallFirst('Jakarta banjir.', score)).toBe('Jakarta banjir.')
    expect(withSmallFirst('Palestina merdeka.', () => ({ score: 0, pieces: 1 }))).toBe('Palestina merdeka.')
    expect(withSmallFirst('KPK menyita.', likesSmall)).toBe('KPK menyita.')
    expect(withSmallFirst('İstanbul indah.', likesSmall)).toBe('İstanbul indah.')
    expect(withSmallFirst('', likesSmall)).toBe('')
  })
})

describe('toHeadlineCase', () => {
  it('sets English as headlines are', () => {
    expect(toHeadlineCase('Residents of Papanggo will be moved to a school', 'title')).toBe(
      'Residents of Papanggo Will Be Moved to a School',
    )
    expect(toHeadlineCase("The city's roads are flooded", 'title')).toBe("The City's Roads Are Flooded")
    expect(toHeadlineCase('a flood-hit town', 'title')).toBe('A Flood-Hit Town')
    expect(toHeadlineCase('Jakarta is flooded', 'capitals')).toBe('JAKARTA IS FLOODED')
  })
})
