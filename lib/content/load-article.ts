import type { Article, Level } from '../language/article'
import { segment } from '../language/segment'

/** Text of a file of `content/articles`, or undefined where there is none. */
export type ReadText = (file: string) => Promise<string | undefined>

/** A curated article that cannot be shown: which file, and what is wrong with it. Found by the build, not by readers. */
export class ArticleFormatError extends Error {
  override readonly name = 'ArticleFormatError'
}

type FrontMatter = Readonly<Record<string, string>>

const levels: readonly Level[] = ['A2', 'B1', 'B2', 'C1']

/**
 * The article `<slug>.md` with its reference translation `<slug>.en.md`, if it has one: one English line per Indonesian
 * sentence, in the same order. A reference that does not fit sentence by sentence is an error.
 */
export async function loadArticle(slug: string, read: ReadText): Promise<Article> {
  const file = await read(`${slug}.md`)
  if (file === undefined) throw new ArticleFormatError(`${slug}.md: no such article`)
  const article = parseArticle(slug, file)
  const reference = parseReference(await read(`${slug}.en.md`))
  if (!reference) return article
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  if (reference.length !== sentences.length) {
    const counts = `${reference.length} lines for ${sentences.length} sentences`
    throw new ArticleFormatError(`${slug}.en.md: ${counts}`)
  }
  return { ...article, reference }
}

/** An article from the text of its file: front matter between `---` lines, then paragraphs set apart by blank lines. */
export function parseArticle(slug: string, file: string): Article {
  const { matter, text } = splitFrontMatter(slug, file)
  const need = (key: string): string => {
    const value = matter[key]
    if (!value) throw new ArticleFormatError(`${slug}.md: “${key}” is missing`)
    return value
  }
  const level = levels.find((known) => known === matter.level)
  return {
    slug,
    title: need('title'),
    source: need('source'),
    date: need('date'),
    licence: need('licence'),
    ...(matter.titleEn ? { titleEn: matter.titleEn } : {}),
    ...(matter.author ? { author: matter.author } : {}),
    ...(matter.subject ? { subject: matter.subject } : {}),
    ...(level ? { level } : {}),
    ...(matter.fiction === 'true' ? { fiction: true } : {}),
    text,
    paragraphs: segment(text),
  }
}

function splitFrontMatter(slug: string, file: string): { matter: FrontMatter; text: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(file)
  if (!match) throw new ArticleFormatError(`${slug}.md: no front matter`)
  const lines = (match[1] ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
  const matter = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      if (colon < 1) throw new ArticleFormatError(`${slug}.md: “${line}” is not “key: value”`)
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    }),
  )
  return { matter, text: file.slice(match[0].length).trim() }
}

function parseReference(file: string | undefined): readonly string[] | undefined {
  return file
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
