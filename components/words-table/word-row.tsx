'use client'

import Link from 'next/link'
import { memo } from 'react'
import type { Card, LemmaId } from '@/lib/study/card'
import { isLeech } from '@/lib/study/leech'
import { statusOf } from '@/lib/study/word-list'
import type { WordStatus } from '@/lib/study/word-list'

/** Every row is as high as this, so that rows out of sight need not be drawn to be counted. */
export const rowHeight = 44

/** Words and formats that all rows share, made once: a row is drawn again and again while scrolling. */
export type RowTexts = {
  readonly locale: string
  readonly statuses: Readonly<Record<WordStatus, string>>
  readonly leech: string
  readonly edit: string
  readonly date: (at: number) => string
  readonly choose: (word: string) => string
  readonly editWord: (word: string) => string
}

type Props = {
  readonly card: Card
  readonly index: number
  readonly leechAt: number
  readonly isChosen: boolean
  readonly texts: RowTexts
  readonly onToggle: (lemma: LemmaId) => void
  readonly onEdit: (lemma: LemmaId) => void
}

/** A mark beside the word for its status: shapes, so that colour is not needed. */
const signs: Readonly<Record<WordStatus, string>> = {
  waiting: '○',
  learning: '◐',
  learned: '●',
  known: '✓',
  new: '–',
  ignored: '×',
  suspended: '‖',
}

export const WordRow = memo(function WordRow({
  card,
  index,
  leechAt,
  isChosen,
  texts,
  onToggle,
  onEdit,
}: Props) {
  const status = statusOf(card)
  const isAsked = card.mark === 'study' && !card.suspended && card.memory.reviewedAt !== null
  return (
    <tr aria-rowindex={index} style={{ height: rowHeight }} aria-selected={isChosen}>
      <td>
        <input
          type="checkbox"
          aria-label={texts.choose(card.form)}
          checked={isChosen}
          onChange={() => onToggle(card.lemma)}
        />
      </td>
      <th scope="row" lang="id" data-column="lemma">
        {/* Dozens of rows go by with each scroll: their pages are fetched when asked for. */}
        <Link prefetch={false} href={`/${texts.locale}/words/${encodeURIComponent(card.lemma)}`}>
          {card.lemma}
        </Link>
      </th>
      <td lang="id" data-column="root">
        {card.root}
      </td>
      <td lang="en" data-column="gloss" title={card.gloss}>
        {card.gloss}
      </td>
      <td data-column="status">
        <span aria-hidden="true">{signs[status]} </span>
        {texts.statuses[status]}
        {card.mark === 'study' && isLeech(card, { leechAt }) ? ` · ${texts.leech}` : ''}
      </td>
      <td data-column="due" className="tabular">
        {isAsked ? texts.date(card.memory.due) : ''}
      </td>
      <td data-column="saved" className="tabular">
        {texts.date(card.createdAt)}
      </td>
      <td>
        <button
          type="button"
          className="button-text"
          aria-label={texts.editWord(card.form)}
          onClick={() => onEdit(card.lemma)}
        >
          {texts.edit}
        </button>
      </td>
    </tr>
  )
})
