import { createInstance, type i18n as I18n } from 'i18next'
import type { Locale } from './locales'
import type { Messages } from './resources'

/**
 * A ready i18next instance for one language, on the server and in the page alike. Flat keys, `common` first; the page
 * gets the messages of its own language only, so that the other one is not downloaded.
 */
export function createTranslation(locale: Locale, messages: Messages): I18n {
  const instance = createInstance()
  void instance.init({
    lng: locale,
    resources: { [locale]: messages },
    ns: Object.keys(messages),
    defaultNS: 'common',
    keySeparator: false,
    nsSeparator: ':',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}
