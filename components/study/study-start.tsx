'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Queue } from '@/lib/study/queue'
import { Sheet } from '../ui/sheet'
import { StudySettingsForm } from './study-settings'
import { useInterval } from './use-interval'

type Props = {
  readonly queue: Queue
  readonly article: string | undefined
  readonly isEmpty: boolean
  readonly isKept: boolean
  readonly nextDue: number | null
  readonly now: number
  readonly onStart: () => void
}

/** What waits today in one line, and one button. */
export function StudyStart(props: Props) {
  const { queue, article, isEmpty, isKept, onStart } = props
  const { t, i18n } = useTranslation('study')
  const [areSettingsOpen, setSettingsOpen] = useState(false)
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.focus({ preventScroll: true }), [])
  const hasCards = queue.cards.length > 0
  return (
    <section className="review study-start">
      <h1 className="font-serif text-4xl font-normal">{article ? t('warmUpTitle') : t('title')}</h1>
      {isKept ? null : <p role="status">{t('notKept')}</p>}
      {hasCards ? <Counts queue={queue} /> : <Nothing {...props} />}
      <div className="flex flex-wrap justify-center gap-3">
        {hasCards ? (
          <button ref={start} type="button" className="button button-main" onClick={onStart}>
            {t('begin', { count: queue.minutes })}
          </button>
        ) : null}
        {article && !hasCards ? (
          <Link
            href={`/${i18n.language}/articles/${encodeURIComponent(article)}`}
            className="button button-main"
          >
            {t('toArticle')}
          </Link>
        ) : null}
        {isEmpty ? (
          <Link href={`/${i18n.language}`} className="button button-main">
            {t('toLibrary')}
          </Link>
        ) : null}
        <button type="button" className="button" onClick={() => setSettingsOpen(true)}>
          {t('settings')}
        </button>
      </div>
      <Sheet open={areSettingsOpen} title={t('settingsTitle')} onClose={() => setSettingsOpen(false)}>
        <StudySettingsForm onDone={() => setSettingsOpen(false)} />
      </Sheet>
    </section>
  )
}

function Counts({ queue }: { readonly queue: Queue }) {
  const { t } = useTranslation('study')
  const parts = [
    queue.due > 0 ? t('countDue', { count: queue.due }) : '',
    queue.fresh > 0 ? t('countFresh', { count: queue.fresh }) : '',
  ]
  return (
    <>
      <p className="tabular text-lg">{parts.filter(Boolean).join(' · ')}</p>
      {queue.waiting > 0 ? <p className="text-quiet">{t('countWaiting', { count: queue.waiting })}</p> : null}
    </>
  )
}

function Nothing({ isEmpty, article, nextDue, now }: Props) {
  const { t } = useTranslation('study')
  const interval = useInterval()
  if (isEmpty) return <p className="text-quiet text-lg">{t('emptyVocabulary')}</p>
  if (article) return <p className="text-quiet text-lg">{t('warmUpEmpty')}</p>
  return (
    <p className="text-quiet text-lg">
      {t('nothingDue')} {nextDue === null ? null : t('nextDue', { interval: interval(nextDue - now) })}
    </p>
  )
}
