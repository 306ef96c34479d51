'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@/lib/language/search'

type Props = { readonly locale: string; readonly query: string; readonly hits: readonly SearchHit[] }

/** The address of a headword's page. */
export const wordPath = (locale: string, word: string): string =>
  `/${locale}/words/${encodeURIComponent(word)}`

/** What was found, each with the reason it was, and the root it stands under. */
export function SearchHits({ locale, query, hits }: Props) {
  const { t } = useTranslation('dictionary')
  return (
    <div className="mt-4" data-testid="hits">
      <p role="status" className="text-quiet text-[0.8125rem]">
        {hits.length === 0 ? t('noResults', { query }) : t('resultsFor', { count: hits.length, query })}
      </p>
      <ul className="mt-1">
        {hits.map(({ entry, reason }) => (
          <li
            key={entry.lemma}
            className="border-hairline flex flex-wrap items-baseline gap-x-3 border-b py-2"
          >
            <Link
              href={wordPath(locale, entry.lemma)}
              prefetch={false}
              lang="id"
              className="font-serif text-lg"
            >
              {entry.lemma}
            </Link>
            <span lang="en">{entry.senses[0]?.glosses.slice(0, 3).join(', ')}</span>
            <span className="text-quiet ms-auto text-[0.8125rem]">
              {reason === 'exact'
                ? entry.root === entry.lemma
                  ? null
                  : t('under', { root: entry.root })
                : t(`reason ${reason}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
