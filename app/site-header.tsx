'use client'

import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { SiteHeader } from '@/components/layout/site-header'
import { ThemeSelect } from '@/components/layout/theme-select'
import { localeCookie, locales, switchLocale, type Locale } from '@/lib/i18n/locales'

const languages = [...locales]
  .reverse()
  .map((locale) => ({ locale, href: (path: string) => switchLocale(path, locale) }))

const remember = (locale: string) => {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`
}

type Props = { readonly locale: Locale }

export function Header({ locale }: Props) {
  const { t } = useTranslation()
  const { t: study } = useTranslation('study')
  const { t: dictionary } = useTranslation('dictionary')
  const home = `/${locale}`
  const links = [
    { href: home, label: t('navLibrary') },
    { href: `${home}/study`, label: t('navStudy') },
    { href: `${home}/words`, label: t('navWords') },
    { href: `${home}/dictionary`, label: dictionary('title') },
    { href: `${home}/progress`, label: study('progressTitle') },
  ]
  return (
    <SiteHeader home={home} links={links}>
      <LanguageSwitch languages={languages} remember={remember} />
      <ThemeSelect />
    </SiteHeader>
  )
}
