type Block = { readonly rows: Set<Element>; isNear: boolean | undefined }

export type NearBlocks = {
  /** A row whose block (its parent) is to be looked at; the returned function takes it out again. */
  add(row: Element): () => void
  stop(): void
}

type Options = {
  readonly margin: string
  /** The row's block is near from now on, or is not, which is told at first as well. */
  readonly onRow: (row: Element, isNear: boolean) => void
  /** After the rows of all blocks that changed. */
  readonly onChange: () => void
}

/** The browser looks at every observed element in every frame: of 5,000 rows only those in blocks near the view need it. */
export function createNearBlocks({ margin, onRow, onChange }: Options): NearBlocks {
  const blocks = new Map<Element, Block>()
  let observer: IntersectionObserver | undefined
  const look = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      const block = blocks.get(target)
      if (!block || block.isNear === isIntersecting) continue
      block.isNear = isIntersecting
      for (const row of block.rows) onRow(row, isIntersecting)
    }
    onChange()
  }
  const blockOf = (element: Element): Block => {
    const known = blocks.get(element)
    if (known) return known
    const block: Block = { rows: new Set(), isNear: undefined }
    blocks.set(element, block)
    // Made at the first block, since servers and tests have no observer.
    observer ??= new IntersectionObserver(look, { rootMargin: margin })
    observer.observe(element)
    return block
  }
  return {
    add(row) {
      const element = row.parentElement ?? row
      const block = blockOf(element)
      block.rows.add(row)
      if (block.isNear !== undefined) onRow(row, block.isNear)
      return () => {
        block.rows.delete(row)
        if (block.rows.size > 0 || blocks.get(element) !== block) return
        blocks.delete(element)
        observer?.unobserve(element)
      }
    },
    stop() {
      observer?.disconnect()
      observer = undefined
      blocks.clear()
    },
  }
}
