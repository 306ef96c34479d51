'use client'

import { useTranslation } from 'react-i18next'
import type { Card } from '@/lib/study/card'
import type { LeechAction } from '@/lib/study/leech'

type Props = {
  /** The word that was just forgotten once too often, as it is now. */
  readonly card: Card
  readonly outcome: LeechAction
  readonly onEdit: () => void
  readonly onSuspend: () => void
  readonly onBringBack: () => void
}

/** Says what became of a word that keeps being forgotten, and offers what helps. */
export function LeechNotice({ card, outcome, onEdit, onSuspend, onBringBack }: Props) {
  const { t } = useTranslation('study')
  const count = card.memory.lapses
  const isAside = outcome === 'suspend' && card.suspended
  return (
    <div className="leech-notice">
      <p>
        <b lang="id">{card.form}</b> {isAside ? t('leechSuspended', { count }) : t('leechMarked', { count })}{' '}
        {t('leechAdvice')}
      </p>
      <div className="flex flex-wrap justify-center gap-3">
        <button type="button" className="button" onClick={onEdit}>
          {t('leechEdit')}
        </button>
        {card.suspended ? (
          <button type="button" className="button" onClick={onBringBack}>
            {t('bringBack')}
          </button>
        ) : (
          <button type="button" className="button" onClick={onSuspend}>
            {t('suspend')}
          </button>
        )}
      </div>
    </div>
  )
}
