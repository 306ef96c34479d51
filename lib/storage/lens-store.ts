import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReadingStorage, Settings } from './storage'

/** How the text shows its words while reading. `glosses` is the band from which words get a gloss between the lines; 0 for none. */
export type Lenses = {
  readonly marks: boolean
  readonly roots: boolean
  readonly passives: boolean
  readonly unknown: boolean
  readonly glosses: number
  /** Milliseconds that the pointer must rest on a word before its card opens. */
  readonly delay: number
}

export const delays = { least: 200, most: 1000, step: 100 } as const

export const defaultLenses: Lenses = {
  marks: true,
  roots: false,
  passives: false,
  unknown: false,
  glosses: 0,
  delay: 300,
}

/** The lenses chosen, in memory and written through to the settings, which a backup holds. */
export type LensStore = StoreApi<Lenses> & {
  choose(change: Partial<Lenses>): void
  restore(): Promise<void>
}

const read = (settings: Settings): Partial<Lenses> => {
  const kept = settings.lenses
  if (typeof kept !== 'object' || kept === null) return {}
  const given = kept as Readonly<Record<string, unknown>>
  const flags = (['marks', 'roots', 'passives', 'unknown'] as const).flatMap((name) => {
    const value = given[name]
    return typeof value === 'boolean' ? [[name, value] as const] : []
  })
  const { glosses, delay } = given
  return {
    ...Object.fromEntries(flags),
    ...(typeof glosses === 'number' && [0, 2, 3, 4, 5].includes(glosses) ? { glosses } : {}),
    ...(typeof delay === 'number' && delay >= delays.least && delay <= delays.most ? { delay } : {}),
  }
}

export function createLensStore(storage: Pick<ReadingStorage, 'settings' | 'keepSettings'>): LensStore {
  const store = createStore<Lenses>(() => defaultLenses)
  return {
    ...store,
    choose(change) {
      store.setState(change)
      void storage.keepSettings({ lenses: store.getState() })
    },
    async restore() {
      store.setState(read(await storage.settings()))
    },
  }
}
