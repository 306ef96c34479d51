'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'

type Props = { readonly error: Error; readonly reset: () => void }

export default function ErrorPage({ reset }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <div className="page py-20 sm:py-28" role="alert">
      <h1 className="library-title">{t('errorTitle')}</h1>
      <p className="text-quiet mt-4 mb-8 max-w-[52ch] text-lg">{t('errorText')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-main" onClick={reset}>
          {t('retry')}
        </button>
        <Link href={`/${i18n.language}`} className="button">
          {t('backToLibrary')}
        </Link>
      </div>
    </div>
  )
}
