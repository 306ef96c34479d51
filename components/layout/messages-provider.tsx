'use client'

import type { ComponentProps, ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'

type Props = {
  readonly translation: ComponentProps<typeof I18nextProvider>['i18n']
  readonly children: ReactNode
}

export function MessagesProvider({ translation, children }: Props) {
  return <I18nextProvider i18n={translation}>{children}</I18nextProvider>
}
