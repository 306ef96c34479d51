'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Review } from '@/lib/study/history'
import {
  forecast,
  knownPerDay,
  retentionPerWeek,
  retentionSince,
  reviewsPerDay,
  rootCoverage,
  streak,
} from '@/lib/study/statistics'
import { useStudy, useVocabulary } from '../study/study-services'

type Read = {
  readonly reviews: readonly Review[]
  readonly roots: readonly string[]
  readonly now: number
  readonly offset: number
}

/** How far back each chart looks. */
export const periods = { knownDays: 90, heatDays: 182, weeks: 12, forecastDays: 30 } as const

/** All numbers of the progress page; null until the history has been read. */
export function useStatistics() {
  const { vocabulary: store, clock, offset, commonRoots } = useStudy()
  const { ready, vocabulary, scheduler, settings } = useVocabulary()
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    let current = true
    void readAll(store, commonRoots).then((found) => {
      if (current) setRead({ ...found, now: clock(), offset: offset() })
    })
    return () => {
      current = false
    }
  }, [store, clock, offset, commonRoots])
  return useMemo(() => {
    if (!read || !ready) return null
    const { reviews, roots, now, offset: zone } = read
    const perDay = reviewsPerDay(reviews, now, zone, periods.heatDays)
    return {
      hasHistory: reviews.length > 0 || vocabulary.size > 0,
      now,
      target: settings.retention,
      perDay,
      streak: streak(perDay),
      known: knownPerDay(vocabulary.all(), reviews, scheduler, {
        now,
        offset: zone,
        days: periods.knownDays,
      }),
      retention: retentionSince(reviews, now - 30 * 86_400_000, zone),
      weeks: retentionPerWeek(reviews, now, zone, periods.weeks),
      forecast: forecast(vocabulary.all(), now, zone, periods.forecastDays),
      roots: roots.length === 0 ? [] : rootCoverage(roots, vocabulary),
    }
  }, [read, ready, vocabulary, scheduler, settings])
}

async function readAll(
  store: ReturnType<typeof useStudy>['vocabulary'],
  commonRoots: () => Promise<readonly string[]>,
): Promise<Pick<Read, 'reviews' | 'roots'>> {
  await store.settled()
  const [reviews, roots] = await Promise.all([
    store.storage.reviewsSince(0).catch(() => []),
    commonRoots().catch(() => []),
  ])
  return { reviews, roots }
}

export type Statistics = NonNullable<ReturnType<typeof useStatistics>>
