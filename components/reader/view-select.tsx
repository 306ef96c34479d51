'use client'

import { useTranslation } from 'react-i18next'
import { viewModes, type ViewMode } from '@/lib/storage/storage'

type Props = { readonly mode: ViewMode; readonly onChange: (mode: ViewMode) => void }

export function ViewSelect({ mode, onChange }: Props) {
  const { t } = useTranslation('reader')
  const names = {
    side: t('viewSide'),
    stacked: t('viewStacked'),
    request: t('viewRequest'),
    blur: t('viewBlur'),
  }
  return (
    <span className="chip">
      <select
        aria-label={t('viewLabel')}
        className="select"
        value={mode}
        onChange={(event) => onChange(event.target.value as ViewMode)}
      >
        {viewModes.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </span>
  )
}
