'use client'

import { useEffect } from 'react'
import { useServices } from '../services-context'
import type { Sight } from './sight'

const writeAfter = 800

/** Keeps how far the text was seen: only ever further, written when the eye rests and when the page is left. */
export function useReadingProgress(slug: string, count: number, sight: Sight) {
  const { storage } = useServices()
  useEffect(() => {
    let furthest = -1
    let written = -1
    let timer: ReturnType<typeof setTimeout> | undefined
    void storage.progress().then((all) => {
      written = all.find((one) => one.slug === slug)?.furthest ?? -1
    })
    const write = () => {
      clearTimeout(timer)
      if (furthest <= written || count === 0) return
      written = furthest
      void storage.keepProgress({ slug, furthest, sentences: count, at: Date.now() })
    }
    const stop = sight.onView(() => {
      furthest = Math.max(furthest, sight.inView().at(-1) ?? -1)
      clearTimeout(timer)
      timer = setTimeout(write, writeAfter)
    })
    window.addEventListener('pagehide', write)
    return () => {
      stop()
      write()
      window.removeEventListener('pagehide', write)
    }
  }, [slug, count, sight, storage])
}
