'use client'

import { useSearchParams } from 'next/navigation'
import { StudyPage } from './study-page'

/** The study page as its address says: all that is due, or the warm-up of one article. */
export function StudyRoute() {
  const article = useSearchParams().get('article') ?? undefined
  return <StudyPage key={article} article={article} />
}
