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

const margin = '80% 0px'

function setMember(set: Set<number>, index: number | undefined, isMember: boolean) {
  if (index === undefined) return
  if (isMember) set.add(index)
  else set.delete(index)
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

  function record(
    entries: readonly IntersectionObserverEntry[],
    set: Set<number>,
    changed: (index: number) => void,
  ) {
    for (const entry of entries) {
      const index = indices.get(entry.target)
      if (index === undefined || entry.isIntersecting === set.has(index)) continue
      if (entry.isIntersecting) set.add(index)
      else set.delete(index)
      changed(index)
    }
  }
  // Made at the first row, since servers and tests have no observer.
  const observe = () =>
    (observers ??= [
      new IntersectionObserver(
        (entries) => {
          for (const entry of entries) setMember(far, indices.get(entry.target), !entry.isIntersecting)
          record(entries, near, (index) => rowListeners.get(index)?.())
        },
        { rootMargin: margin },
      ),
      new IntersectionObserver((entries) => {
        record(entries, visible, () => undefined)
        for (const listener of viewListeners) listener()
      }),
    ])

  return {
    watch(element, index) {
      indices.set(element, index)
      for (const observer of observe()) observer.observe(element)
      return () => {
        for (const observer of observers ?? []) observer.unobserve(element)
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
      for (const observer of observers ?? []) observer.disconnect()
      observers = undefined
    },
  }
}
