import type { Metadata } from 'next'
import { Dictionaries } from '@/components/dictionary/dictionaries'
import { DictionarySearch } from '@/components/dictionary/dictionary-search'
import { getDictionary } from '../../lexicon'
import { localeOf, translate, type LocaleParams } from '../../translate'

type Props = {
  readonly params: LocaleParams
  readonly searchParams: Promise<{ readonly q?: string | readonly string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translate(await localeOf(params), 'dictionary')('title') }
}

/** The dictionary's own page: search, which works without scripts too, and the dictionaries that the reader has added. */
export default async function Page({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const t = translate(locale, 'dictionary')
  const { q } = await searchParams
  const query = typeof q === 'string' ? q.slice(0, 80) : ''
  const hits = query === '' ? undefined : (await getDictionary()).search(query)
  return (
    <div className="page">
      <div className="dictionary">
        <header>
          <h1 className="font-serif text-4xl font-normal">{t('title')}</h1>
          <p className="text-quiet mt-2">{t('intro')}</p>
        </header>
        <DictionarySearch locale={locale} query={query} {...(hits ? { hits } : {})} />
        <Dictionaries />
      </div>
    </div>
  )
}
