'use client'

import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@/lib/language/search'
import { Imported } from '../words/card-more'
import { LookElsewhere } from '../words/look-elsewhere'
import { OwnGloss } from '../words/own-gloss'
import { SearchHits } from './search-hits'

type Props = { readonly locale: string; readonly word: string; readonly near: readonly SearchHit[] }

/** A word that the dictionary has not: what comes near, what the reader's own dictionaries say, where else to look. */
export function MissingEntry({ locale, word, near }: Props) {
  const { t } = useTranslation('dictionary')
  return (
    <section className="grid gap-4">
      <h1 className="font-serif text-3xl font-normal">{t('missingTitle', { word })}</h1>
      <Imported forms={[word]} />
      <OwnGloss lemma={word} isOpen={false} />
      <LookElsewhere word={word} />
      {near.length > 0 ? (
        <div>
          <h2>{t('missingNear')}</h2>
          <SearchHits locale={locale} query={word} hits={near} />
        </div>
      ) : null}
    </section>
  )
}
