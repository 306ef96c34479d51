import fc from 'fast-check'
import { anyText } from './golden/any-text'
import { describe, expect, it } from 'vitest'
import { tokenize } from './tokenize'

const known = new Set(
  'ibu wali kota menteri memuji anda presiden kami korupsi tangkap bupati di jawa timur kpk'.split(' '),
)
const isWord = (form: string): boolean => known.has(form)
const shown = (text: string, withWords = true): string =>
  tokenize(text, withWords ? isWord : undefined)
    .filter(({ kind }) => kind !== 'space')
    .map(({ surface, kind }) => `${surface}/${kind}`)
    .join(' ')

describe('tokenize', () => {
  it.each([
    ['kata-kata itu', 'kata-kata/word itu/word'],
    ['Jum’at ini', 'Jum’at/name ini/word'],
    ['Rp 1,5 triliun', 'Rp/number 1,5/number triliun/word'],
    ['Rp1.500 naik 12,4%', 'Rp1.500/number naik/word 12,4%/number'],
    ['(18/9/2025)', '(/punctuation 18/9/2025/number )/punctuation'],
    ['pukul 14.30 WIB.', 'pukul/word 14.30/number WIB/acronym ./punctuation'],
    ['tahun 90-an, ke-2', 'tahun/word 90-an/number ,/punctuation ke-2/number'],
    ['menang 2-1', 'menang/word 2-1/number'],
    ['oleh KPK-lah', 'oleh/word KPK-lah/acronym'],
    ['dr. Maya, S.H., hadir', 'dr./acronym Maya/name ,/punctuation S.H./acronym ,/punctuation hadir/word'],
    ['dan/atau', 'dan/word //punctuation atau/word'],
    ['lalu—diduga', 'lalu/word —/punctuation diduga/word'],
    ['situs detik.com ramai', 'situs/word detik.com/name ramai/word'],
    ['J. K. Rowling', 'J./name K./name Rowling/name'],
    ['anti-Rusia', 'anti-Rusia/word'],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toBe(tokens)
  })

  it('tells names from words at the beginning only by the words it knows', () => {
    expect(shown('Ibu Anda memuji Lavrov')).toBe('Ibu/word Anda/word memuji/word Lavrov/name')
    expect(shown('Lavrov memuji')).toBe('Lavrov/name memuji/word')
    expect(shown('Lavrov memuji', false)).toBe('Lavrov/word memuji/word')
  })

  it('does not take a shouted headline for acronyms', () => {
    expect(shown('KORUPSI: KPK TANGKAP BUPATI DI JAWA')).not.toContain('acronym')
  })

  it('keeps a pictograph whole', () => {
    expect(tokenize('a 👍🏽').at(-1)?.surface).toBe('👍🏽')
  })

  it('tiles any text', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const tokens = tokenize(text, isWord)
        expect(tokens.map(({ surface }) => surface).join('')).toBe(text)
        expect(tokens.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text)
        expect(tokens.every(({ span }, at) => span.start === (tokens[at - 1]?.span.end ?? 0))).toBe(true)
      }),
    )
  })
})
