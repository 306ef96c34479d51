/** The languages of the interface; the first is the fallback. The text being read is always Indonesian and English. */
export const locales = ['en', 'id'] as const
export type Locale = (typeof locales)[number]

/** The cookie that remembers the language chosen with the switch. */
export const localeCookie = 'sejajar-locale'

export const isLocale = (value: string | undefined): value is Locale =>
  locales.some((locale) => locale === value)

/** The same page in another language: `/en/articles/x` and `id` give `/id/articles/x`. */
export function switchLocale(path: string, locale: Locale): string {
  const [, first, ...rest] = path.split('/')
  const tail = isLocale(first) ? rest : [first, ...rest]
  return ['', locale, ...tail.filter(Boolean)].join('/')
}
