'use client'

import { useMemo } from 'react'
import { familiarity } from '@/lib/study/familiarity'
import { nextBest } from '@/lib/study/readiness'
import { useVocabulary } from '../study/study-services'

/** A lemma of an article, its root, and how often it stands there. */
export type CountedWord = readonly [lemma: string, root: string, count: number]

export type Readiness = {
  /** Share of running words known, by slug. */
  readonly shares: ReadonlyMap<string, number>
  /** The article to read next; undefined as long as nothing is known of the learner. */
  readonly next: string | undefined
}

/** How ready the learner is for each article. `read` says how far one was read, 0..1. */
export function useReadiness(
  words: Readonly<Record<string, readonly CountedWord[]>>,
  read: (slug: string) => number,
): Readiness {
  const { ready, vocabulary } = useVocabulary()
  const shares = useMemo(() => {
    if (!ready || vocabulary.size === 0) return new Map<string, number>()
    return new Map(
      Object.entries(words).map(([slug, counted]) => {
        let [known, total] = [0, 0]
        for (const [lemma, root, count] of counted) {
          const { state } = familiarity(vocabulary, { lemma, root })
          if (state === 'ignored') continue
          total += count
          if (state === 'known') known += count
        }
        return [slug, total === 0 ? 1 : known / total] as const
      }),
    )
  }, [words, ready, vocabulary])
  const next = nextBest([...shares].map(([slug, share]) => ({ slug, share, read: read(slug) })))?.slug
  return { shares, next }
}
