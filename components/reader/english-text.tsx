import { clsx } from 'clsx'
import { memo } from 'react'
import { curlQuotes } from '@/lib/language/normalize'
import type { Span } from '@/lib/language/span'

type Props = {
  readonly text: string
  /** Whether each word gets a span, as on the Indonesian side. */
  readonly isSplit: boolean
  /** While the model is still writing, words fade in as they come. */
  readonly isStreaming: boolean
  /** Words to mark because the other translation does not have them. */
  readonly differences: readonly Span[]
  readonly side: 'first' | 'second'
}

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,\-‑]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu

/** Positions of the English words of a text; `data-word` counts them. */
export function englishWords(text: string): readonly Span[] {
  return [...text.matchAll(words)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * The model writes ASCII quotes where its source has none to go by; on the page they are always set as in print. Only
 * here: what is kept, compared and aligned stays as the model wrote it, which is of the same length.
 */
export const EnglishText = memo(function EnglishText({
  text,
  isSplit,
  isStreaming,
  differences,
  side,
}: Props) {
  const shown = curlQuotes(text)
  if (!isSplit && differences.length === 0) return shown
  const spans = englishWords(text)
  const marked = new Set(differences.map(({ start }) => start))
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <span key={index}>
          {shown.slice(spans[index - 1]?.end ?? 0, start)}
          <span
            data-word={index}
            className={clsx(
              isStreaming && 'arriving',
              marked.has(start) && 'different',
              marked.has(start) && side === 'second' && 'different-second',
            )}
          >
            {shown.slice(start, end)}
          </span>
        </span>
      ))}
      {shown.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
})
