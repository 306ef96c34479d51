'use client'

import { useTranslation } from 'react-i18next'
import type { Model } from '@/lib/translation/models'
import { useServices } from '../services-context'

type Props = { readonly model: Model | undefined; readonly speed: number | undefined }

/** Requests of this page to hosts other than its own, from the browser's own record. */
function foreignRequests(): number {
  const entries = performance.getEntriesByType('resource')
  return entries.filter(
    ({ name }) => /^https?:/.test(name) && new URL(name).origin !== window.location.origin,
  ).length
}

/** For the curious and for bug reports; folded until asked for. */
export function Diagnostics({ model, speed }: Props) {
  const { t, i18n } = useTranslation('model')
  const { threads, shelf, translations } = useServices()
  // The worker's requests are not in the page's record; it asks the hub for the files of models that were agreed to.
  const asked = shelf.all.filter(
    (model) => model.kind === 'engine' && model.hub && translations.engine(model.id).status !== 'idle',
  )
  const requests =
    foreignRequests() + asked.flatMap((model) => (model.kind === 'engine' ? model.files : [])).length
  const rows: readonly (readonly [string, string])[] = [
    // Our own kernel computes on one.
    [t('diagThreads'), String(model?.kind === 'engine' && model.runsOn === 'library' ? threads() : 1)],
    [t('diagIsolation'), globalThis.crossOriginIsolated ? t('yes') : t('no')],
    [
      t('diagSpeed'),
      speed === undefined
        ? t('diagWaiting')
        : t('diagSpeedValue', {
            speed: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 }).format(speed),
          }),
    ],
    [t('diagRequests'), requests === 0 ? t('diagRequestsNone') : t('diagRequestsSome', { count: requests })],
  ]
  return (
    <details className="border-hairline border-t pt-4">
      <summary className="text-quiet w-fit rounded text-sm">{t('diagnostics')}</summary>
      <dl className="tabular mt-2 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-[0.8125rem]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
