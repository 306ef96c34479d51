'use client'

import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import type { LemmaId } from '@/lib/study/card'
import { listWords } from '@/lib/study/word-list'
import type { WordListView } from '@/lib/study/word-list'
import { useStudy, useVocabulary } from '../study/study-services'
import { Sheet } from '../ui/sheet'
import { CardEditor } from '../study/card-editor'
import { BulkBar } from './bulk-bar'
import { ExportDialog } from './export-dialog'
import { ImportDialog } from './import-dialog'
import { WordFilters } from './word-filters'
import { WordTable } from './word-table'

type Dialog = 'export' | 'import' | { readonly edit: LemmaId } | null

/** Everything the learner has: to look through, change in bulk, take out and bring in. */
export function WordsPage() {
  const { t } = useTranslation('study')
  const { actions } = useStudy()
  const { ready, vocabulary, settings } = useVocabulary()
  const [view, setView] = useState<Omit<WordListView, 'leechAt'>>({
    search: '',
    filter: 'all',
    order: 'saved',
    descending: true,
  })
  const [chosen, setChosen] = useState<ReadonlySet<LemmaId>>(new Set())
  const [dialog, setDialog] = useState<Dialog>(null)
  const [done, setDone] = useState<{ text: string; undo: Undo } | null>(null)
  const search = useDeferredValue(view.search)
  const words = useMemo(
    () => listWords(vocabulary.all(), { ...view, search, leechAt: settings.leechAt }),
    [vocabulary, view, search, settings.leechAt],
  )
  const chosenCards = words.filter(({ lemma }) => chosen.has(lemma))
  const close = () => setDialog(null)
  const startEdit = useCallback((edit: LemmaId) => setDialog({ edit }), [])
  const edited = typeof dialog === 'object' && dialog ? vocabulary.card(dialog.edit) : undefined
  if (!ready) return <p className="text-quiet">{t('loading')}</p>
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-quiet tabular" role="status">
          {words.length === vocabulary.size
            ? t('wordCount', { count: vocabulary.size })
            : t('wordCountOf', { count: words.length, all: vocabulary.size })}
        </p>
        <div className="flex gap-3">
          <button type="button" className="button" onClick={() => setDialog('import')}>
            {t('import')}
          </button>
          <button type="button" className="button" onClick={() => setDialog('export')}>
            {t('export')}
          </button>
        </div>
      </div>
      <WordFilters view={view} onChange={setView} />
      <BulkBar
        cards={chosenCards}
        onDone={(text, undo) => setDone({ text, undo })}
        onClear={() => setChosen(new Set())}
      />
      {done ? (
        <p role="status" className="flex flex-wrap items-center gap-3">
          {done.text}
          <button
            type="button"
            className="button-text"
            onClick={() => {
              void done.undo()
              setDone(null)
            }}
          >
            {t('undo')}
          </button>
        </p>
      ) : null}
      {vocabulary.size === 0 ? (
        <p className="text-quiet py-8 text-lg">{t('emptyVocabulary')}</p>
      ) : words.length === 0 ? (
        <p className="text-quiet py-8 text-lg">{t('noMatch')}</p>
      ) : (
        <WordTable
          words={words}
          view={view}
          leechAt={settings.leechAt}
          chosen={chosen}
          onChoose={setChosen}
          onOrder={(order) =>
            setView({ ...view, order, descending: view.order === order ? !view.descending : false })
          }
          onEdit={startEdit}
        />
      )}
      <ExportDialog
        open={dialog === 'export'}
        cards={chosenCards.length > 0 ? chosenCards : words}
        onClose={close}
      />
      <ImportDialog open={dialog === 'import'} onClose={close} />
      <Sheet open={edited !== undefined} title={t('editTitle')} onClose={close}>
        {edited ? (
          <CardEditor
            card={edited}
            onCancel={close}
            onSave={(patch) => {
              setDone({ text: t('saved'), undo: actions.edit(edited.lemma, patch) })
              close()
            }}
          />
        ) : null}
      </Sheet>
    </>
  )
}
