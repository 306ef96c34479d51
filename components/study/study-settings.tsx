'use client'

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cardKinds } from '@/lib/study/card'
import type { CardKind } from '@/lib/study/card'
import { leechActions } from '@/lib/study/leech'
import { useStudy, useVocabularyState } from './study-services'

/** Daily limits, length of a session, wished retention and kinds of cards. */
export function StudySettingsForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('study')
  const { vocabulary } = useStudy()
  const { settings } = useVocabularyState()
  const [draft, setDraft] = useState(settings)
  const kindNames: Record<CardKind, string> = {
    recognise: t('kindRecognise'),
    cloze: t('kindCloze'),
    listen: t('kindListen'),
    reverse: t('kindReverse'),
    'take-apart': t('kindTakeApart'),
  }
  const toggle = (kind: CardKind, on: boolean) =>
    setDraft({
      ...draft,
      kinds: cardKinds.filter((other) => (other === kind ? on : draft.kinds.includes(other))),
    })
  return (
    <form
      className="card-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void vocabulary.setSettings({ ...draft, kinds: draft.kinds.length > 0 ? draft.kinds : ['recognise'] })
        onDone()
      }}
    >
      <NumberField
        label={t('settingMinutes')}
        value={draft.minutes}
        min={1}
        max={120}
        onChange={(minutes) => setDraft({ ...draft, minutes })}
      />
      <NumberField
        label={t('settingNew')}
        value={draft.newPerDay}
        min={0}
        max={200}
        onChange={(newPerDay) => setDraft({ ...draft, newPerDay })}
      />
      <NumberField
        label={t('settingReviews')}
        value={draft.reviewsPerDay}
        min={0}
        max={2000}
        onChange={(reviewsPerDay) => setDraft({ ...draft, reviewsPerDay })}
      />
      <NumberField
        label={t('settingRetention')}
        hint={t('settingRetentionHint')}
        value={Math.round(draft.retention * 100)}
        min={70}
        max={98}
        onChange={(percent) => setDraft({ ...draft, retention: percent / 100 })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">{t('settingKinds')}</legend>
        {cardKinds.map((kind) => (
          <label key={kind} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={draft.kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
            {kindNames[kind]}
          </label>
        ))}
      </fieldset>
      <NumberField
        label={t('settingLeech')}
        hint={t('settingLeechHint')}
        value={draft.leechAt}
        min={0}
        max={99}
        onChange={(leechAt) => setDraft({ ...draft, leechAt })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">{t('settingLeechAction')}</legend>
        {leechActions.map((action) => (
          <label key={action} className="flex items-center gap-2">
            <input
              type="radio"
              name="leech"
              checked={draft.leechAction === action}
              onChange={() => setDraft({ ...draft, leechAction: action })}
            />
            {action === 'suspend' ? t('leechSuspend') : t('leechOnlyMark')}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button button-main">
        {t('save')}
      </button>
    </form>
  )
}

type NumberProps = {
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

function NumberField({ label, hint, value, min, max, onChange }: NumberProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="number"
        inputMode="numeric"
        required
        min={min}
        max={max}
        defaultValue={value}
        aria-describedby={hint ? `${id}hint` : undefined}
        onChange={(event) => {
          const number = event.target.valueAsNumber
          if (number >= min && number <= max) onChange(Math.round(number))
        }}
      />
      {hint ? (
        <p id={`${id}hint`} className="text-quiet mt-1 text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
