'use client'

import Link from 'next/link'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/lib/language/article'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import { coverage, unknownWords } from '@/lib/study/coverage'
import { familiarity } from '@/lib/study/familiarity'
import { languageTag } from '../ui/language-tag'
import { useStudy, useVocabulary } from './study-services'
import { useArticleWords, type ArticleWords } from './use-article-words'

/** After reading: what was saved here, what of the rest is to be called known, what comes due. */
export function AfterReading({ article }: { readonly article: Article }) {
  const found = useArticleWords(article)
  return found ? <AfterReadingPanel slug={article.slug} {...found} /> : null
}

function AfterReadingPanel({ slug, words, describe }: ArticleWords & { readonly slug: string }) {
  const { t, i18n } = useTranslation('study')
  const { actions } = useStudy()
  const { ready, vocabulary } = useVocabulary()
  const [undo, setUndo] = useState<{ back: Undo; count: number } | null>(null)
  const known = useMemo(() => coverage(words, vocabulary), [words, vocabulary])
  const rest = useMemo(
    () => unknownWords(words, vocabulary).filter((word) => familiarity(vocabulary, word).state === 'new'),
    [words, vocabulary],
  )
  if (!ready || known.total === 0) return null
  const saved = [...vocabulary.all()].filter(
    (card) => card.mark === 'study' && card.contexts.some(({ article }) => article === slug),
  )
  const markRest = () => {
    actions.met([...new Set(words.filter(({ counts }) => counts).map(({ lemma }) => lemma))], slug)
    const back = actions.mark(
      rest.map(({ lemma }) => {
        const { context: _context, ...word } = describe(lemma)
        return word
      }),
      'known',
    )
    setUndo({ back, count: rest.length })
  }
  const percent = new Intl.NumberFormat(languageTag(i18n.language), { style: 'percent' }).format(known.share)
  return (
    <section className="reading-panel after-reading" aria-labelledby="after-reading">
      <h2 id="after-reading" className="text-base">
        {t('afterTitle')}
      </h2>
      <p>{t('afterKnown', { share: percent })}</p>
      {saved.length > 0 ? (
        <p>
          {t('afterSaved', { count: saved.length })}{' '}
          <span lang="id">{saved.map(({ form }) => form).join(', ')}</span>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        {undo ? (
          <>
            <p role="status">{t('afterMarked', { count: undo.count })}</p>
            <button
              type="button"
              className="button"
              onClick={() => {
                void undo.back()
                setUndo(null)
              }}
            >
              {t('undo')}
            </button>
          </>
        ) : rest.length > 0 ? (
          <button type="button" className="button" onClick={markRest}>
            {t('markRest', { count: rest.length })}
          </button>
        ) : null}
        {saved.length > 0 ? (
          <Link href={`/${i18n.language}/study`} className="button">
            {t('toStudy')}
          </Link>
        ) : null}
      </div>
    </section>
  )
}
