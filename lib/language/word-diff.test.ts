import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from './span'
import { diffWords } from './word-diff'

const marked = (first: string, second: string) => {
  const diff = diffWords(first, second)
  return [
    diff.first.map((span) => sliceSpan(first, span)).join(' '),
    diff.second.map((span) => sliceSpan(second, span)).join(' '),
  ]
}

describe('diffWords', () => {
  it.each([
    ['The same.', 'The same.', '', ''],
    ['He went home.', 'She went home.', 'He', 'She'],
    ['Up to 14,000 soldiers', 'Up to 1,400 soldiers', '14,000', '1,400'],
    ['The country’s army', "the country's army", '', ''],
    ['A strong army fought.', 'An army fought hard.', 'A strong', 'An hard'],
    ['', 'All of it', '', 'All of it'],
    ['🙂', '…', '', ''],
  ])('%j and %j', (first, second, left, right) => {
    expect(marked(first, second)).toEqual([left, right])
  })

  it('leaves equally many words unmarked on both sides', () => {
    const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        const diff = diffWords(first, second)
        const count = (text: string) => text.split(' ').filter((word) => word !== '').length
        expect(count(first) - diff.first.length).toBe(count(second) - diff.second.length)
      }),
    )
  })

  it('marks nothing in texts too long to compare', () => {
    expect(diffWords('a '.repeat(700), 'b')).toEqual({ first: [], second: [] })
  })
})
