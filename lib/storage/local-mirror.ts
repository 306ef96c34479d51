import type { Mirror } from './preference-store'
import { isTheme, isViewMode } from './storage'

export const mirrorKeys = { mode: 'sejajar-view', theme: 'sejajar-theme' } as const

/** The copy in localStorage. Where the browser refuses it, the page starts in the default look and nothing else is lost. */
export function createLocalMirror(storage: () => Storage): Mirror {
  return {
    read() {
      try {
        const mode = storage().getItem(mirrorKeys.mode)
        const theme = storage().getItem(mirrorKeys.theme)
        return { ...(isViewMode(mode) ? { mode } : {}), ...(isTheme(theme) ? { theme } : {}) }
      } catch {
        return {}
      }
    },
    write({ mode, theme }) {
      try {
        storage().setItem(mirrorKeys.mode, mode)
        storage().setItem(mirrorKeys.theme, theme)
      } catch {
        // Refused storage is told to the reader once, by the reading storage.
      }
    },
  }
}
