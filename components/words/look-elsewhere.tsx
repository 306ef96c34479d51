'use client'

import { useTranslation } from 'react-i18next'

type Props = { readonly word: string }

/** Plain links to dictionaries outside. Nothing is fetched from them: a link is followed only when pressed. */
export function LookElsewhere({ word }: Props) {
  const { t } = useTranslation('card')
  const links = [
    { name: t('wiktionary'), href: `https://en.wiktionary.org/wiki/${encodeURIComponent(word)}#Indonesian` },
    { name: t('kbbi'), href: `https://kbbi.kemendikdasmen.go.id/entri/${encodeURIComponent(word)}` },
  ]
  return (
    <p className="flex flex-wrap gap-x-3 text-[0.8125rem]">
      <span className="text-quiet">{t('lookElsewhere')}</span>
      {links.map(({ name, href }) => (
        <a key={name} href={href} target="_blank" rel="noopener noreferrer" className="text-accent">
          {name}
          <span className="sr-only"> ({t('opensElsewhere')})</span>
        </a>
      ))}
    </p>
  )
}
