import type { Metadata } from 'next'
import { ProgressPage } from '@/components/progress/progress-page'
import { localeOf, translate, type LocaleParams } from '../../translate'

type Props = { readonly params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translate(await localeOf(params), 'study')
  return { title: t('progressTitle') }
}

export default async function Page({ params }: Props) {
  const t = translate(await localeOf(params), 'study')
  return (
    <div className="page words-page">
      <h1 className="font-serif text-4xl font-normal">{t('progressTitle')}</h1>
      <ProgressPage />
    </div>
  )
}
