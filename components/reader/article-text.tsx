'use client'

import { memo } from 'react'
import type { ReaderBlock } from './reader-sentence'
import { SentenceRow } from './sentence-row'
import { useGrowingCount } from './use-growing-count'

type Props = {
  readonly blocks: readonly ReaderBlock[]
  readonly first: string | undefined
  /** The second of two translations that are compared. */
  readonly second: string | undefined
}

/** All rows by paragraph. Apart from the reader around it, so that its state does not pass through 5,000 rows. */
export const ArticleText = memo(function ArticleText({ blocks, first, second }: Props) {
  const shown = useGrowingCount(blocks.length)
  return blocks
    .slice(0, shown)
    .map((block, at) => <Block key={at} block={block} first={first} second={second} />)
})

type BlockProps = Omit<Props, 'blocks'> & { readonly block: ReaderBlock }

const Block = memo(function Block({ block, first, second }: BlockProps) {
  return (
    <div className={block.isContinued ? undefined : 'paragraph'}>
      {block.sentences.map((sentence) => (
        <SentenceRow key={sentence.index} sentence={sentence} first={first} second={second} />
      ))}
    </div>
  )
})
