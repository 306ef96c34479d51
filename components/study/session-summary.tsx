'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '@/lib/study/card'
import { isLeech } from '@/lib/study/leech'
import type { SessionSummary } from '@/lib/study/session'
import { useVocabularyState } from './study-services'
import { useInterval } from './use-interval'

type Props = {
  readonly summary: SessionSummary
  readonly canUndo: boolean
  readonly onUndo: () => void
  readonly onEnd: () => void
}

/** What a session came to, with its hard words named. */
export function SessionSummaryView({ summary, canUndo, onUndo, onEnd }: Props) {
  const { t, i18n } = useTranslation('study')
  const { settings, vocabulary } = useVocabularyState()
  const interval = useInterval()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const leeches = summary.forgotten.filter((card) => isLeech(card, settings))
  const setAside = summary.setAside.filter(({ lemma }) => vocabulary.card(lemma)?.suspended)
  const facts = [
    t('summaryWords', { count: summary.words }),
    t('summaryRight', { right: summary.right, answers: summary.answers }),
    interval(summary.took),
  ]
  return (
    <section className="review summary">
      <h1 ref={heading} tabIndex={-1} className="font-serif text-3xl font-normal outline-none">
        {t('summaryTitle')}
      </h1>
      {summary.answers > 0 ? <p className="text-quiet tabular">{facts.join(' · ')}</p> : null}
      <WordsOf title={t('summaryLearned')} cards={summary.learned} />
      <WordsOf title={t('summaryForgotten')} cards={summary.forgotten} />
      {leeches.length > 0 ? (
        <>
          <WordsOf title={t('summaryLeeches')} cards={leeches} />
          <WordsOf title={t('summarySuspended')} cards={setAside} />
          <p className="text-quiet">{t('leechAdvice')}</p>
        </>
      ) : null}
      <div className="flex flex-wrap justify-center gap-3">
        <button type="button" className="button button-main" onClick={onEnd}>
          {t('done')}
        </button>
        <button type="button" className="button" aria-keyshortcuts="u" disabled={!canUndo} onClick={onUndo}>
          {t('undo')}
        </button>
        <Link href={`/${i18n.language}/progress`} className="button">
          {t('seeProgress')}
        </Link>
      </div>
    </section>
  )
}

function WordsOf({ title, cards }: { readonly title: string; readonly cards: readonly Card[] }) {
  if (cards.length === 0) return null
  return (
    <div>
      <h2 className="text-sm">{title}</h2>
      <p lang="id" className="font-serif text-lg">
        {cards.map(({ form }) => form).join(', ')}
      </p>
    </div>
  )
}
