'use client'

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '@/lib/study/card'
import { createQueue, dayOf, paceOf, startOfDay } from '@/lib/study/queue'
import type { Queue } from '@/lib/study/queue'
import { ReviewSession } from './review-session'
import { StudyStart } from './study-start'
import { useStudy, useVocabulary } from './study-services'
import { useToday } from './use-today'

/** A warm-up before an article takes two minutes. */
const warmUpMinutes = 2

type Props = {
  /** Only words saved from this article: the warm-up deck. */
  readonly article: string | undefined
}

/** Today's reviews: what waits, then the session, then what it came to. */
export function StudyPage({ article }: Props) {
  const { t } = useTranslation('study')
  const { clock, offset } = useStudy()
  const { ready, kept, vocabulary, settings, scheduler } = useVocabulary()
  const today = useToday()
  const [session, setSession] = useState<{ cards: readonly Card[]; at: number } | null>(null)
  if (!ready || !today) return <p className="review text-quiet">{t('loading')}</p>
  if (session) {
    const end = () => {
      setSession(null)
      today.refresh()
    }
    return <ReviewSession key={session.at} cards={session.cards} startedAt={session.at} onEnd={end} />
  }
  const deck = article ? [...vocabulary.all()].filter((card) => isFrom(card, article)) : vocabulary.all()
  const minutes = article ? warmUpMinutes : settings.minutes
  const queue: Queue = createQueue(deck, {
    settings: { ...settings, minutes, ...(article ? { newPerDay: Number.MAX_SAFE_INTEGER } : {}) },
    scheduler,
    today,
    seed: dayOf(today.now, offset()),
    pace: paceOf(today.took),
  })
  return (
    <StudyStart
      queue={queue}
      article={article}
      isEmpty={vocabulary.size === 0}
      isKept={kept}
      nextDue={nextDue(vocabulary.all(), startOfDay(dayOf(today.now, offset()) + 1, offset()))}
      now={today.now}
      onStart={() => setSession({ cards: queue.cards, at: clock() })}
    />
  )
}

const isFrom = (card: Card, article: string): boolean =>
  card.contexts.some((context) => context.article === article)

/** When the next word comes up after today, if one does. */
function nextDue(cards: Iterable<Card>, after: number): number | null {
  let next: number | null = null
  for (const { mark, suspended, memory } of cards) {
    if (mark !== 'study' || suspended || memory.due < after) continue
    if (next === null || memory.due < next) next = memory.due
  }
  return next
}
