'use client'

import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useWordServices } from './word-services'

type Props = {
  readonly lemma: string
  /** Open from the start where the dictionary has nothing to say. */
  readonly isOpen: boolean
}

/** The reader's own meaning of a word: kept on this device, shown wherever the word is. */
export function OwnGloss({ lemma, isOpen }: Props) {
  const { t } = useTranslation('card')
  const { glosses } = useWordServices()
  const own = useStore(glosses, (state) => state.glosses.get(lemma.toLowerCase()))
  const [isEditing, setIsEditing] = useState(isOpen && own === undefined)
  if (isEditing) return <OwnGlossForm lemma={lemma} own={own ?? ''} onDone={() => setIsEditing(false)} />
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      {own === undefined ? null : (
        <p>
          <span className="text-quiet text-[0.8125rem]">{t('ownGloss')}: </span>
          <strong>{own}</strong>
        </p>
      )}
      <button type="button" className="button-text text-[0.8125rem]" onClick={() => setIsEditing(true)}>
        {own === undefined ? t('ownGlossAdd') : t('ownGlossEdit')}
      </button>
    </div>
  )
}

type FormProps = { readonly lemma: string; readonly own: string; readonly onDone: () => void }

function OwnGlossForm({ lemma, own, onDone }: FormProps) {
  const { t } = useTranslation('card')
  const { glosses } = useWordServices()
  const [text, setText] = useState(own)
  const field = useId()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void glosses.keep(lemma, text)
    onDone()
  }
  return (
    <form onSubmit={keep} className="grid gap-1.5">
      <label htmlFor={field} className="text-quiet text-[0.8125rem]">
        {t('ownGlossFor', { word: lemma })}
      </label>
      <span className="flex gap-2">
        <input
          id={field}
          className="field !py-1.5"
          value={text}
          maxLength={200}
          placeholder={t('ownGlossPlaceholder')}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button">
          {t('ownGlossKeep')}
        </button>
      </span>
    </form>
  )
}
