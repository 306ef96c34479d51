'use client'

import { useTranslation } from 'react-i18next'
import { OfflineLine } from './offline-line'

export function SiteFooter() {
  const { t } = useTranslation()
  return (
    <footer className="site-footer border-hairline mt-auto border-t">
      <div className="page text-quiet flex flex-wrap justify-between gap-x-8 gap-y-1 py-6 text-[0.8125rem]">
        <p>{t('footerPrivacy')}</p>
        <OfflineLine />
        <p>{t('footerLicence')}</p>
      </div>
    </footer>
  )
}
