'use client'

import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardPatch } from '@/lib/storage/vocabulary-actions'
import type { Card } from '@/lib/study/card'

type Props = {
  readonly card: Card
  readonly onSave: (patch: CardPatch) => void
  readonly onCancel: () => void
}

/** The fields of a card that a learner may write. */
export function CardEditor({ card, onSave, onCancel }: Props) {
  const { t } = useTranslation('study')
  const [gloss, setGloss] = useState(card.gloss)
  const [note, setNote] = useState(card.note ?? '')
  const [root, setRoot] = useState(card.root)
  const id = useId()
  return (
    <form
      className="card-editor"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ gloss, note, root })
      }}
    >
      <p className="font-serif text-2xl" lang="id">
        {card.form}
      </p>
      <label htmlFor={`${id}gloss`}>{t('fieldGloss')}</label>
      <input
        id={`${id}gloss`}
        className="field"
        value={gloss}
        maxLength={300}
        onChange={(event) => setGloss(event.target.value)}
      />
      <label htmlFor={`${id}note`}>{t('fieldNote')}</label>
      <textarea
        id={`${id}note`}
        className="field"
        rows={3}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      <label htmlFor={`${id}root`}>{t('fieldRoot')}</label>
      <input
        id={`${id}root`}
        className="field"
        lang="id"
        value={root}
        maxLength={80}
        onChange={(event) => setRoot(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="button button-main">
          {t('save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
