import { messagesOf } from '@/lib/i18n/resources'
import { createTranslation } from '@/lib/i18n/translation'
import type { Locale } from '@/lib/i18n/locales'

/**
 * The page that says there is none, as a document of its own: Next renders nothing for an address that it cannot decode,
 * wherever it is sent. No script and no style sheet, so that nothing but this text is needed.
 */
export function missingPage(locale: Locale): string {
  const t = createTranslation(locale, messagesOf(locale)).getFixedT(locale, 'common')
  return `<!DOCTYPE html>
<html lang="${locale}" style="color-scheme: light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('notFoundTitle')} · ${t('appName')}</title>
<link rel="icon" href="/icon.svg">
</head>
<body style="max-width: 40rem; margin: 20vh auto 0; padding: 0 1.5rem; font: 1.125rem/1.6 Georgia, serif">
<main>
<h1 style="font-weight: 400; text-wrap: balance">${t('notFoundTitle')}</h1>
<p>${t('notFoundText')}</p>
<p><a href="/${locale}">${t('backToLibrary')}</a></p>
</main>
</body>
</html>
`
}
