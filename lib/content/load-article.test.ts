import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from '../language/span'
import { loadArticle, parseArticle, type ReadText } from './load-article'

const folder = new URL('../../content/articles/', import.meta.url)
const slugs = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'))
  .map((name) => name.replace(/\.md$/, ''))
const fromFolder: ReadText = async (name) => {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
  } catch {
    return undefined
  }
}
const files =
  (texts: Readonly<Record<string, string>>): ReadText =>
  async (name) =>
    texts[name]

const matter = ['---', 'title: Judul: bagian satu', 'source: Sejajar', 'date: 2025-01-02', 'licence: CC BY 4.0', '---']
const file = [...matter, '', 'Saya datang. Dia pergi.', '', 'Kami pulang.', ''].join('\n')

describe('loadArticle', () => {
  it.each(slugs)('reads the curated article %s with a reference line for every sentence', async (slug) => {
    const article = await loadArticle(slug, fromFolder)
    const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
    expect(sentences.length).toBeGreaterThan(11)
    expect(article.reference).toHaveLength(sentences.length)
    for (const sentence of sentences) expect(sliceSpan(article.text, sentence.span)).toBe(sentence.text)
  })

  it('marks invented news as such', async () => {
    expect((await loadArticle('listrik-dari-sampah', fromFolder)).fiction).toBe(true)
    expect((await loadArticle('lavrov-wonsan', fromFolder)).fiction).toBeUndefined()
  })

  it('refuses a reference that does not fit sentence by sentence', async () => {
    const read = files({ 'a.md': file, 'a.en.md': 'I came.\nHe left.\n' })
    await expect(loadArticle('a', read)).rejects.toThrow('2 lines for 3 sentences')
  })

  it('does without a reference', async () => {
    expect((await loadArticle('a', files({ 'a.md': file }))).reference).toBeUndefined()
  })

  it('says which article is missing', async () => {
    await expect(loadArticle('b', files({}))).rejects.toThrow('b.md: no such article')
  })
})

describe('parseArticle', () => {
  it('keeps a colon in a value and paragraphs apart, with any line ends', () => {
    for (const text of [file, file.replaceAll('\n', '\r\n')]) {
      const article = parseArticle('a', text)
      expect(article.title).toBe('Judul: bagian satu')
      expect(article.paragraphs.map((paragraph) => paragraph.sentences.length)).toEqual([2, 1])
    }
  })

  it.each([
    ['no front matter', 'Saya datang.'],
    ['“source” is missing', file.replace(/source.*\n/, '')],
    ['is not “key: value”', file.replace('date: 2025-01-02', 'tanpa titik dua')],
  ])('says what is wrong: %s', (message, text) => {
    expect(() => parseArticle('a', text)).toThrow(message)
  })
})
