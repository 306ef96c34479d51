'use client'

import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '@/lib/storage/exchange'

/** Why a file was not taken, in words. Each says that nothing was changed, or what to do instead. */
export function useRefusal(): (refusal: Refusal) => string {
  const { t } = useTranslation('study')
  return useCallback(
    ({ reason, where }) => {
      const messages: Record<Refusal['reason'], string> = {
        large: t('refusedLarge'),
        empty: t('refusedEmpty'),
        truncated: t('refusedTruncated'),
        foreign: t('refusedForeign'),
        newer: t('refusedNewer'),
        invalid: t('refusedInvalid', { where }),
        columns: t('refusedColumns', { found: where }),
        'anki-new': t('refusedAnkiNew'),
        storage: t('refusedStorage', { where }),
      }
      return messages[reason]
    },
    [t],
  )
}
