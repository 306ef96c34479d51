'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows to draw of a long list: [from, to), with some to spare on either side. */
export type RowWindow = { readonly from: number; readonly to: number }

/** Rows drawn beyond the edge, so that scrolling meets none that is not there. */
const spare = 12

/** Which rows of a list of equal heights are in sight of a scrolling box. */
export function rowsInSight(scrolled: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight)
  const last = Math.ceil((Math.max(0, scrolled) + height) / rowHeight)
  return { from: Math.min(count, Math.max(0, first - spare)), to: Math.min(count, last + spare) }
}

/** Follows a scrolling box; `box` goes onto it. Until it is measured a screenful is drawn. */
export function useRows(
  rowHeight: number,
  count: number,
): { readonly box: (element: HTMLElement | null) => void } & RowWindow {
  const [element, box] = useState<HTMLElement | null>(null)
  const [place, setPlace] = useState({ scrolled: 0, height: 800 })
  const drawn = useRef(place)
  const measure = useCallback(() => {
    if (!element) return
    const next = { scrolled: element.scrollTop, height: element.clientHeight }
    if (isSameWindow(drawn.current, next, rowHeight)) return
    const isFar = Math.abs(drawn.current.scrolled - next.scrolled) > rowHeight * spare
    drawn.current = next
    // After a leap none of the rows in sight is drawn: they must be in this very frame, or it would be empty.
    if (isFar) flushSync(() => setPlace(next))
    else setPlace(next)
  }, [element, rowHeight])
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [element, measure])
  return { box, ...rowsInSight(place.scrolled, place.height, rowHeight, count) }
}

type Place = { readonly scrolled: number; readonly height: number }

/** Scrolling by less than the rows to spare needs no new drawing. */
const isSameWindow = (last: Place, next: Place, rowHeight: number): boolean =>
  last.height === next.height && Math.abs(last.scrolled - next.scrolled) < (rowHeight * spare) / 2
