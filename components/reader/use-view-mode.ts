'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { isViewMode, type ViewMode } from '@/lib/storage/storage'
import { useServices } from '../services-context'

/** `replaceState` tells nobody, so the readers of the query are told by an event of our own. */
const queryChanged = 'sejajar:query'

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener)
  window.addEventListener(queryChanged, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(queryChanged, listener)
  }
}

/** One value of the address' query; undefined on the server, so that the page can be prerendered. */
export function useQueryValue(name: string): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name) ?? undefined,
    () => undefined,
  )
}

/** Changes values of the query in place: same page, same place in it, no entry in the history. */
export function replaceQuery(change: Readonly<Record<string, string | undefined>>) {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  window.history.replaceState(window.history.state, '', url)
  window.dispatchEvent(new Event(queryChanged))
}

/**
 * The view: the one in the address, else the one chosen last. Choosing puts it into both. What was chosen earlier is
 * also written into the address, so that a copied link opens the same view elsewhere.
 */
export function useViewMode(): readonly [ViewMode, (mode: ViewMode) => void] {
  const { preferences } = useServices()
  const inAddress = useQueryValue('view')
  const kept = useStore(preferences, (state) => state.mode)
  const known = useStore(preferences, (state) => state.known)
  const mode = isViewMode(inAddress) ? inAddress : kept
  useEffect(() => {
    if (known && !isViewMode(inAddress) && kept !== 'side') replaceQuery({ view: kept })
  }, [known, inAddress, kept])
  useEffect(() => {
    // The boot script set this before the first paint; from here on it follows the state.
    if (known || isViewMode(inAddress)) document.documentElement.dataset.view = mode
  }, [mode, known, inAddress])
  const choose = useCallback(
    (next: ViewMode) => {
      preferences.choose({ mode: next })
      replaceQuery({ view: next })
    },
    [preferences],
  )
  return [mode, choose]
}
