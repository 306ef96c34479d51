'use client'

import { useCallback, useMemo } from 'react'
import type { ModelId } from '@/lib/translation/translator'
import type { ShelvedModel } from '../services-context'
import { replaceQuery, useQueryValue } from './use-view-mode'

export type Comparison = readonly [first: ModelId, second: ModelId]

type Result = {
  /** The two that are compared; undefined when none are. */
  readonly pair: Comparison | undefined
  readonly toggle: () => void
  readonly choose: (pair: Comparison) => void
}

/** Which two translations are compared, from the address: `?compare=sejajar,reference`. */
export function useComparison(current: ModelId | undefined, shelved: readonly ShelvedModel[]): Result {
  const value = useQueryValue('compare')
  const pair = useMemo((): Comparison | undefined => {
    const [first, second] = value?.split(',') ?? []
    const isKnown = (id: string | undefined) => shelved.some(({ model }) => model.id === id)
    return first && second && isKnown(first) && isKnown(second) ? [first, second] : undefined
  }, [value, shelved])
  const choose = useCallback(
    ([first, second]: Comparison) => replaceQuery({ compare: `${first},${second}` }),
    [],
  )
  const toggle = useCallback(() => {
    if (value) return replaceQuery({ compare: undefined })
    const first = current === 'reference' ? 'sejajar' : (current ?? 'sejajar')
    const hasReference = shelved.some(({ model }) => model.kind === 'reference')
    const other = shelved.find(({ model, isKept }) => isKept && model.id !== first)
    choose([first, hasReference ? 'reference' : (other?.model.id ?? 'opus-mt')])
  }, [value, current, shelved, choose])
  return { pair, toggle, choose }
}
