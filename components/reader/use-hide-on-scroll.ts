'use client'

import { useEffect, useState } from 'react'

/** Small movements (a trembling finger, the bounce at the end) do not count. */
const threshold = 12

/** True while the reader scrolls down; false again as soon as they scroll up or are near the top. */
export function useHideOnScroll(): boolean {
  const [hidden, setHidden] = useState(false)
  useEffect(() => {
    let last = window.scrollY
    const onScroll = () => {
      const y = window.scrollY
      if (y < 160) setHidden(false)
      else if (Math.abs(y - last) > threshold) setHidden(y > last)
      else return
      last = y
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => window.removeEventListener('scroll', onScroll)
  }, [])
  return hidden
}
