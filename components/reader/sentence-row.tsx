'use client'

import { memo, useCallback, useEffect, useRef, useSyncExternalStore, type CSSProperties } from 'react'
import { estimateLines } from './estimate-lines'
import { useReader, useReaderState } from './reader-context'
import type { ReaderSentence } from './reader-sentence'
import { TargetCell } from './target-cell'
import { TokenText } from './token-text'

type Props = {
  readonly sentence: ReaderSentence
  /** The model that the English is of; undefined until it is known. */
  readonly first: string | undefined
  /** A second model, when two are compared. */
  readonly second: string | undefined
}

/** True while the row is in view or near it. */
function useNear(index: number): boolean {
  const { sight } = useReader()
  const subscribe = useCallback((listener: () => void) => sight.subscribe(index, listener), [sight, index])
  return useSyncExternalStore(
    subscribe,
    () => sight.isNear(index),
    () => false,
  )
}

/** One sentence and its English, a row of the page. */
export const SentenceRow = memo(function SentenceRow({ sentence, first, second }: Props) {
  const { index, text } = sentence
  const { sight } = useReader()
  const row = useRef<HTMLDivElement>(null)
  const isActive = useReaderState((state) => state.active === index)
  const isEntry = useReaderState((state) => state.entry === index)
  const isOpen = useReaderState((state) => state.opened.has(index))
  const isNear = useNear(index)
  useEffect(() => (row.current ? sight.watch(row.current, index) : undefined), [sight, index])
  return (
    <div
      ref={row}
      id={`s${index + 1}`}
      className="row"
      role="group"
      aria-labelledby={`s${index + 1}-id`}
      tabIndex={isEntry ? 0 : -1}
      data-sentence={index}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      style={{ '--lines': estimateLines(text) } as CSSProperties}
    >
      <div className="source" lang="id">
        <span id={`s${index + 1}-id`} className="text">
          <TokenText text={text} isSplit={isNear} />
        </span>{' '}
      </div>
      <TargetCell sentence={sentence} model={first} other={second} side="first" isNear={isNear} />
      {second === undefined ? null : (
        <TargetCell sentence={sentence} model={second} other={first} side="second" isNear={isNear} />
      )}
    </div>
  )
})
