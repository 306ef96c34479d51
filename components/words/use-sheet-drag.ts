'use client'

import { useRef, type PointerEvent, type RefObject } from 'react'

/** Dragged down further than this, the sheet closes; less, it goes back. */
const enough = 72

/** Listeners for the handle of a sheet. A press without dragging stays a click. */
export function useSheetDrag(sheetRef: RefObject<HTMLElement | null>, onClose: () => void) {
  const start = useRef<number>(undefined)
  const moved = (event: PointerEvent): number => Math.max(0, event.clientY - (start.current ?? event.clientY))
  const place = (distance: number) => {
    sheetRef.current?.style.setProperty('transform', distance === 0 ? 'none' : `translateY(${distance}px)`)
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      start.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (start.current !== undefined) place(moved(event))
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const distance = moved(event)
      start.current = undefined
      if (distance >= enough) onClose()
      else place(0)
    },
    onPointerCancel() {
      start.current = undefined
      place(0)
    },
  }
}
