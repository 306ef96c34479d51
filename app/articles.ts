import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { cache } from 'react'
import { loadArticle, type ReadText } from '@/lib/content/load-article'
import type { Article } from '@/lib/language/article'

const folder = path.join(process.cwd(), 'content', 'articles')

/** The article that the library begins with; the others follow from the easiest to the hardest. */
const lead = 'lavrov-wonsan'

const read: ReadText = async (name) => {
  try {
    return await readFile(path.join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

export const getArticle = cache((slug: string): Promise<Article> => loadArticle(slug, read))

export const getArticles = cache(async (): Promise<readonly Article[]> => {
  const names = await readdir(folder)
  const slugs = names.filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'))
  const articles = await Promise.all(slugs.map((name) => getArticle(name.replace(/\.md$/, ''))))
  const rank = (article: Article) => (article.slug === lead ? '' : `${article.level ?? 'D'} ${article.date}`)
  return articles.sort((a, b) => rank(a).localeCompare(rank(b)))
})
