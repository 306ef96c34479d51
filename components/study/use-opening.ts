'use client'

import { useEffect, useMemo, useState } from 'react'
import { todayOf, type Opening } from '@/lib/study/opening'
import { createQueue, dayOf, paceOf, startOfDay, type Queue } from '@/lib/study/queue'
import { useStudy, useVocabulary, useVocabularyState } from './study-services'

/** What there is to do today. */
export type Start = {
  readonly queue: Queue
  readonly isEmpty: boolean
  readonly nextDue: number | null
  readonly now: number
}

type Read = { readonly opening: Opening; readonly now: number; readonly offset: number }

/** Read again with each change of words or settings, also one made in another tab; null until it is there. */
function useRead(): Read | null {
  const { vocabulary: store, clock, offset } = useStudy()
  const { vocabulary } = useVocabularyState()
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    let current = true
    const [now, zone] = [clock(), offset()]
    const today = dayOf(now, zone)
    const day = { dayStart: startOfDay(today, zone), dayEnd: startOfDay(today + 1, zone) }
    void store.openSession(day).then((opening) => {
      if (current) setRead({ opening, now, offset: zone })
    })
    return () => {
      current = false
    }
  }, [store, vocabulary, clock, offset])
  return read
}

/** Today's session: the due words and the day's share of new ones. */
export function useDailyStart(): Start | null {
  const read = useRead()
  const { settings, scheduler } = useVocabularyState()
  return useMemo(() => {
    if (!read) return null
    const { opening, now, offset } = read
    const today = dayOf(now, offset)
    const queue = createQueue([...opening.due, ...opening.fresh], {
      settings,
      scheduler,
      today: todayOf(opening, now, offset, startOfDay(today, offset)),
      seed: today,
      pace: paceOf(opening.answers.slice(-200).map(({ took }) => took)),
    })
    return { queue, isEmpty: opening.isEmpty, nextDue: opening.nextDue, now }
  }, [read, settings, scheduler])
}

/** A warm-up before an article takes two minutes. */
const warmUpMinutes = 2

/** The words saved from an article, with no limit to new ones; it takes all words to find them. */
export function useWarmUpStart(article: string): Start | null {
  const read = useRead()
  const { ready, vocabulary, settings, scheduler } = useVocabulary()
  return useMemo(() => {
    if (!read || !ready) return null
    const { opening, now, offset } = read
    const today = dayOf(now, offset)
    const deck = [...vocabulary.all()].filter(({ contexts }) =>
      contexts.some((context) => context.article === article),
    )
    const queue = createQueue(deck, {
      settings: { ...settings, minutes: warmUpMinutes, newPerDay: Number.MAX_SAFE_INTEGER },
      scheduler,
      today: todayOf(opening, now, offset, startOfDay(today, offset)),
      seed: today,
      pace: paceOf(opening.answers.slice(-200).map(({ took }) => took)),
    })
    return { queue, isEmpty: opening.isEmpty, nextDue: opening.nextDue, now }
  }, [read, ready, vocabulary, settings, scheduler, article])
}
