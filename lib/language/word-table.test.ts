import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from './letters'
import { WordTable } from './word-table'

describe('WordTable', () => {
  it('finds every word made, and no other, however many there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 3000 }),
        fc.string(),
        (words, other) => {
          const table = new WordTable()
          for (const word of words) table.make(word)
          for (const word of words) expect(table.of(word)?.spelling).toBe(word)
          expect(table.of(other)?.spelling).toBe(words.includes(other) ? other : undefined)
        },
      ),
    )
  })

  it('finds a word where it stands in a text', () => {
    const table = new WordTable()
    const made = table.make('rumah')
    expect(table.find('di rumah sakit', 3, 8, hashOf('rumah'))).toBe(made)
    expect(table.find('di rumah sakit', 3, 9, hashOf('rumah '))).toBeUndefined()
  })

  it('makes one word of one spelling', () => {
    const table = new WordTable()
    expect(table.make('rumah')).toBe(table.make('rumah'))
    expect(table.make('Rumah').isLower).toBe(false)
  })
})
