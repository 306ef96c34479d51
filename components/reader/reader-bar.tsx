'use client'

import { useTranslation } from 'react-i18next'
import type { ViewMode } from '@/lib/storage/storage'
import type { EngineState } from '@/lib/translation/engine-state'
import { DownloadProgress } from '../model/download-progress'
import { Icon } from '../ui/icon'
import { LensButton } from '../words/lens-button'
import { useHideOnScroll } from './use-hide-on-scroll'
import { ViewSelect } from './view-select'

type Props = {
  readonly modelName: string
  readonly engine: EngineState
  readonly done: number
  readonly total: number
  readonly mode: ViewMode
  readonly isComparing: boolean
  readonly onMode: (mode: ViewMode) => void
  readonly onModels: () => void
  readonly onCompare: () => void
  readonly onKeys: () => void
}

/** What the reader can change, in one quiet line; what the machine is doing, in half a line. */
export function ReaderBar(props: Props) {
  const { t } = useTranslation('reader')
  const { t: tModel } = useTranslation('model')
  const hidden = useHideOnScroll()
  return (
    <div className="reader-bar" role="region" aria-label={t('toolbar')} data-hidden={hidden || undefined}>
      <div className="page flex min-h-12 items-center gap-x-1 py-1 text-sm">
        <button
          type="button"
          className="chip -ms-2.5 shrink-0"
          aria-haspopup="dialog"
          aria-label={tModel('button', { name: props.modelName })}
          onClick={props.onModels}
        >
          <span className="select max-w-28 truncate sm:max-w-44">{props.modelName}</span>
        </button>
        <BarStatus engine={props.engine} done={props.done} total={props.total} name={props.modelName} />
        <div className="ms-auto -me-2.5 flex min-w-0 items-center sm:shrink-0 sm:gap-x-1">
          {props.isComparing ? null : <ViewSelect mode={props.mode} onChange={props.onMode} />}
          <LensButton />
          <button type="button" className="chip" aria-pressed={props.isComparing} onClick={props.onCompare}>
            <Icon name="compare" size={16} />
            <span className="max-sm:sr-only">{t(props.isComparing ? 'compareClose' : 'compare')}</span>
          </button>
          <button type="button" className="chip max-sm:hidden" aria-haspopup="dialog" onClick={props.onKeys}>
            <Icon name="keyboard" size={16} />
            <span className="sr-only">{t('keys')}</span>
          </button>
        </div>
      </div>
      {props.done < props.total && props.engine.status === 'ready' ? (
        <span className="reader-bar-progress" style={{ transform: `scaleX(${props.done / props.total})` }} />
      ) : null}
    </div>
  )
}

type StatusProps = Pick<Props, 'engine' | 'done' | 'total'> & { readonly name: string }

/** The count changes with every sentence and is not read out; beginning and end are. */
function BarStatus({ engine, done, total, name }: StatusProps) {
  const { t } = useTranslation('reader')
  const isComplete = total > 0 && done === total
  const isWorking = !isComplete && engine.status === 'ready'
  return (
    <>
      <p
        className="text-quiet tabular flex min-w-0 items-center gap-3 text-[0.8125rem] max-sm:hidden"
        aria-hidden="true"
        data-testid="status"
      >
        <span className="truncate">{statusText()}</span>
        {engine.status === 'downloading' ? <DownloadProgress state={engine} label={name} isSlim /> : null}
      </p>
      <span role="status" className="sr-only">
        {isComplete ? t('announceDone') : isWorking ? t('announceStarted') : ''}
      </span>
    </>
  )
  function statusText(): string {
    if (total === 0) return ''
    if (isComplete) return t('statusDone', { total })
    if (engine.status === 'failed') return t('statusFailed')
    if (engine.status === 'ready') return t('statusTranslating', { done, total })
    if (engine.status === 'idle') return ''
    return t('statusOpening')
  }
}
