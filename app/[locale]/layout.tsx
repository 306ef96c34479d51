import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/layout/site-footer'
import { StorageNotice } from '@/components/layout/storage-notice'
import { locales } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/resources'
import { bootScript } from '../boot-script'
import { sans, serif } from '../fonts'
import { Providers } from '../providers'
import { Header } from '../site-header'
import { localeOf, translate, type LocaleParams } from '../translate'
import '../globals.css'

type Props = { readonly children: ReactNode; readonly params: LocaleParams }

export const generateStaticParams = () => locales.map((locale) => ({ locale }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translate(locale, 'common')
  return {
    title: { default: `${t('appName')}: ${t('tagline')}`, template: `%s · ${t('appName')}` },
    description: t('description'),
    applicationName: t('appName'),
    icons: { icon: '/icon.svg' },
    manifest: '/manifest.webmanifest',
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#16150f' },
  ],
}

export default async function Layout({ children, params }: Props) {
  const locale = await localeOf(params)
  return (
    // The boot script adds class and data attributes before React arrives.
    <html lang={locale} className={`${serif.variable} ${sans.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: bootScript }} />
      </head>
      <body>
        <Providers locale={locale} messages={messagesOf(locale)}>
          <Header locale={locale} />
          <StorageNotice />
          <main id="content" tabIndex={-1} className="outline-none">
            {children}
          </main>
          <SiteFooter />
        </Providers>
      </body>
    </html>
  )
}
