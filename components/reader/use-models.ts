'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ModelId } from '@/lib/translation/translator'
import { useServices, type ShelvedModel } from '../services-context'

export type ModelChoice = {
  /** The model that the text is shown in; undefined until it is known what was chosen and what is here. */
  readonly current: ModelId | undefined
  readonly shelved: readonly ShelvedModel[]
  readonly use: (model: ModelId) => void
  /** Loads a model, after the reader agreed; it becomes the current one when it is ready. */
  readonly download: (model: ModelId) => void
}

const fallback = 'sejajar'
const none: readonly ShelvedModel[] = []

/** Which models there are for this article and which one is read. A model that is not here falls back to the built-in one. */
export function useModels(hasReference: boolean): ModelChoice {
  const { preferences, shelf, translations } = useServices()
  const chosen = useStore(preferences, (state) => state.model)
  const known = useStore(preferences, (state) => state.known)
  const [shelved, setShelved] = useState<readonly ShelvedModel[]>()
  const [awaited, setAwaited] = useState<ModelId>()
  const refresh = useCallback(() => shelf.available().then(setShelved), [shelf])
  useEffect(() => {
    let current = true
    void shelf.available().then((available) => {
      if (current) setShelved(available)
    })
    return () => {
      current = false
    }
  }, [shelf])
  const awaitedStatus = useStore(translations, () =>
    awaited ? translations.engine(awaited).status : undefined,
  )
  useEffect(() => {
    if (awaited === undefined || awaitedStatus !== 'ready') return
    preferences.choose({ model: awaited })
    void refresh()
  }, [awaited, awaitedStatus, preferences, refresh])
  const usable = useMemo(
    () => shelved?.filter(({ model }) => model.kind !== 'reference' || hasReference),
    [shelved, hasReference],
  )
  const isHere = usable?.some(({ model, isKept }) => model.id === chosen && isKept)
  const use = useCallback(
    (model: ModelId) => {
      setAwaited(undefined)
      preferences.choose({ model })
    },
    [preferences],
  )
  const download = useCallback(
    (model: ModelId) => {
      setAwaited(model)
      translations.load(model)
    },
    [translations],
  )
  return {
    current: known && usable ? (isHere ? chosen : fallback) : undefined,
    shelved: usable ?? none,
    use,
    download,
  }
}
