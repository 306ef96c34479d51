'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'

export default function NotFound() {
  const { t, i18n } = useTranslation()
  return (
    <div className="page py-20 sm:py-28">
      <h1 className="library-title">{t('notFoundTitle')}</h1>
      <p className="text-quiet mt-4 mb-8 max-w-[52ch] text-lg">{t('notFoundText')}</p>
      <Link href={`/${i18n.language}`} className="button button-main">
        {t('backToLibrary')}
      </Link>
    </div>
  )
}
