'use client'

import { useTranslation } from 'react-i18next'
import { wordFilters } from '@/lib/study/word-list'
import type { WordFilter, WordListView } from '@/lib/study/word-list'

type View = Omit<WordListView, 'leechAt'>
type Props = { readonly view: View; readonly onChange: (view: View) => void }

export function WordFilters({ view, onChange }: Props) {
  const { t } = useTranslation('study')
  const names: Record<WordFilter, string> = {
    all: t('filterAll'),
    waiting: t('statusWaiting'),
    learning: t('statusLearning'),
    learned: t('statusLearned'),
    known: t('statusKnown'),
    ignored: t('statusIgnored'),
    suspended: t('statusSuspended'),
    leech: t('filterLeech'),
  }
  return (
    <div className="flex flex-wrap items-end gap-4" role="search">
      <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
        <span className="text-sm">{t('search')}</span>
        <input
          type="search"
          className="field"
          value={view.search}
          maxLength={100}
          onChange={(event) => onChange({ ...view, search: event.target.value })}
        />
      </label>
      <label className="flex flex-col gap-1">
        <span className="text-sm">{t('show')}</span>
        <select
          className="field"
          value={view.filter}
          onChange={(event) => {
            const filter = wordFilters.find((name) => name === event.target.value)
            if (filter) onChange({ ...view, filter })
          }}
        >
          {wordFilters.map((name) => (
            <option key={name} value={name}>
              {names[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
