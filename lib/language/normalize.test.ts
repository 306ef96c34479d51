import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from './normalize.cases.json'
import { curlQuotes, normalizeForModel, normalizeWithOrigin, restoreTypography } from './normalize'
import { sentenceKey } from './sentence-key'

describe('normalizeForModel', () => {
  it.each(cases as [string, string][])('%j', (input, output) => {
    expect(normalizeForModel(input)).toBe(output)
    expect(normalizeWithOrigin(input).text).toBe(output)
  })

  it('is settled: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeForModel(text)
        expect(normalizeForModel(once)).toBe(once)
      }),
    )
  })
})

describe('normalizeWithOrigin', () => {
  it('points every piece back to where it stood', () => {
    const original = '  “ﬁlm…”  kata\u00a0dia'
    const { text, origin } = normalizeWithOrigin(original)
    expect(text).toBe('"film..." kata dia')
    const at = text.indexOf('kata')
    expect(original.slice(origin[at], origin[at + 4])).toBe('kata')
    expect(original.slice(origin[text.indexOf('film')], origin[text.indexOf('film') + 4])).toBe('ﬁlm')
    expect(origin[text.length]).toBe(original.length)
  })

  it('never goes backwards and has one entry more than the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        const { text, origin } = normalizeWithOrigin(original)
        expect(text).toBe(normalizeForModel(original))
        expect(origin.length).toBe(text.length + 1)
        for (let i = 1; i < origin.length; i++) expect(origin[i]!).toBeGreaterThanOrEqual(origin[i - 1]!)
      }),
    )
  })
})

describe('restoreTypography', () => {
  it.each([
    ['"Yes," he said.', '“Ya,” katanya.', '“Yes,” he said.'],
    ['"Yes," he said.', '"Ya," katanya.', '"Yes," he said.'],
    ['the country\'s "friends"', 'negara ‘itu’', 'the country’s “friends”'],
    ["'So,' she said, '\"yes\" it is'", '‘x’', '‘So,’ she said, ‘“yes” it is’'],
    ["the '90s", '“a”', 'the ’90s'],
    ['in June - allegedly - a well-known', 'Juni — diduga', 'in June — allegedly — a well-known'],
    ['in June - allegedly', 'Juni - diduga', 'in June - allegedly'],
  ])('%j as %j', (text, source, expected) => {
    expect(restoreTypography(text, source)).toBe(expected)
  })

  it('keeps every position, so that spans stay true', () => {
    fc.assert(fc.property(fc.string(), (text) => curlQuotes(text).length === text.length))
  })
})

describe('sentenceKey', () => {
  it('is the same for the same sentence however blanks and composition fall', () => {
    expect(sentenceKey('Kafe  itu\ntutup.')).toBe(sentenceKey('Kafe itu tutup. '))
    expect(sentenceKey('café')).toBe(sentenceKey('cafe\u0301'))
    expect(sentenceKey('a')).toMatch(/^[0-9a-f]{16}$/)
  })

  it('differs between 200,000 short sentences', () => {
    const keys = new Set<string>()
    for (let i = 0; i < 200_000; i++) keys.add(sentenceKey(`Kalimat ${i}.`))
    expect(keys.size).toBe(200_000)
  })
})
