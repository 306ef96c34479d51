'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../services-context'

const none = (): undefined => undefined

/** Keeps the app for a journey without a network, and says so once everything is here; says nothing before. */
export function OfflineLine() {
  const { t } = useTranslation()
  const { offline } = useServices()
  const bytes = useSyncExternalStore(offline.subscribe, offline.saved, none)
  useEffect(() => offline.start(), [offline])
  return (
    <p role="status" data-testid="offline-line" className="empty:hidden">
      {bytes === undefined ? null : t('offlineSaved', { megabytes: Math.ceil(bytes / 1e6) })}
    </p>
  )
}
