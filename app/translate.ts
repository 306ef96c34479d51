import { notFound } from 'next/navigation'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { messagesOf, type EnglishMessages } from '@/lib/i18n/resources'
import { createTranslation } from '@/lib/i18n/translation'

export type LocaleParams = Promise<{ readonly locale: string }>

/** The language of a page from its address; there is no page in any other language. */
export async function localeOf(params: LocaleParams): Promise<Locale> {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return locale
}

/** `t` of one namespace for a server component. */
export const translate = <N extends keyof EnglishMessages>(locale: Locale, namespace: N) =>
  createTranslation(locale, messagesOf(locale)).getFixedT(locale, namespace)
