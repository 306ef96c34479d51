'use client'

import { createContext, use } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import { initialReaderState, readerReducer, type ReaderEvent, type ReaderState } from './reader-state'
import type { Sight } from './sight'

export type ReaderStore = StoreApi<ReaderState> & { readonly dispatch: (event: ReaderEvent) => void }

/** Rows subscribe to a store and not to a parent's state, so that lighting one of 5,000 sentences renders two rows. */
export function createReaderStore(): ReaderStore {
  const store = createStore<ReaderState>(() => initialReaderState)
  return Object.assign(store, {
    dispatch: (event: ReaderEvent) => store.setState((state) => readerReducer(state, event)),
  })
}

export type ReaderContextValue = { readonly reader: ReaderStore; readonly sight: Sight }

export const ReaderContext = createContext<ReaderContextValue | undefined>(undefined)

export function useReader(): ReaderContextValue {
  const value = use(ReaderContext)
  if (!value) throw new Error('useReader needs a ReaderContext above it')
  return value
}

export function useReaderState<T>(select: (state: ReaderState) => T): T {
  return useStore(useReader().reader, select)
}
