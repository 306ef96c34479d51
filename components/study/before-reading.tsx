'use client'

import Link from 'next/link'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/lib/language/article'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import { coverage, rootsToLearn } from '@/lib/study/coverage'
import type { RootGain } from '@/lib/study/coverage'
import { languageTag } from '../ui/language-tag'
import { useStudy, useVocabulary } from './study-services'
import { useArticleWords, type ArticleWords } from './use-article-words'
import { useLateEnglish } from './use-late-english'

/** Before reading: how much of the text is known. Folded up, in a line that is there from the start: nothing moves. */
export function BeforeReading({ article }: { readonly article: Article }) {
  const { t, i18n } = useTranslation('study')
  const { ready, vocabulary } = useVocabulary()
  const found = useArticleWords(article)
  const known = useMemo(
    () => (found && ready ? coverage(found.words, vocabulary) : null),
    [found, ready, vocabulary],
  )
  const percent = (share: number) =>
    new Intl.NumberFormat(languageTag(i18n.language), { style: 'percent' }).format(share)
  return (
    <details className="before-reading">
      <summary>
        {known && known.total > 0 ? t('beforeTitle', { share: percent(known.share) }) : t('beforeCounting')}
      </summary>
      {found && known && known.total > 0 ? (
        <div className="reading-panel">
          <p className="text-quiet">
            {t('beforeCounts', { known: known.known, learning: known.learning, fresh: known.fresh })}
          </p>
          <Roots slug={article.slug} found={found} percent={percent} />
        </div>
      ) : null}
    </details>
  )
}

const target = 0.95

type RootsProps = {
  readonly slug: string
  readonly found: ArticleWords
  readonly percent: (share: number) => string
}

type Taken = { readonly gains: readonly RootGain[]; readonly lemmas: readonly string[]; readonly undo: Undo }

const none: readonly string[] = []

/** The few roots that open most of the rest. The list stands still once they are saved, so that undo is at hand. */
function Roots({ slug, found, percent }: RootsProps) {
  const { t, i18n } = useTranslation('study')
  const { actions } = useStudy()
  const { vocabulary } = useVocabulary()
  const [taken, setTaken] = useState<Taken | null>(null)
  useLateEnglish(taken?.lemmas ?? none, found.describe)
  const open = useMemo(() => rootsToLearn(found.words, vocabulary, target), [found, vocabulary])
  const gains = taken?.gains ?? open
  if (gains.length === 0) return <p>{t('beforeReady')}</p>
  const save = () => {
    const lemmas = gains.flatMap((gain) => gain.lemmas.slice(0, 1).map(({ lemma }) => lemma))
    setTaken({ gains, lemmas, undo: actions.mark(lemmas.map(found.describe), 'study') })
  }
  const takeBack = () => {
    void taken?.undo()
    setTaken(null)
  }
  return (
    <>
      <p>{t('beforeLearn', { count: gains.length, share: percent(gains.at(-1)?.shareAfter ?? 0) })}</p>
      <ol className="root-list">
        {gains.map(({ root, words, lemmas }) => (
          <li key={root}>
            <b lang="id">{root}</b>{' '}
            <span className="text-quiet tabular">
              <span lang="id">
                {lemmas
                  .slice(0, 3)
                  .map(({ form }) => form.toLowerCase())
                  .join(', ')}
              </span>{' '}
              · {t('timesHere', { count: words })}
            </span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        {taken ? (
          <>
            <Link
              href={`/${i18n.language}/study?article=${encodeURIComponent(slug)}`}
              className="button button-main"
            >
              {t('warmUp')}
            </Link>
            <button type="button" className="button" onClick={takeBack}>
              {t('undo')}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={save}>
            {t('saveThese', { count: gains.length })}
          </button>
        )}
      </div>
    </>
  )
}
