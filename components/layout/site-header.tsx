'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Wordmark } from './wordmark'

type NavigationLink = { readonly href: string; readonly label: string }

type Props = {
  readonly home: string
  readonly links: readonly NavigationLink[]
  readonly children: ReactNode
}

export function SiteHeader({ home, links, children }: Props) {
  const { t } = useTranslation()
  const path = usePathname()
  const isCurrent = (href: string) => (href === home ? path === home : path.startsWith(href))
  return (
    <header className="site-header border-hairline border-b">
      <a href="#content" className="skip-link">
        {t('skipToContent')}
      </a>
      <div className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
        <Link href={home} className="rounded py-1 no-underline">
          <Wordmark />
        </Link>
        <nav
          aria-label={t('navLabel')}
          className="order-last -mx-1.5 flex w-full flex-wrap sm:order-none sm:mx-0 sm:w-auto sm:flex-1 sm:justify-center sm:gap-x-1"
        >
          {links.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className="text-quiet hover:text-ink aria-[current]:text-ink rounded px-1.5 py-1.5 text-sm no-underline aria-[current]:font-medium sm:px-2.5 sm:text-[0.9375rem]"
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-1">{children}</div>
      </div>
    </header>
  )
}
