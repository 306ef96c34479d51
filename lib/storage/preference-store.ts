import { createStore, type StoreApi } from 'zustand/vanilla'
import { isTheme, isViewMode, type ReadingStorage, type Settings, type Theme, type ViewMode } from './storage'

export type Preferences = {
  readonly mode: ViewMode
  readonly theme: Theme
  readonly model: string
  /** False until what was kept has been read: a caller that would act on a preference waits for it. */
  readonly known: boolean
}

export type PreferenceStore = StoreApi<Preferences> & {
  /** Changes some preferences and keeps them. */
  choose(change: Partial<Omit<Preferences, 'known'>>): void
  /** Reads what was kept; once, when the page has started. */
  restore(): Promise<void>
}

/** Where a copy of view and theme lies for the boot script, which must know them before the first paint. */
export interface Mirror {
  read(): Partial<Pick<Preferences, 'mode' | 'theme'>>
  write(preferences: Preferences): void
}

/**
 * What the reader has chosen, in memory and written through. The mirror is read first, since it is there at once; the
 * storage is the truth, and is what a backup holds.
 */
export function createPreferenceStore(
  storage: ReadingStorage,
  mirror: Mirror,
  model: string,
): PreferenceStore {
  const store = createStore<Preferences>(() => ({ mode: 'side', theme: 'system', model, known: false }))
  // What was chosen before the storage had answered counts more than what it answers.
  let chosen: Partial<Preferences> = {}
  return Object.assign(store, {
    choose(change: Partial<Omit<Preferences, 'known'>>) {
      chosen = { ...chosen, ...change }
      store.setState(change)
      mirror.write(store.getState())
      void storage.keepSettings(change)
    },
    async restore() {
      store.setState({ ...mirror.read(), ...chosen })
      store.setState({ ...fromSettings(await storage.settings()), ...chosen, known: true })
      mirror.write(store.getState())
    },
  })
}

/** Only what is well-formed: settings may come from an older or newer version, or from a backup. */
function fromSettings(settings: Settings): Partial<Preferences> {
  return {
    ...(isViewMode(settings.mode) ? { mode: settings.mode } : {}),
    ...(isTheme(settings.theme) ? { theme: settings.theme } : {}),
    ...(typeof settings.model === 'string' ? { model: settings.model } : {}),
  }
}
