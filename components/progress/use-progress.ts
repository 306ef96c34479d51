'use client'

import { useEffect, useRef, useState } from 'react'
import { answersOf } from '@/lib/study/answers'
import { progressOf, type Progress } from '@/lib/study/progress'
import { useStudy, useVocabularyState } from '../study/study-services'

/** After a change it is waited this long for further ones: a session in another tab makes one after the other. */
const pause = 2000

/** All numbers of the progress page; null until they have been counted, and counted again with each change of words. */
export function useProgress(): Progress | null {
  const { vocabulary: store, progress: count, clock, offset } = useStudy()
  const { vocabulary } = useVocabularyState()
  const [progress, setProgress] = useState<Progress | null>(null)
  const hasCounted = useRef(false)
  useEffect(() => {
    let current = true
    store.listen()
    const at = { now: clock(), offset: offset() }
    const fromPage = () => {
      // Nothing is kept in this browser: there are the words of this visit, and no history.
      const { settings, scheduler, vocabulary: here } = store.getState()
      const cards = [...here.all()]
      return progressOf({ cards, answers: answersOf([]), roots: [], settings, scheduler, ...at })
    }
    const recount = async () => {
      await store.settled()
      const counted = await count(at).catch(fromPage)
      if (!current) return
      hasCounted.current = true
      setProgress(counted)
    }
    const timer = setTimeout(() => void recount(), hasCounted.current ? pause : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [store, vocabulary, count, clock, offset])
  return progress
}
