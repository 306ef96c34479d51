'use client'

import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { intervalOf } from '@/lib/study/interval'

/** A span of milliseconds in words: “10 min”, “3 days”. */
export function useInterval(): (milliseconds: number) => string {
  const { t } = useTranslation('study')
  return useCallback(
    (milliseconds) => {
      const { unit, count } = intervalOf(milliseconds)
      switch (unit) {
        case 'minute':
          return t('minutes', { count })
        case 'hour':
          return t('hours', { count })
        case 'day':
          return t('days', { count })
        case 'month':
          return t('months', { count })
        case 'year':
          return t('years', { count })
      }
    },
    [t],
  )
}
