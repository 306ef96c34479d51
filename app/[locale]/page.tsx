import type { Metadata } from 'next'
import { LibraryPage } from '@/components/library/library-page'
import { summarize } from '@/lib/content/summary'
import { getArticleWords } from '../article-words'
import { getArticles } from '../articles'
import { localeOf, translate, type LocaleParams } from '../translate'

type Props = { readonly params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  return { alternates: { canonical: `/${locale}`, languages: { en: '/en', id: '/id' } } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const t = translate(locale, 'library')
  const articles = (await getArticles()).map(summarize)
  return (
    <div className="page library">
      <header>
        <h1 className="library-title">{t('headline')}</h1>
        <p className="text-quiet mt-5 max-w-[52ch] text-base text-pretty sm:text-lg">{t('intro')}</p>
      </header>
      <LibraryPage articles={articles} words={await getArticleWords()} locale={locale} />
    </div>
  )
}
