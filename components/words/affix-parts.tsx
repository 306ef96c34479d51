'use client'

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AffixLabel, SoundChange } from '@/lib/language/affix'
import type { Analysis } from '@/lib/language/analyze'

type Props = {
  readonly analysis: Analysis
  /** What the root means; empty when nobody knows. */
  readonly rootGloss: string
}

type Part = {
  readonly label: AffixLabel
  readonly isBefore: boolean
  readonly change?: SoundChange | undefined
}

const partsOf = ({ affixes, steps }: Analysis): readonly Part[] =>
  affixes.map(({ label, kind }) => ({
    label,
    isBefore: label.endsWith('-') || kind === 'circumfix',
    change: steps.find(({ affix }) => affix.label === label)?.change,
  }))

/** How the affix is written in grammars; repetition has a sign of its own. */
const shown = (label: AffixLabel): string => (label.startsWith('R') ? '×2' : label)

/**
 * A word taken apart in the order it is read: affixes before, root, affixes after, and the sound changes in words. Each
 * part is a button that tells what it does.
 */
export function AffixParts({ analysis, rootGloss }: Props) {
  const { t } = useTranslation('card')
  const [open, setOpen] = useState<number>()
  const explanation = useId()
  const parts = partsOf(analysis)
  const rootAt = parts.filter(({ isBefore }) => isBefore).length
  const buttons = [
    ...parts.slice(0, rootAt).map((part) => ({ text: shown(part.label), part })),
    { text: analysis.root, part: undefined },
    ...parts.slice(rootAt).map((part) => ({ text: shown(part.label), part })),
  ]
  const chosen = open === undefined ? undefined : buttons[open]
  return (
    <div>
      <div className="word-parts" role="group" aria-label={t('parts')} lang="id">
        {buttons.map(({ text, part }, at) => (
          <span key={`${at} ${text}`} className="word-part">
            {at > 0 ? <span aria-hidden="true">+</span> : null}
            <button
              type="button"
              className={part ? undefined : 'word-part-root'}
              aria-expanded={open === at}
              aria-controls={explanation}
              onClick={() => setOpen(open === at ? undefined : at)}
            >
              {text}
            </button>
          </span>
        ))}
      </div>
      <div id={explanation} className="text-quiet text-[0.8125rem]">
        {chosen ? (
          <p className="word-function">
            {chosen.part ? (
              <PartFunction part={chosen.part} />
            ) : (
              <RootLine root={analysis.root} gloss={rootGloss} />
            )}
          </p>
        ) : null}
        {parts.map(({ label, change }) => (change ? <Change key={label} change={change} /> : null))}
      </div>
    </div>
  )
}

function PartFunction({ part }: { readonly part: Part }) {
  const { t } = useTranslation('card')
  return (
    <>
      <strong lang="id">{shown(part.label)}</strong> {t(`function ${part.label}`)}
    </>
  )
}

function RootLine({ root, gloss }: { readonly root: string; readonly gloss: string }) {
  const { t } = useTranslation('card')
  return (
    <>
      <strong lang="id">{root}</strong> {t('root')}
      {gloss === '' ? null : (
        <>
          {': '}
          <span lang="en">{gloss}</span>
        </>
      )}
    </>
  )
}

function Change({ change }: { readonly change: SoundChange }) {
  const { t } = useTranslation('card')
  const { kind, form, letter } = change
  return <p>{t(`change ${kind}`, { form, letter })}</p>
}
