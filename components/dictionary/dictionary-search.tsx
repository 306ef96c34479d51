'use client'

import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@/lib/language/search'
import { useWordServices } from '../words/word-services'
import { SearchHits } from './search-hits'

type Props = {
  readonly locale: string
  readonly query?: string
  /** What the server found for `query`, for those without scripts and for the first paint. */
  readonly hits?: readonly SearchHit[]
}

type Found = { readonly query: string; readonly hits: readonly SearchHit[] }

/** Search in any form of a word, or in English, while one types. */
export function DictionarySearch({ locale, query = '', hits }: Props) {
  const { t } = useTranslation('dictionary')
  const { words } = useWordServices()
  const [typed, setTyped] = useState(query)
  const [found, setFound] = useState<Found | undefined>(hits && { query, hits })
  const field = useId()
  const asked = typed.trim()
  const isAnswered = found?.query === asked
  useEffect(() => {
    if (asked === '' || isAnswered) return
    let isCurrent = true
    words.service.search(asked, 40).then(
      (answer) => {
        if (isCurrent) setFound({ query: asked, hits: answer })
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [asked, isAnswered, words])
  return (
    <search>
      <form
        action={`/${locale}/dictionary`}
        className="flex gap-2"
        onSubmit={(event) => asked === '' && event.preventDefault()}
      >
        <label htmlFor={field} className="sr-only">
          {t('searchLabel')}
        </label>
        <input
          id={field}
          type="search"
          name="q"
          className="field"
          value={typed}
          placeholder={t('searchPlaceholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button">
          {t('search')}
        </button>
      </form>
      {asked === '' || !found ? null : <SearchHits locale={locale} query={found.query} hits={found.hits} />}
    </search>
  )
}
