'use client'

import { startTransition, useEffect, useState } from 'react'

const first = 60
const step = 400

/**
 * How many of `total` paragraphs to render: the first screens at once, the rest in steps between which the page can
 * breathe. A text of usual length is there whole from the start, so that it is in the server's HTML.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(first)
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => startTransition(() => setCount((shown) => shown + step)))
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
