import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedForms, checkAnswer, checkParts } from './answer'
import { createCard } from './card'

describe('a typed answer', () => {
  it.each([
    ['anak-anak', 'anak-anak', 'right'],
    ['Anak anak', 'anak-anak', 'right'],
    ['  MEMUJI. ', 'memuji', 'right'],
    ['praise', 'to praise', 'right'],
    ['to praise', 'praise', 'right'],
    ['the house', 'house', 'right'],
    ['an egg', 'egg', 'right'],
    ['meet', 'to meet (with)', 'right'],
    ['meet with', 'to meet (with)', 'right'],
    ['élite', 'elite', 'right'],
    ['memuij', 'memuji', 'close'],
    ['memujii', 'memuji', 'close'],
    ['mempi', 'memuji', 'wrong'],
    ['memuj', 'memuji', 'close'],
    ['dipuji', 'memuji', 'wrong'],
    ['dari', 'hari', 'wrong'],
    ['', 'memuji', 'wrong'],
    ['-', 'memuji', 'wrong'],
    ['to', 'to', 'right'],
    ['the', 'house', 'wrong'],
    ['<script>', 'memuji', 'wrong'],
  ] as const)('%j for %j is %s', (typed, expected, verdict) => {
    expect(checkAnswer(typed, [expected]).verdict).toBe(verdict)
  })

  it.each([
    ['dipuji', 'dipuji'],
    ['Di puji', 'dipuji'],
    ['memuji', 'memuji'],
    ['dipujinya', 'dipujinya'],
    ['di-puji-nya', 'dipujinya'],
  ])('%j is right for a word saved as dipuji, met as dipujinya', (typed, expected) => {
    const sentence = 'Karya itu dipujinya.'
    const context = { sentence, target: { start: 10, end: 19 } }
    const card = createCard({ lemma: 'memuji', root: 'puji', form: 'dipuji', context }, 'study', 0)
    expect(acceptedForms(card)).toEqual(['dipujinya', 'dipuji', 'memuji'])
    expect(checkAnswer(typed, acceptedForms(card))).toEqual({ verdict: 'right', expected })
  })

  it('counts spellings of one word once, and does without a sentence', () => {
    const context = { sentence: 'Anak-anak itu.', target: { start: 0, end: 9 } }
    const card = createCard({ lemma: 'anak-anak', form: 'Anak-anak', context }, 'study', 0)
    expect(acceptedForms(card)).toEqual(['Anak-anak'])
    expect(acceptedForms({ ...card, contexts: [] })).toEqual(['Anak-anak'])
    expect(checkAnswer('anak2', acceptedForms(card)).verdict).toBe('right')
    expect(checkAnswer('anak', acceptedForms(card)).verdict).toBe('wrong')
  })

  it('takes any accepted answer and says which it was', () => {
    expect(checkAnswer('commend', ['to praise', 'to commend'])).toEqual({
      verdict: 'right',
      expected: 'to commend',
    })
    expect(checkAnswer('zzz', ['to praise', 'to commend'])).toEqual({
      verdict: 'wrong',
      expected: 'to praise',
    })
    expect(checkAnswer('x', []).verdict).toBe('wrong')
  })

  it('accepts every answer as itself, whatever its case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,8})?$/), (answer) => {
        expect(checkAnswer(answer.toUpperCase(), [answer]).verdict).toBe('right')
      }),
    )
  })
})

describe('a form taken apart', () => {
  it.each([
    ['puji', 'meN-', 'puji', ['meN-'], 'right', 'right'],
    ['puji', 'mem', 'puji', ['meN-'], 'right', 'right'],
    ['Puji', 'me(N)-', 'puji', ['meN-'], 'right', 'right'],
    ['ajar', 'me-kan', 'ajar', ['meN-', '-kan'], 'right', 'right'],
    ['ajar', '-kan + meng-', 'ajar', ['meN-', '-kan'], 'right', 'right'],
    ['setuju', 'ke-an', 'setuju', ['ke-…-an'], 'right', 'right'],
    ['setuju', 'ke', 'setuju', ['ke-…-an'], 'right', 'wrong'],
    ['tuju', 'ke an', 'setuju', ['ke-…-an'], 'wrong', 'right'],
    ['ajar', 'pel- -an', 'ajar', ['per-', '-an'], 'right', 'right'],
    ['ajar', 'di-', 'ajar', ['meN-'], 'right', 'wrong'],
    ['', '', 'ajar', ['meN-'], 'wrong', 'wrong'],
  ] as const)('%j with %j for %j %j', (root, affixes, wanted, parts, rootVerdict, affixVerdict) => {
    expect(checkParts({ root, affixes }, wanted, parts)).toEqual({ root: rootVerdict, affixes: affixVerdict })
  })
})
