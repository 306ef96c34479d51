import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { diffWords } from '@/lib/language/word-diff'
import { EnglishText, englishWords } from './english-text'

const rest = { isStreaming: false, differences: [], side: 'first' } as const

const shown = (text: string, isSplit: boolean): string =>
  renderToStaticMarkup(<EnglishText text={text} isSplit={isSplit} {...rest} />)

const wordsIn = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/data-word="\d+"[^>]*>([^<]*)</g)].map(([, word]) => word)

const plain = `"Don't," he said, "the two countries' well-'known' ties."`
const printed = '“Don’t,” he said, “the two countries’ well-‘known’ ties.”'

describe('EnglishText', () => {
  it('sets quotes and apostrophes as in print, whether split into words or not', () => {
    expect(shown(plain, false)).toBe(printed)
    expect(shown(plain, true).replace(/<[^>]*>/g, '')).toBe(printed)
  })

  it('leaves alone what is set already', () => {
    expect(shown(printed, false)).toBe(printed)
  })

  it('counts the words of the text as it was written, which is what is aligned', () => {
    const words = wordsIn(shown(plain, true))
    expect(words).toHaveLength(englishWords(plain).length)
    expect(words.slice(0, 2)).toEqual(['Don’t', 'he'])
  })

  it('marks a difference at its word, and none in the style of an apostrophe', () => {
    const mark = (first: string, second: string) =>
      renderToStaticMarkup(
        <EnglishText text={first} isSplit {...rest} differences={diffWords(first, second).first} />,
      )
    expect(mark("It's Putin's idea.", 'It’s Lavrov’s idea.')).toMatch(/class="different">Putin’s</)
    expect(mark("It's here.", 'It’s here.')).not.toContain('different')
  })
})
