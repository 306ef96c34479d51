'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '@/lib/content/summary'
import type { ReadingProgress } from '@/lib/storage/storage'
import { useServices } from '../services-context'
import { ArticleEntry } from './article-entry'
import { OwnTexts } from './own-texts'
import { useReadiness, type CountedWord } from './use-readiness'

type Props = {
  readonly articles: readonly ArticleSummary[]
  /** The words of each article, to say how much of it is known. */
  readonly words: Readonly<Record<string, readonly CountedWord[]>>
  readonly locale: string
}

/** How far each text was read, by slug; empty until the storage has answered. */
function useProgress(): ReadonlyMap<string, ReadingProgress> {
  const { storage } = useServices()
  const [progress, setProgress] = useState<ReadonlyMap<string, ReadingProgress>>(new Map())
  useEffect(() => {
    let current = true
    void storage.progress().then((all) => {
      if (current) setProgress(new Map(all.map((one) => [one.slug, one])))
    })
    return () => {
      current = false
    }
  }, [storage])
  return progress
}

export function LibraryPage({ articles, words, locale }: Props) {
  const { t } = useTranslation('library')
  const { t: study } = useTranslation('study')
  const progress = useProgress()
  const [isByReadiness, setByReadiness] = useState(false)
  const read = useCallback((slug: string) => shareRead(progress.get(slug)), [progress])
  const { shares, next } = useReadiness(words, read)
  const known = (slug: string) => shares.get(slug) ?? 0
  const shown = isByReadiness ? [...articles].sort((a, b) => known(b.slug) - known(a.slug)) : articles
  return (
    <>
      <section aria-labelledby="articles">
        <h2 id="articles" className="sr-only">
          {t('articlesHeading')}
        </h2>
        <label className="library-order text-quiet text-sm">
          {study('orderLabel')}{' '}
          <select
            className="select"
            value={isByReadiness ? 'ready' : 'level'}
            onChange={(event) => setByReadiness(event.target.value === 'ready')}
          >
            <option value="level">{study('orderLevel')}</option>
            <option value="ready">{study('orderReady')}</option>
          </select>
        </label>
        <ol>
          {shown.map((article) => (
            <ArticleEntry
              key={article.slug}
              article={article}
              href={`/${locale}/articles/${article.slug}`}
              progress={progress.get(article.slug)}
              known={shares.get(article.slug)}
              isNext={article.slug === next}
            />
          ))}
        </ol>
      </section>
      <OwnTexts locale={locale} progress={progress} />
    </>
  )
}

const shareRead = (progress: ReadingProgress | undefined): number =>
  !progress || progress.sentences === 0 ? 0 : (progress.furthest + 1) / progress.sentences
