const tags: Readonly<Record<string, string>> = { en: 'en-GB', id: 'id-ID' }

/** The language of the interface as number and date formats want it: English dates are written day first. */
export const languageTag = (locale: string): string => tags[locale] ?? locale
