'use client'

import { useTranslation } from 'react-i18next'
import type { ReadingProgress } from '@/lib/storage/storage'

type Props = { readonly progress: ReadingProgress | undefined }

/** How much is read, as a thin line; its place is kept free, so the list does not move when the storage answers. */
export function ProgressLine({ progress }: Props) {
  const { t } = useTranslation('library')
  if (!progress || progress.sentences === 0) return <div className="mt-3 h-1" />
  const share = Math.min(1, (progress.furthest + 1) / progress.sentences)
  const percent = Math.round(share * 100)
  const label = share === 1 ? t('finished') : t('progressLabel', { percent })
  return (
    <div
      role="img"
      aria-label={label}
      title={label}
      className="meter mt-3 w-full max-w-40"
      data-percent={percent}
    >
      <span style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}
