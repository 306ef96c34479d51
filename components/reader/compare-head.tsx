'use client'

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { corpusChrf } from '@/lib/language/chrf'
import { curlQuotes } from '@/lib/language/normalize'
import type { ModelId } from '@/lib/translation/translator'
import { useServices, type ShelvedModel } from '../services-context'
import type { ReaderSentence } from './reader-sentence'
import type { Comparison } from './use-comparison'

type Props = {
  readonly pair: Comparison
  readonly shelved: readonly ShelvedModel[]
  readonly sentences: readonly ReaderSentence[]
  readonly onChange: (pair: Comparison) => void
  readonly onModels: () => void
}

/** Heads of the two columns that are compared: what each is, and how near it comes to the reference. */
export function CompareHead({ pair, shelved, sentences, onChange, onModels }: Props) {
  const { t } = useTranslation('reader')
  const column = (model: ModelId, label: string, change: (model: ModelId) => Comparison) => (
    <CompareColumn
      model={model}
      label={label}
      shelved={shelved}
      sentences={sentences}
      onModels={onModels}
      onChange={(next) => onChange(change(next))}
    />
  )
  return (
    <section className="compare-head mb-6" aria-label={t('compareHeading')}>
      <p className="text-quiet max-w-[44ch] text-[0.8125rem]">
        {t('compareLegend')} <span>{t('compareChrfExplain')}</span>
      </p>
      {column(pair[0], t('compareLeft'), (model) => [model, pair[1]])}
      {column(pair[1], t('compareRight'), (model) => [pair[0], model])}
    </section>
  )
}

type ColumnProps = Omit<Props, 'pair' | 'onChange'> & {
  readonly model: ModelId
  readonly label: string
  readonly onChange: (model: ModelId) => void
}

function CompareColumn({ model, label, shelved, sentences, onChange, onModels }: ColumnProps) {
  const { t } = useTranslation(['reader', 'model'])
  const { isKept } = shelved.find((one) => one.model.id === model) ?? { isKept: true }
  return (
    <div className="border-hairline border-b pb-2">
      <span className="chip -ms-2.5 font-medium">
        <select
          aria-label={label}
          className="select"
          value={model}
          onChange={(event) => onChange(event.target.value)}
        >
          {shelved.map((one) => (
            <option key={one.model.id} value={one.model.id}>
              {t(`model:name.${one.model.label as 'builtIn'}`)}
            </option>
          ))}
        </select>
      </span>
      {isKept ? (
        <Score model={model} sentences={sentences} />
      ) : (
        <p className="text-quiet text-[0.8125rem]">
          {t('compareNeedsModel')}{' '}
          <button type="button" className="button-text" onClick={onModels}>
            {t('compareOpenModels')}
          </button>
        </p>
      )}
    </div>
  )
}

type ScoreProps = { readonly model: ModelId; readonly sentences: readonly ReaderSentence[] }

/** chrF over the sentences that are finished, as they are shown; nothing for the reference itself or where there is none. */
function Score({ model, sentences }: ScoreProps) {
  const { t, i18n } = useTranslation('reader')
  const { translations } = useServices()
  const measured = useMemo(() => sentences.filter(({ reference }) => reference !== undefined), [sentences])
  // A string, so that the score is only taken again when another sentence is finished.
  const texts = useStore(translations, () =>
    measured.map(({ key }) => finished(translations.translation(model, key))).join('\n'),
  )
  const pairs = useMemo(() => {
    const english = texts.split('\n')
    return measured
      .map(({ reference = '' }, index) => [english[index] ?? '', reference] as const)
      .filter(([text]) => text !== '')
  }, [texts, measured])
  const score = useMemo(
    () =>
      corpusChrf(
        pairs.map(([text]) => text),
        pairs.map(([, reference]) => reference),
      ),
    [pairs],
  )
  if (model === 'reference' || pairs.length === 0) return <p className="text-[0.8125rem]">{'\u00a0'}</p>
  const format = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const values = { score: format.format(score), done: pairs.length, total: measured.length }
  return (
    <p className="text-quiet tabular text-[0.8125rem]" data-testid={`chrf-${model}`}>
      {pairs.length === measured.length ? t('compareChrf', values) : t('compareChrfPartial', values)}
    </p>
  )
}

const finished = (translation: { readonly status: string; readonly text: string } | undefined) =>
  translation?.status === 'done' ? curlQuotes(translation.text).replaceAll('\n', ' ') : ''
