import { isLocale, locales, type Locale } from './locales'

type Preference = { readonly tag: string; readonly weight: number }

/**
 * The interface language for a visitor whose address names none: the one chosen before (cookie), else the first
 * language of `Accept-Language` that we speak, by its weight; Malay readers get Indonesian. Otherwise English.
 */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const wanted = parsePreferences(acceptLanguage ?? '').map(({ tag }) => toLocale(tag))
  return wanted.find((locale) => locale !== undefined) ?? locales[0]
}

function parsePreferences(header: string): readonly Preference[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      const weight = quality ? Number.parseFloat(quality.trim().slice(2)) : 1
      return { tag: tag.trim(), weight: Number.isFinite(weight) ? weight : 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

function toLocale(tag: string): Locale | undefined {
  const language = tag.split('-')[0]
  // `in` is the code that older Java systems still send for Indonesian.
  if (language === 'in' || language === 'ms') return 'id'
  return isLocale(language) ? language : undefined
}
