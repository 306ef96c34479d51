'use client'

import { useCallback, type Dispatch, type SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, LemmaId } from '@/lib/study/card'
import type { WordListView, WordOrder } from '@/lib/study/word-list'
import { useRowTexts } from './use-row-texts'
import { useRows } from './use-rows'
import { WordRow, rowHeight } from './word-row'

type Props = {
  readonly words: readonly Card[]
  readonly view: Pick<WordListView, 'order' | 'descending'>
  readonly leechAt: number
  readonly chosen: ReadonlySet<LemmaId>
  readonly onChoose: Dispatch<SetStateAction<ReadonlySet<LemmaId>>>
  readonly onOrder: (order: WordOrder) => void
  readonly onEdit: (lemma: LemmaId) => void
}

/** The words as a table. Only the rows in sight are drawn; the rest is two empty rows of their height. */
export function WordTable({ words, view, leechAt, chosen, onChoose, onOrder, onEdit }: Props) {
  const { t } = useTranslation('study')
  const { box, from, to } = useRows(rowHeight, words.length)
  const texts = useRowTexts()
  const columns: readonly (readonly [WordOrder, string])[] = [
    ['lemma', t('columnWord')],
    ['root', t('columnRoot')],
    ['gloss', t('columnGloss')],
    ['status', t('columnStatus')],
    ['due', t('columnDue')],
    ['saved', t('columnSaved')],
  ]
  const all = words.length > 0 && words.every(({ lemma }) => chosen.has(lemma))
  const toggle = useCallback(
    (lemma: LemmaId) =>
      onChoose((before) => {
        const next = new Set(before)
        if (!next.delete(lemma)) next.add(lemma)
        return next
      }),
    [onChoose],
  )
  return (
    <div ref={box} className="word-table" tabIndex={0} role="region" aria-label={t('tableLabel')}>
      <table aria-rowcount={words.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t('chooseAll')}
                checked={all}
                onChange={() => onChoose(all ? new Set() : new Set(words.map(({ lemma }) => lemma)))}
              />
            </th>
            {columns.map(([order, label]) => (
              <th
                key={order}
                scope="col"
                data-column={order}
                aria-sort={view.order !== order ? undefined : view.descending ? 'descending' : 'ascending'}
              >
                <button type="button" onClick={() => onOrder(order)}>
                  {label}
                  <span aria-hidden="true">{view.order !== order ? '' : view.descending ? ' ↓' : ' ↑'}</span>
                </button>
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer rows={from} />
          {words.slice(from, to).map((card, index) => (
            <WordRow
              key={card.lemma}
              card={card}
              index={from + index + 2}
              leechAt={leechAt}
              texts={texts}
              isChosen={chosen.has(card.lemma)}
              onToggle={toggle}
              onEdit={onEdit}
            />
          ))}
          <Spacer rows={words.length - to} />
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ rows }: { readonly rows: number }) {
  if (rows === 0) return null
  return (
    <tr aria-hidden="true">
      <td style={{ height: rows * rowHeight, padding: 0, border: 0 }} />
    </tr>
  )
}
