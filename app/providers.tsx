'use client'

import { useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { MessagesProvider } from '@/components/layout/messages-provider'
import { ServicesProvider } from '@/components/services-context'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/resources'
import { createTranslation } from '@/lib/i18n/translation'
import { markRoot } from './root-marks'
import { createServices } from './services'

type Props = { readonly locale: Locale; readonly messages: Messages; readonly children: ReactNode }

/** The composition root of the page: what stands behind every interface is chosen in `services.ts` and handed down here. */
export function Providers({ locale, messages, children }: Props) {
  const [services] = useState(createServices)
  // Changing the language keeps the page, and with it everything that was translated.
  const translation = useMemo(() => createTranslation(locale, messages), [locale, messages])
  useLayoutEffect(() => markRoot(document.documentElement), [locale])
  useEffect(() => {
    void services.preferences.restore()
    void services.words.glosses.restore()
    void services.words.lenses.restore()
  }, [services])
  return (
    <MessagesProvider translation={translation}>
      <ServicesProvider services={services}>{children}</ServicesProvider>
    </MessagesProvider>
  )
}
