const tags: Readonly<Record<string, string>> = { en: 'en-GB', id: 'id-ID' }

/** A calendar date in words, the same on the server and in every time zone: “12 July 2025”, “12 Juli 2025”. */
export function formatDate(date: string, locale: string): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date
  return new Intl.DateTimeFormat(tags[locale] ?? locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}
