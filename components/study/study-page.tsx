'use client'

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '@/lib/study/card'
import { ReviewSession } from './review-session'
import { StudyStart } from './study-start'
import { useStudy, useVocabularyState } from './study-services'
import { useDailyStart, useWarmUpStart, type Start } from './use-opening'

type Props = {
  /** Only words saved from this article: the warm-up deck. */
  readonly article: string | undefined
}

/** Today's reviews: what waits, then the session, then what it came to. */
export function StudyPage({ article }: Props) {
  const { clock } = useStudy()
  const [session, setSession] = useState<{ cards: readonly Card[]; at: number } | null>(null)
  if (session) {
    const end = () => setSession(null)
    return <ReviewSession key={session.at} cards={session.cards} startedAt={session.at} onEnd={end} />
  }
  const begin = (cards: readonly Card[]) => setSession({ cards, at: clock() })
  return article ? <WarmUp article={article} onBegin={begin} /> : <Daily onBegin={begin} />
}

type BeginProps = { readonly onBegin: (cards: readonly Card[]) => void }

function Daily({ onBegin }: BeginProps) {
  return <Before start={useDailyStart()} article={undefined} onBegin={onBegin} />
}

function WarmUp({ article, onBegin }: BeginProps & { readonly article: string }) {
  return <Before start={useWarmUpStart(article)} article={article} onBegin={onBegin} />
}

function Before({ start, article, onBegin }: Props & BeginProps & { readonly start: Start | null }) {
  const { t } = useTranslation('study')
  const { kept } = useVocabularyState()
  if (!start) return <p className="review text-quiet">{t('loading')}</p>
  return <StudyStart article={article} isKept={kept} {...start} onStart={() => onBegin(start.queue.cards)} />
}
