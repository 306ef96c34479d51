import type { Metadata } from 'next'
import { WordsPage } from '@/components/words-table/words-page'
import { localeOf, translate, type LocaleParams } from '../../translate'

type Props = { readonly params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translate(await localeOf(params), 'study')
  return { title: t('wordsTitle') }
}

export default async function Page({ params }: Props) {
  const t = translate(await localeOf(params), 'study')
  return (
    <div className="page words-page">
      <header>
        <h1 className="font-serif text-4xl font-normal">{t('wordsTitle')}</h1>
        <p className="text-quiet mt-2">{t('wordsIntro')}</p>
      </header>
      <WordsPage />
    </div>
  )
}
