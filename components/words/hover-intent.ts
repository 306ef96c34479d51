type Point = { readonly x: number; readonly y: number }

export type HoverIntentOptions<T> = {
  /** Milliseconds that the pointer must rest; asked anew each time, since it is a setting. */
  readonly delay: () => number
  readonly onIntent: (target: T) => void
  /** The pointer has gone, and has not come back within the grace. */
  readonly onLeave: () => void
}

/** Between two looks at the pointer it may move this far and still counts as resting. */
const stillness = 7
const look = 100
/** Time to come back, or to reach the card across the gap. */
const grace = 280

export type HoverIntent<T> = ReturnType<typeof createHoverIntent<T>>

/**
 * Tells resting on something from passing over it: a target is meant when the pointer has been on it for the delay and
 * has moved less than 7 px in the last tenth of a second.
 */
export function createHoverIntent<T>({ delay, onIntent, onLeave }: HoverIntentOptions<T>) {
  let at: Point = { x: 0, y: 0 }
  let resting: ReturnType<typeof setTimeout> | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(resting)
    resting = undefined
  }
  const stay = () => {
    clearTimeout(leaving)
    leaving = undefined
  }
  const watch = (target: T, wait: number) => {
    stop()
    // The last tenth of the wait is looked at, and again until the pointer rests.
    resting = setTimeout(
      () => {
        const before = at
        resting = setTimeout(
          () => {
            const isStill = Math.hypot(at.x - before.x, at.y - before.y) < stillness
            if (isStill) onIntent(target)
            else watch(target, look)
          },
          Math.min(look, wait),
        )
      },
      Math.max(0, wait - look),
    )
  }
  return {
    over(target: T, point: Point) {
      at = point
      stay()
      watch(target, delay())
    },
    move(point: Point) {
      at = point
    },
    out() {
      stop()
      stay()
      leaving = setTimeout(onLeave, grace)
    },
    /** The pointer is on the card, or the card was opened in another way: nothing leaves. */
    stay,
    cancel() {
      stop()
      stay()
    },
  }
}
