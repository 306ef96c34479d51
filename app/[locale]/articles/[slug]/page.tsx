import type { Metadata } from 'next'
import { Reader } from '@/components/reader/reader'
import { summarize } from '@/lib/content/summary'
import { getArticle, getArticles } from '../../../articles'
import type { LocaleParams } from '../../../translate'

type Props = { readonly params: LocaleParams & Promise<{ readonly slug: string }> }

/** Only the articles of `content/`; any other address is not found. */
export const dynamicParams = false

export async function generateStaticParams() {
  return (await getArticles()).map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const article = await getArticle(slug)
  return {
    title: article.title,
    description: summarize(article).lead,
    alternates: { languages: { en: `/en/articles/${slug}`, id: `/id/articles/${slug}` } },
  }
}

export default async function Page({ params }: Props) {
  const { slug } = await params
  const article = await getArticle(slug)
  return <Reader article={article} minutes={summarize(article).minutes} />
}
