'use client'

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageTag } from '../ui/language-tag'
import type { RowTexts } from './word-row'

/** The texts and formats of the table's rows in the language of the interface. */
export function useRowTexts(): RowTexts {
  const { t, i18n } = useTranslation('study')
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(languageTag(i18n.language), { dateStyle: 'medium' })
    return {
      locale: i18n.language,
      statuses: {
        waiting: t('statusWaiting'),
        learning: t('statusLearning'),
        learned: t('statusLearned'),
        known: t('statusKnown'),
        new: t('statusNew'),
        ignored: t('statusIgnored'),
        suspended: t('statusSuspended'),
      },
      leech: t('filterLeech'),
      edit: t('edit'),
      date: (at) => format.format(at),
      choose: (word) => t('choose', { word }),
      editWord: (word) => t('editWord', { word }),
    }
  }, [t, i18n])
}
