import type { Metadata } from 'next'
import { Suspense } from 'react'
import { StudyRoute } from '@/components/study/study-route'
import { localeOf, translate, type LocaleParams } from '../../translate'

type Props = { readonly params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translate(await localeOf(params), 'study')
  return { title: t('title') }
}

export default function Page() {
  return (
    <div className="page study-page">
      <Suspense>
        <StudyRoute />
      </Suspense>
    </div>
  )
}
