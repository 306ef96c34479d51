'use client'

import { useCallback, useEffect, useState } from 'react'
import { dayOf, startOfDay } from '@/lib/study/queue'
import type { Today } from '@/lib/study/queue'
import { useStudy } from './study-services'

export type TodaySoFar = Today & { readonly took: readonly number[]; readonly refresh: () => void }

/** What was answered today, read from storage; null until it has answered. */
export function useToday(): TodaySoFar | null {
  const { vocabulary, clock, offset } = useStudy()
  const [today, setToday] = useState<Omit<TodaySoFar, 'refresh'> | null>(null)
  const [round, setRound] = useState(0)
  const refresh = useCallback(() => setRound((count) => count + 1), [])
  useEffect(() => {
    let current = true
    void readToday(vocabulary, clock(), offset()).then((read) => {
      if (current) setToday(read)
    })
    return () => {
      current = false
    }
  }, [vocabulary, clock, offset, round])
  return today && { ...today, refresh }
}

async function readToday(
  vocabulary: ReturnType<typeof useStudy>['vocabulary'],
  now: number,
  offset: number,
): Promise<Omit<TodaySoFar, 'refresh'>> {
  await vocabulary.settled()
  const start = startOfDay(dayOf(now, offset), offset)
  // Two weeks are enough to know how fast answers come.
  const reviews = await vocabulary.storage.reviewsSince(start - 14 * 86_400_000).catch(() => [])
  const given = reviews.filter(({ at }) => at >= start)
  const before = new Set(reviews.filter(({ at }) => at < start).map(({ lemma }) => lemma))
  const cardOf = vocabulary.getState().vocabulary.card
  const introduced = new Set(
    given
      .map(({ lemma }) => lemma)
      .filter((lemma) => !before.has(lemma) && isYoung(cardOf(lemma)?.memory.reps, given, lemma)),
  )
  return {
    now,
    offset,
    reviewed: new Set(given.map(({ lemma }) => lemma)).size - introduced.size,
    introduced: introduced.size,
    took: reviews.slice(-200).map(({ took }) => took),
  }
}

/** All answers a word ever had were given today. */
const isYoung = (
  reps: number | undefined,
  given: readonly { readonly lemma: string }[],
  lemma: string,
): boolean => reps !== undefined && reps <= given.filter((review) => review.lemma === lemma).length
