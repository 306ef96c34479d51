import type { Article, Level } from '../language/article'

/** What the library shows of an article. */
export type ArticleSummary = {
  readonly slug: string
  readonly title: string
  readonly lead: string
  readonly source: string
  readonly date: string
  readonly level?: Level
  readonly minutes: number
  readonly sentences: number
  readonly fiction: boolean
}

/** Words a minute of a learner who reads with care; a native reader of news does about twice that. */
const wordsPerMinute = 110

/** The library's line about an article: its first sentence, and how long it takes a learner to read, at least a minute. */
export function summarize(article: Article): ArticleSummary {
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  const words = article.text.split(/\s+/).filter((word) => word !== '').length
  return {
    slug: article.slug,
    title: article.title,
    lead: sentences[0]?.text ?? '',
    source: article.source,
    date: article.date,
    ...(article.level ? { level: article.level } : {}),
    minutes: Math.max(1, Math.round(words / wordsPerMinute)),
    sentences: sentences.length,
    fiction: article.fiction ?? false,
  }
}
