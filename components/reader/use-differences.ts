'use client'

import { useMemo } from 'react'
import type { Span } from '@/lib/language/span'
import { diffWords } from '@/lib/language/word-diff'

type English = { readonly status: string; readonly text: string }

const none: readonly Span[] = []

/** The words of a translation that the other column's does not have; none while either is still being written. */
export function useDifferences(
  own: English | undefined,
  other: English | undefined,
  side: 'first' | 'second',
): readonly Span[] {
  const [first, second] = side === 'first' ? [own, other] : [other, own]
  return useMemo(() => {
    if (first?.status !== 'done' || second?.status !== 'done') return none
    return diffWords(first.text, second.text)[side]
  }, [first, second, side])
}
