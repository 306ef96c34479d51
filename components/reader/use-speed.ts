'use client'

import { useEffect, useState } from 'react'
import { useServices } from '../services-context'
import type { ReaderSentence } from './reader-sentence'

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

/** Pauses longer than this are waiting, not translating. */
const pause = 2000

/** English words a second that a model wrote on this page so far; undefined until it has written some. */
export function useSpeed(
  model: string | undefined,
  sentences: readonly ReaderSentence[],
): number | undefined {
  const { translations } = useServices()
  const [speed, setSpeed] = useState<number>()
  useEffect(() => {
    if (model === undefined) return
    const written = new Map<string, number>()
    let busy = 0
    let last: number | undefined
    return translations.subscribe(() => {
      const now = performance.now()
      let isWriting = false
      for (const { key } of sentences) {
        const translation = translations.translation(model, key)
        if (translation?.status === 'writing') isWriting = true
        else if (!written.has(key)) continue
        if (translation) written.set(key, translation.text.split(' ').length)
      }
      if (last !== undefined && now - last < pause) busy += now - last
      last = isWriting ? now : undefined
      if (busy > 300) setSpeed(Math.round((sum(written.values()) / busy) * 1000))
    })
  }, [model, sentences, translations])
  return speed
}
