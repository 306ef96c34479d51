'use client'

import { useTranslation } from 'react-i18next'
import type { EngineFailure } from '@/lib/translation/engine-state'

type Props = { readonly error: EngineFailure; readonly onRetry: () => void }

/** What failed, in words, and the way on. */
export function Failure({ error, onRetry }: Props) {
  const { t } = useTranslation(['model', 'common'])
  const file = error.file?.split('/').at(-1) ?? ''
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <p className="text-warning">{t(`failed.${error.kind}`, { file, message: error.message })}</p>
      <button type="button" className="button-text" onClick={onRetry}>
        {error.kind === 'cut' ? t('resume') : t('common:retry')}
      </button>
    </div>
  )
}
