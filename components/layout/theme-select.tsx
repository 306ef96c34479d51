'use client'

import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { themes, type Theme } from '@/lib/storage/storage'
import { useServices } from '../services-context'
import { Icon } from '../ui/icon'

/** Follows the chosen theme on the root element. Waits until the choice is known: before that the boot script's stands. */
function useThemeOnRoot(theme: Theme, known: boolean) {
  useEffect(() => {
    if (!known) return
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  }, [theme, known])
}

export function ThemeSelect() {
  const { t } = useTranslation()
  const { preferences } = useServices()
  const { theme, known } = useStore(preferences)
  useThemeOnRoot(theme, known)
  const names = {
    system: t('themeSystem'),
    light: t('themeLight'),
    dark: t('themeDark'),
    sepia: t('themeSepia'),
    contrast: t('themeContrast'),
  }
  return (
    <span className="chip relative justify-center !px-2">
      <Icon name="sun" />
      {/* The select lies over its icon: native lists work with every keyboard, reader and phone. */}
      <select
        aria-label={t('themeLabel')}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        value={theme}
        onChange={(event) => preferences.choose({ theme: event.target.value as Theme })}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </span>
  )
}
