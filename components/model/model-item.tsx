'use client'

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineModel } from '@/lib/translation/models'
import { useServices } from '../services-context'
import { Icon } from '../ui/icon'
import { DownloadProgress } from './download-progress'
import { Failure } from './failure'
import type { ModelEntry } from './model-entry'
import { useModelName } from './use-model-name'

type Props = {
  readonly entry: ModelEntry
  /** The model that the text stays with until this one is there. */
  readonly currentName: string
  readonly onUse: () => void
  readonly onDownload: () => void
  readonly onCancel: () => void
}

/** One model: what it is, whether it is read, and the way to it. Nothing is downloaded before it was asked about. */
export function ModelItem({ entry, currentName, onUse, onDownload, onCancel }: Props) {
  const { t } = useTranslation(['model', 'common'])
  const { name, about } = useModelName(entry.model)
  const [isAsking, setIsAsking] = useState(false)
  const { model, state, isCurrent } = entry
  const isBusy = state.status === 'downloading' || state.status === 'compiling'
  return (
    <li className="border-hairline border-t py-4" data-model={model.id} data-status={state.status}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="font-medium">{name}</h3>
          <p className="text-quiet text-sm">{about}</p>
          {model.kind === 'engine' ? <Terms model={model} /> : null}
        </div>
        {isBusy || isAsking ? null : (
          <Choice entry={entry} name={name} onUse={onUse} onAsk={() => setIsAsking(true)} />
        )}
      </div>
      {isAsking && model.kind === 'engine' ? (
        <Question
          model={model}
          name={name}
          onYes={() => {
            setIsAsking(false)
            onDownload()
          }}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
      {state.status === 'downloading' ? (
        <>
          <DownloadProgress state={state} label={name} />
          <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
            <p className="text-quiet text-[0.8125rem]">
              {isCurrent ? '' : t('keepsWith', { name: currentName })}
            </p>
            <button type="button" className="button-text" onClick={onCancel}>
              {t('common:cancel')}
            </button>
          </div>
        </>
      ) : null}
      {state.status === 'compiling' ? <p className="text-quiet mt-2 text-sm">{t('compiling')}</p> : null}
      {state.status === 'failed' ? <Failure error={state.error} onRetry={onDownload} /> : null}
    </li>
  )
}

function Terms({ model }: { readonly model: EngineModel }) {
  const { t } = useTranslation('model')
  return (
    <p className="text-quiet tabular mt-0.5 text-[0.8125rem]">
      {t('size', { size: model.megabytes })}
      {' · '}
      <a href={model.licenceUrl} rel="noreferrer">
        {t('licence', { licence: model.licence })}
      </a>
    </p>
  )
}

type ChoiceProps = {
  readonly entry: ModelEntry
  readonly name: string
  readonly onUse: () => void
  readonly onAsk: () => void
}

/** The one thing to do with a model: it is in use, can be used, or must be asked for first. */
function Choice({ entry, name, onUse, onAsk }: ChoiceProps) {
  const { t } = useTranslation('model')
  const { model, isCurrent, isKept, state } = entry
  if (isCurrent && state.status !== 'failed') {
    return (
      <span className="text-accent inline-flex shrink-0 items-center gap-1.5 text-sm font-medium">
        <Icon name="check" size={16} />
        {t('inUse')}
      </span>
    )
  }
  const isThere = model.kind !== 'engine' || !model.hub || isKept
  const label = isThere ? t('use') : t('download', { size: model.megabytes })
  return (
    <button
      type="button"
      className="button tabular shrink-0"
      aria-label={`${label} ${name}`}
      onClick={isThere ? onUse : onAsk}
    >
      {label}
    </button>
  )
}

type QuestionProps = {
  readonly model: EngineModel
  readonly name: string
  readonly onYes: () => void
  readonly onNo: () => void
}

function Question({ model, name, onYes, onNo }: QuestionProps) {
  const { t } = useTranslation(['model', 'common'])
  const { shelf } = useServices()
  const question = t('confirmQuestion', { name })
  return (
    <div role="group" aria-label={question} className="bg-paper border-hairline mt-3 rounded-md border p-4">
      <p className="font-medium">{question}</p>
      <p className="text-quiet mt-1 text-sm">
        {t('confirmText', { size: model.megabytes, host: new URL(shelf.hub()).host })}
      </p>
      {model.licence.includes('-NC-') ? (
        <p className="mt-1 text-sm">{t('confirmLicence', { licence: model.licence })}</p>
      ) : null}
      <div className="mt-3 flex gap-2">
        <button type="button" className="button button-main" onClick={onYes}>
          {t('confirmStart')}
        </button>
        <button type="button" className="button" onClick={onNo}>
          {t('common:cancel')}
        </button>
      </div>
    </div>
  )
}
