'use client'

import { useTranslation } from 'react-i18next'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import type { Card, Mark } from '@/lib/study/card'
import { useStudy } from '../study/study-services'

type Props = {
  readonly cards: readonly Card[]
  readonly onDone: (text: string, undo: Undo) => void
  readonly onClear: () => void
}

/** What can be done with all chosen words at once; each of it can be undone. */
export function BulkBar({ cards, onDone, onClear }: Props) {
  const { t } = useTranslation('study')
  const { actions } = useStudy()
  const count = cards.length
  if (count === 0) return null
  const lemmas = cards.map(({ lemma }) => lemma)
  const finish = (undo: Undo) => {
    onDone(t('bulkDone', { count }), undo)
    onClear()
  }
  const mark = (to: Mark) =>
    finish(
      actions.mark(
        cards.map(({ lemma, root, form }) => ({ lemma, root, form })),
        to,
      ),
    )
  const areAside = cards.every(({ suspended }) => suspended)
  return (
    <div role="toolbar" aria-label={t('bulkLabel')} className="bulk-bar">
      <span className="tabular">{t('chosen', { count })}</span>
      <button type="button" className="button" onClick={() => mark('study')}>
        {t('bulkStudy')}
      </button>
      <button type="button" className="button" onClick={() => mark('known')}>
        {t('bulkKnown')}
      </button>
      <button type="button" className="button" onClick={() => mark('ignored')}>
        {t('bulkIgnore')}
      </button>
      <button type="button" className="button" onClick={() => finish(actions.suspend(lemmas, !areAside))}>
        {areAside ? t('bringBack') : t('suspend')}
      </button>
      <button type="button" className="button" onClick={() => finish(actions.remove(lemmas))}>
        {t('bulkRemove')}
      </button>
      <button type="button" className="button-text" onClick={onClear}>
        {t('chooseNone')}
      </button>
    </div>
  )
}
