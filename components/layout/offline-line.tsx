'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../services-context'

/** Addresses under which a text is open, so that its translation is wanted. */
const isText = (path: string): boolean => /^\/\w+\/(articles|texts)(\/|$)/.test(path)

const none = (): undefined => undefined

/** Keeps the app for a journey without a network, and says so once everything is here; says nothing before. */
export function OfflineLine() {
  const { t } = useTranslation()
  const { offline } = useServices()
  const path = usePathname()
  const bytes = useSyncExternalStore(offline.subscribe, offline.saved, none)
  useEffect(() => offline.start(), [offline])
  useEffect(() => {
    if (isText(path)) offline.keepReading()
  }, [offline, path])
  return (
    <p role="status" data-testid="offline-line" className="empty:hidden">
      {bytes === undefined ? null : t('offlineSaved', { megabytes: Math.ceil(bytes / 1e6) })}
    </p>
  )
}
