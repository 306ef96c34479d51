'use client'

import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnArticle, ReadingProgress } from '@/lib/storage/storage'
import { useServices } from '../services-context'
import { formatDate } from '../ui/format-date'
import { Icon } from '../ui/icon'
import { OwnTextForm } from './own-text-form'
import { ProgressLine } from './progress-line'

type Props = { readonly locale: string; readonly progress: ReadonlyMap<string, ReadingProgress> }

/** The texts kept on this device; undefined until the storage has answered. */
function useOwnArticles() {
  const { storage } = useServices()
  const [articles, setArticles] = useState<readonly OwnArticle[]>()
  const reload = useCallback(() => storage.articles().then(setArticles), [storage])
  useEffect(() => {
    let current = true
    void storage.articles().then((found) => {
      if (current) setArticles(found)
    })
    return () => {
      current = false
    }
  }, [storage])
  return { articles, reload }
}

export function OwnTexts({ locale, progress }: Props) {
  const { t } = useTranslation('library')
  const { storage } = useServices()
  const { articles, reload } = useOwnArticles()
  const [removed, setRemoved] = useState<OwnArticle>()
  const remove = async (article: OwnArticle) => {
    await storage.removeArticle(article.id)
    setRemoved(article)
    await reload()
  }
  const restore = async (article: OwnArticle) => {
    await storage.keepArticle(article)
    setRemoved(undefined)
    await reload()
  }
  return (
    <aside aria-labelledby="own-heading" className="grid gap-8">
      <div>
        <h2 id="own-heading" className="font-serif text-2xl">
          {t('ownHeading')}
        </h2>
        <p className="text-quiet mt-1.5 mb-5">{t('ownIntro')}</p>
        <OwnTextForm locale={locale} />
      </div>
      <div>
        <h3 className="font-medium">{t('ownListHeading')}</h3>
        {articles?.length === 0 && !removed ? <p className="text-quiet mt-1.5">{t('ownListEmpty')}</p> : null}
        <p role="status" className="mt-1.5 empty:hidden">
          {removed ? (
            <>
              {t('ownRemoved', { title: removed.title })}{' '}
              <button type="button" className="button-text" onClick={() => void restore(removed)}>
                {t('ownUndo')}
              </button>
            </>
          ) : null}
        </p>
        <ul className="mt-2">
          {articles?.map((article) => (
            <OwnTextEntry
              key={article.id}
              article={article}
              href={`/${locale}/texts?id=${encodeURIComponent(article.id)}`}
              progress={progress.get(`own-${article.id}`)}
              onRemove={() => void remove(article)}
            />
          ))}
        </ul>
      </div>
    </aside>
  )
}

type EntryProps = {
  readonly article: OwnArticle
  readonly href: string
  readonly progress: ReadingProgress | undefined
  readonly onRemove: () => void
}

function OwnTextEntry({ article, href, progress, onRemove }: EntryProps) {
  const { t, i18n } = useTranslation('library')
  const title = article.title || t('untitled')
  const date = new Date(article.createdAt).toISOString().slice(0, 10)
  return (
    <li className="border-hairline flex items-start justify-between gap-3 border-t py-3">
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          lang="id"
          className="font-serif text-lg font-semibold no-underline hover:underline"
        >
          {title}
        </Link>
        <p className="text-quiet tabular text-[0.8125rem]">{formatDate(date, i18n.language)}</p>
        <ProgressLine progress={progress} />
      </div>
      <button type="button" className="chip" aria-label={t('ownRemoveLabel', { title })} onClick={onRemove}>
        <Icon name="trash" size={16} />
      </button>
    </li>
  )
}
