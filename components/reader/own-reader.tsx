'use client'

import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnArticle } from '@/lib/storage/storage'
import { useServices } from '../services-context'
import { Reader } from './reader'
import { useQueryValue } from './use-view-mode'

type Found = { readonly id: string | undefined; readonly own: OwnArticle | undefined }

/** A text of the reader's own, from this device's storage; the same reader as for the library's articles. */
export function OwnReader() {
  const { t, i18n } = useTranslation(['library', 'common'])
  const { storage, ownTexts } = useServices()
  const id = useQueryValue('id')
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let current = true
    void storage.articles().then((articles) => {
      const wanted = new URLSearchParams(window.location.search).get('id') ?? undefined
      if (current) setFound({ id: wanted, own: articles.find((article) => article.id === wanted) })
    })
    return () => {
      current = false
    }
  }, [storage, id])
  const article = useMemo(() => (found?.own ? ownTexts.toArticle(found.own) : undefined), [found, ownTexts])
  if (!found) return <p className="page text-quiet py-20">{t('common:loading')}</p>
  if (!article) {
    return (
      <div className="page py-20 sm:py-28">
        <h1 className="library-title">{t('textMissingTitle')}</h1>
        <p className="text-quiet mt-4 mb-8 max-w-[52ch] text-lg">{t('textMissingText')}</p>
        <Link href={`/${i18n.language}`} className="button button-main">
          {t('common:backToLibrary')}
        </Link>
      </div>
    )
  }
  return <Reader key={article.slug} article={article} minutes={ownTexts.minutes(article)} />
}
