'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'
import type { ArticleSummary } from '@/lib/content/summary'
import type { ReadingProgress } from '@/lib/storage/storage'
import { formatDate } from '../ui/format-date'
import { languageTag } from '../ui/language-tag'
import { ProgressLine } from './progress-line'

type Props = {
  readonly article: ArticleSummary
  readonly href: string
  readonly progress: ReadingProgress | undefined
  /** Share of its words that the learner knows, once that is known. */
  readonly known?: number | undefined
  readonly isNext?: boolean
}

export function ArticleEntry({ article, href, progress, known, isNext = false }: Props) {
  const { t, i18n } = useTranslation('library')
  const { t: study } = useTranslation('study')
  const percent = new Intl.NumberFormat(languageTag(i18n.language), { style: 'percent' })
  return (
    <li className="entry">
      <h3 className="entry-title" lang="id">
        <Link href={href}>{article.title}</Link>
      </h3>
      <p className="entry-lead" lang="id">
        {article.lead}
      </p>
      <p className="entry-facts tabular">
        <span>{article.source}</span>
        <time dateTime={article.date}>{formatDate(article.date, i18n.language)}</time>
        {article.level ? (
          <span title={t('levelLabel', { level: article.level })}>{article.level}</span>
        ) : null}
        <span>{t('minutes', { count: article.minutes })}</span>
        <span>{t('sentences', { count: article.sentences })}</span>
        {known === undefined ? null : <span>{study('readyFor', { share: percent.format(known) })}</span>}
        {isNext ? <span className="text-accent font-medium">{study('nextBest')}</span> : null}
      </p>
      <ProgressLine progress={progress} />
    </li>
  )
}
