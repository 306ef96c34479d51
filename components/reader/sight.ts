import { createNearBlocks } from './near-blocks'

type Listener = () => void

/** Knows which sentences are in view or near it, with one observer for the whole text. */
export type Sight = {
  /** Watches a row; the returned function stops. */
  watch(element: Element, index: number): () => void
  /** True for a row within about a screen of what is shown. */
  isNear(index: number): boolean
  /** True once it is known that a row is out of sight and not near it. */
  isFar(index: number): boolean
  subscribe(index: number, listener: Listener): () => void
  /** Indices of rows in view, in order. */
  inView(): readonly number[]
  /** Called whenever the rows in view change. */
  onView(listener: Listener): () => void
  stop(): void
}

/** Rows this far out of view are near it; their blocks are looked at a little further out, to be there before them. */
const margin = '80% 0px'
const blockMargin = '100% 0px'

function setMember(set: Set<number>, index: number, isMember: boolean): boolean {
  if (set.has(index) === isMember) return false
  if (isMember) set.add(index)
  else set.delete(index)
  return true
}

/** `near` is told from the observers' first answers on; before that every row counts as far. */
export function createSight(): Sight {
  const indices = new WeakMap<Element, number>()
  const near = new Set<number>()
  const far = new Set<number>()
  const visible = new Set<number>()
  const rowListeners = new Map<number, Listener>()
  const viewListeners = new Set<Listener>()
  let observers: readonly IntersectionObserver[] | undefined

  const setNear = (index: number, isNear: boolean) => {
    setMember(far, index, !isNear)
    if (setMember(near, index, isNear)) rowListeners.get(index)?.()
  }
  const tellView = () => {
    for (const listener of viewListeners) listener()
  }
  const record = (
    entries: readonly IntersectionObserverEntry[],
    set: (index: number, isIn: boolean) => void,
  ) => {
    for (const { target, isIntersecting } of entries) {
      const index = indices.get(target)
      if (index !== undefined) set(index, isIntersecting)
    }
  }
  const observe = () =>
    (observers ??= [
      new IntersectionObserver((entries) => record(entries, setNear), { rootMargin: margin }),
      new IntersectionObserver((entries) => {
        record(entries, (index, isIn) => void setMember(visible, index, isIn))
        tellView()
      }),
    ])
  const unobserve = (row: Element) => {
    for (const observer of observers ?? []) observer.unobserve(row)
  }
  const blocks = createNearBlocks({
    margin: blockMargin,
    onRow(row, isNear) {
      if (isNear) return observe().forEach((observer) => observer.observe(row))
      unobserve(row)
      const index = indices.get(row)
      if (index === undefined) return
      visible.delete(index)
      setNear(index, false)
    },
    onChange: tellView,
  })

  return {
    watch(row, index) {
      indices.set(row, index)
      const leave = blocks.add(row)
      return () => {
        leave()
        unobserve(row)
        near.delete(index)
        far.delete(index)
        visible.delete(index)
      }
    },
    isNear: (index) => near.has(index),
    isFar: (index) => far.has(index),
    subscribe(index, listener) {
      rowListeners.set(index, listener)
      return () => void rowListeners.delete(index)
    },
    inView: () => [...visible].sort((a, b) => a - b),
    onView(listener) {
      viewListeners.add(listener)
      return () => void viewListeners.delete(listener)
    },
    stop() {
      blocks.stop()
      for (const observer of observers ?? []) observer.disconnect()
      observers = undefined
    },
  }
}
