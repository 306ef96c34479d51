import { describe, expect, it } from 'vitest'
import type { AnnotatedSentence } from '../language/annotation'
import { describeWords, withEnglish } from './describe-words'

const annotated = {
  tokens: [
    {
      kind: 'word',
      surface: 'Memuji',
      lemma: 'memuji',
      root: 'puji',
      affixes: ['meN-'],
      gloss: 'praise',
      span: { start: 0, end: 6 },
    },
    {
      kind: 'punctuation',
      surface: '.',
      lemma: '',
      root: '',
      affixes: [],
      gloss: '',
      span: { start: 6, end: 7 },
    },
  ],
} as unknown as AnnotatedSentence
const article = { slug: 'a', title: 'A' }

describe('a word described from its article', () => {
  it('takes the English that there is when it is saved, not when the article was read', () => {
    const known: { english?: string } = {}
    const found = describeWords([{ text: 'Memuji.', annotated, english: () => known.english }], article)
    expect(found('memuji').context).toEqual({
      sentence: 'Memuji.',
      target: { start: 0, end: 6 },
      article: 'a',
      index: 0,
      source: 'A',
    })
    known.english = 'Praising.'
    expect(found('MEMUJI')).toMatchObject({
      root: 'puji',
      gloss: 'praise',
      context: { english: 'Praising.' },
    })
  })

  it('is bare where the article has no such word', () => {
    expect(describeWords([], article)('rumah')).toEqual({ lemma: 'rumah' })
  })
})

describe('English that came late', () => {
  const target = { start: 0, end: 6 }
  const found = { sentence: 'Memuji.', target, english: 'Praising.' }
  it('goes to the sentence that was saved without it, once', () => {
    const contexts = [
      { sentence: 'Lain.', target },
      { sentence: 'Memuji.', target },
    ]
    const filled = withEnglish(contexts, found)
    expect(filled).toEqual([contexts[0], found])
    expect(withEnglish(filled ?? [], found)).toBeUndefined()
  })

  it('leaves English that is there, and waits for what is not', () => {
    expect(withEnglish([{ ...found, english: 'Mine.' }], found)).toBeUndefined()
    expect(withEnglish([{ sentence: 'Memuji.', target }], { sentence: 'Memuji.', target })).toBeUndefined()
    expect(withEnglish([{ sentence: 'Memuji.', target }], undefined)).toBeUndefined()
  })
})
