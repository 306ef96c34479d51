'use client'

import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslation } from 'react-i18next'

type Language = { readonly locale: string; readonly href: (path: string) => string }

type Props = {
  readonly languages: readonly Language[]
  /** Keeps the choice, so that the next visit without a language in the address starts with it. */
  readonly remember: (locale: string) => void
}

export function LanguageSwitch({ languages, remember }: Props) {
  const { t, i18n } = useTranslation()
  const path = usePathname()
  const router = useRouter()
  const names: Readonly<Record<string, string>> = { en: t('languageEn'), id: t('languageId') }
  return (
    <div role="group" aria-label={t('languageLabel')} className="flex items-center text-[0.8125rem]">
      {languages.map(({ locale, href }) => (
        <Link
          key={locale}
          href={href(path)}
          hrefLang={locale}
          aria-label={names[locale]}
          aria-current={locale === i18n.language ? 'true' : undefined}
          className="aria-[current]:text-ink text-quiet hover:text-ink rounded px-2 py-1.5 uppercase no-underline aria-[current]:font-semibold aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-4"
          onClick={(event) => {
            remember(locale)
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            // The address carries view and text as well; only the language changes.
            router.push(href(path) + window.location.search)
          }}
        >
          {locale}
        </Link>
      ))}
    </div>
  )
}
