'use client'

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incoming } from '@/lib/storage/exchange'
import type { ImportMode, ImportPreview } from '@/lib/storage/backup'
import { useStudy } from '../study/study-services'
import { Sheet } from '../ui/sheet'
import { useRefusal } from './use-refusal'

type Props = { readonly open: boolean; readonly onClose: () => void }

/** Bringing words in: choose a file, see what it would do, then do it. */
export function ImportDialog({ open, onClose }: Props) {
  const { t } = useTranslation('study')
  return (
    <Sheet open={open} title={t('importTitle')} onClose={onClose}>
      <ImportSteps onClose={onClose} />
    </Sheet>
  )
}

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'working' }
  | { readonly name: 'refused'; readonly message: string }
  | {
      readonly name: 'preview'
      readonly incoming: Incoming
      readonly mode: ImportMode
      readonly preview: ImportPreview
    }
  | { readonly name: 'done' }

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('study')
  const { exchange } = useStudy()
  const refusal = useRefusal()
  const [step, setStep] = useState<Step>({ name: 'choose' })
  const id = useId()
  const look = async (incoming: Incoming, mode: ImportMode) => {
    const outcome = await exchange.preview(incoming, mode)
    setStep(
      outcome.ok
        ? { name: 'preview', incoming, mode, preview: outcome.preview }
        : { name: 'refused', message: refusal(outcome) },
    )
  }
  const read = async (file: File) => {
    setStep({ name: 'working' })
    const outcome = await exchange.read(file, file.name)
    if (outcome.ok) await look(outcome.incoming, 'merge')
    else setStep({ name: 'refused', message: refusal(outcome) })
  }
  const apply = async (incoming: Incoming, mode: ImportMode) => {
    setStep({ name: 'working' })
    const outcome = await exchange.apply(incoming, mode)
    setStep(outcome.ok ? { name: 'done' } : { name: 'refused', message: refusal(outcome) })
  }
  return (
    <div className="flex flex-col gap-5">
      {step.name === 'done' ? null : (
        <div>
          <label htmlFor={id}>{t('importChoose')}</label>
          <input
            id={id}
            type="file"
            className="field"
            accept=".json,.apkg,.csv,.tsv,.txt"
            aria-describedby={`${id}about`}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void read(file)
            }}
          />
          <p id={`${id}about`} className="text-quiet mt-1 text-sm">
            {t('importAbout')}
          </p>
        </div>
      )}
      <div role="status">
        {step.name === 'working' ? t('working') : null}
        {step.name === 'refused' ? step.message : null}
        {step.name === 'done' ? t('imported') : null}
      </div>
      {step.name === 'preview' ? (
        <PreviewStep
          step={step}
          onMode={(mode) => void look(step.incoming, mode)}
          onApply={() => void apply(step.incoming, step.mode)}
        />
      ) : null}
      {step.name === 'done' ? (
        <button type="button" className="button button-main" onClick={onClose}>
          {t('done')}
        </button>
      ) : null}
    </div>
  )
}

type PreviewProps = {
  readonly step: Extract<Step, { name: 'preview' }>
  readonly onMode: (mode: ImportMode) => void
  readonly onApply: () => void
}

function PreviewStep({ step, onMode, onApply }: PreviewProps) {
  const { t } = useTranslation('study')
  const { incoming, mode, preview } = step
  const lines = [
    t('previewAdded', { count: preview.added }),
    preview.changed > 0 ? t('previewChanged', { count: preview.changed }) : '',
    preview.same > 0 ? t('previewSame', { count: preview.same }) : '',
    preview.missing === 0
      ? ''
      : mode === 'merge'
        ? t('previewKept', { count: preview.missing })
        : t('previewLost', { count: preview.missing }),
    preview.reviews > 0 ? t('previewReviews', { count: preview.reviews }) : '',
    preview.articles > 0 ? t('previewArticles', { count: preview.articles }) : '',
    incoming.duplicates > 0 ? t('previewDuplicates', { count: incoming.duplicates }) : '',
    incoming.skipped > 0 ? t('previewSkipped', { count: incoming.skipped }) : '',
  ]
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1">{t('importHow')}</legend>
        {(['merge', 'replace'] as const).map((choice) => (
          <label key={choice} className="flex items-start gap-2">
            <input type="radio" name="mode" checked={mode === choice} onChange={() => onMode(choice)} />
            <span>{choice === 'merge' ? t('importMerge') : t('importReplace')}</span>
          </label>
        ))}
      </fieldset>
      <ul className="tabular" aria-label={t('previewLabel')}>
        {lines.filter(Boolean).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" className="button button-main" onClick={onApply}>
        {mode === 'merge' ? t('importDo') : t('importDoReplace')}
      </button>
    </>
  )
}
