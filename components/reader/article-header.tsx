'use client'

import { useTranslation } from 'react-i18next'
import type { Article } from '@/lib/language/article'
import { formatDate } from '../ui/format-date'

type Props = { readonly article: Article; readonly sentences: number; readonly minutes: number }

export function ArticleHeader({ article, sentences, minutes }: Props) {
  const { t, i18n } = useTranslation(['reader', 'library'])
  const isOwn = article.source === ''
  const licence =
    article.licence === 'user-supplied' ? t('licenceUser') : t('licence', { licence: article.licence })
  return (
    <header className="mb-8 sm:mb-10">
      <div className="reader-head">
        <h1 className="reader-title" lang="id">
          {article.title || t('library:untitled')}
        </h1>
        {article.titleEn ? (
          <p className="reader-title-english" lang="en">
            {article.titleEn}
          </p>
        ) : null}
      </div>
      <p className="entry-facts tabular !mt-4">
        <span>{isOwn ? t('ownSource') : article.source}</span>
        <time dateTime={article.date}>{formatDate(article.date, i18n.language)}</time>
        {article.level ? (
          <span title={t('library:levelLabel', { level: article.level })}>{article.level}</span>
        ) : null}
        <span>{t('library:minutes', { count: minutes })}</span>
        <span>{t('library:sentences', { count: sentences })}</span>
        {isOwn ? null : <span>{licence}</span>}
      </p>
      {article.fiction ? <p className="text-quiet mt-2 text-sm italic">{t('fictionNote')}</p> : null}
    </header>
  )
}
