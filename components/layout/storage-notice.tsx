'use client'

import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Durability } from '@/lib/storage/storage'
import { useServices } from '../services-context'
import { Icon } from '../ui/icon'

const kept: Durability = { kept: true }

/** One line that says what is not kept and why, only when that is so. */
export function StorageNotice() {
  const { t } = useTranslation()
  const { storage } = useServices()
  const durability = useSyncExternalStore(storage.onDurability, storage.durability, () => kept)
  const texts = { refused: t('storageRefused'), full: t('storageFull'), blocked: t('storageBlocked') }
  return (
    <div role="status" className="storage-notice">
      {durability.kept ? null : (
        <div className="bg-raised border-hairline border-b">
          <p className="page text-quiet flex items-start gap-2.5 py-2.5 text-sm">
            <Icon name="note" />
            <span>{texts[durability.reason]}</span>
          </p>
        </div>
      )}
    </div>
  )
}
