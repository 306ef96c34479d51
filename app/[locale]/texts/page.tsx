import type { Metadata } from 'next'
import { OwnReader } from '@/components/reader/own-reader'
import { localeOf, translate, type LocaleParams } from '../../translate'

type Props = { readonly params: LocaleParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translate(await localeOf(params), 'reader')
  return { title: t('ownSource'), robots: { index: false } }
}

export default function Page() {
  return <OwnReader />
}
