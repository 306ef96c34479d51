'use client'

import { useTranslation } from 'react-i18next'
import type { EngineState } from '@/lib/translation/engine-state'

type Downloading = Extract<EngineState, { status: 'downloading' }>

type Props = { readonly state: Downloading; readonly label: string; readonly isSlim?: boolean }

const million = 1_000_000

/** One bar over all files of a model, with megabytes, speed and time left in words. */
export function DownloadProgress({ state, label, isSlim = false }: Props) {
  const { t, i18n } = useTranslation('model')
  const share = state.total > 0 ? state.loaded / state.total : 0
  const format = (bytes: number, digits = 0) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(bytes / million)
  const amount = t('progress', { loaded: format(state.loaded, 1), total: format(state.total, 1) })
  const parts = [
    amount,
    ...(state.speed > 0 ? [t('speed', { speed: format(state.speed, 1) })] : []),
    ...(state.secondsLeft === undefined ? [] : [timeLeft(state.secondsLeft)]),
  ]
  function timeLeft(seconds: number): string {
    if (seconds < 90) return t('secondsLeft', { count: Math.max(1, Math.round(seconds)) })
    return t('minutesLeft', { count: Math.round(seconds / 60) })
  }
  return (
    <div className={isSlim ? 'w-28' : 'mt-3'}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={amount}
        className="meter"
      >
        <span style={{ transform: `scaleX(${share})` }} />
      </div>
      {isSlim ? null : <p className="text-quiet tabular mt-1.5 text-[0.8125rem]">{parts.join(' · ')}</p>}
    </div>
  )
}
