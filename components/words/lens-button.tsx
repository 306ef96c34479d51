'use client'

import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Icon } from '../ui/icon'
import { Sheet } from '../ui/sheet'
import { useWordServices } from './word-services'

/** The button for the reader's bar, and the lenses behind it. */
export function LensButton() {
  const { t } = useTranslation('card')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="chip" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="lens" size={16} />
        <span className="max-sm:sr-only">{t('lenses')}</span>
      </button>
      <Sheet open={isOpen} title={t('lensesTitle')} onClose={() => setIsOpen(false)}>
        <LensSettings />
      </Sheet>
    </>
  )
}

const bands = [2, 3, 4, 5] as const
const delays = [200, 300, 400, 500, 600, 700, 800, 900, 1000]

/** What the text shows of its words; everything is remembered on this device. */
export function LensSettings() {
  const { t } = useTranslation('card')
  const { lenses } = useWordServices()
  const { marks, roots, passives, unknown, glosses, delay } = useStore(lenses)
  return (
    <div className="grid gap-4">
      <p className="text-quiet">{t('lensesNote')}</p>
      <Toggle label={t('lensMarks')} isOn={marks} onChange={(on) => lenses.choose({ marks: on })} />
      <Toggle
        label={t('lensRoots')}
        note={t('lensRootsNote')}
        isOn={roots}
        onChange={(on) => lenses.choose({ roots: on })}
      />
      <Toggle
        label={t('lensPassives')}
        note={t('lensPassivesNote')}
        isOn={passives}
        onChange={(on) => lenses.choose({ passives: on })}
      />
      <Toggle
        label={t('lensUnknown')}
        note={t('lensUnknownNote')}
        isOn={unknown}
        onChange={(on) => lenses.choose({ unknown: on })}
      />
      <Choice label={t('lensGlosses')} note={t('lensGlossesNote')}>
        <select
          className="field !w-auto"
          value={glosses}
          onChange={(event) => lenses.choose({ glosses: Number(event.target.value) })}
        >
          <option value={0}>{t('lensGlossesOff')}</option>
          {bands.map((band) => (
            <option key={band} value={band}>
              {t(`band ${band}`)}
            </option>
          ))}
        </select>
      </Choice>
      <Choice label={t('hoverDelay')}>
        <select
          className="field !w-auto"
          value={delay}
          onChange={(event) => lenses.choose({ delay: Number(event.target.value) })}
        >
          {delays.map((ms) => (
            <option key={ms} value={ms}>
              {t('hoverDelayValue', { ms })}
            </option>
          ))}
        </select>
      </Choice>
    </div>
  )
}

type ToggleProps = {
  readonly label: string
  readonly note?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function Toggle({ label, note, isOn, onChange }: ToggleProps) {
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        className="mt-1 size-4 accent-[var(--accent)]"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note ? <span className="text-quiet block text-[0.8125rem]">{note}</span> : null}
      </span>
    </label>
  )
}

type ChoiceProps = { readonly label: string; readonly note?: string; readonly children: ReactNode }

function Choice({ label, note, children }: ChoiceProps) {
  return (
    <label className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span className="max-w-72">
        {label}
        {note ? <span className="text-quiet block text-[0.8125rem]">{note}</span> : null}
      </span>
      {children}
    </label>
  )
}
