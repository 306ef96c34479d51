'use client'

import { clsx } from 'clsx'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/lib/language/article'
import { ModelPanel } from '../model/model-panel'
import { useModelName } from '../model/use-model-name'
import { useServices } from '../services-context'
import { AfterReading } from '../study/after-reading'
import { BeforeReading } from '../study/before-reading'
import { ReaderWords } from '../words/reader-words'
import { ArticleHeader } from './article-header'
import { ArticleText } from './article-text'
import { CompareHead } from './compare-head'
import { KeysDialog } from './keys-dialog'
import { ModelTrouble } from './model-trouble'
import { ReaderBar } from './reader-bar'
import { createReaderStore, ReaderContext } from './reader-context'
import { ReferenceWithoutScript } from './reference-without-script'
import { toReaderBlocks } from './reader-sentence'
import { createSight } from './sight'
import { useComparison } from './use-comparison'
import { useDoneCount, useEngine, useRequests } from './use-english'
import { useModels } from './use-models'
import { useReadingProgress } from './use-reading-progress'
import { useSentenceKeys } from './use-sentence-keys'
import { useSentencePointer } from './use-sentence-pointer'
import { useSpeed } from './use-speed'
import { useViewMode } from './use-view-mode'

type Props = { readonly article: Article; readonly minutes: number }

/** From this many sentences on, the browser is told to skip rows that are out of sight. */
const longText = 120

/** An article beside its English: the one page that everything else serves. */
export function Reader({ article, minutes }: Props) {
  const { t } = useTranslation('reader')
  const { shelf } = useServices()
  const [context] = useState(() => ({ reader: createReaderStore(), sight: createSight() }))
  const root = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => toReaderBlocks(article), [article])
  const sentences = useMemo(() => blocks.flatMap((block) => block.sentences), [blocks])
  const [mode, chooseMode] = useViewMode()
  const [open, setOpen] = useState<'models' | 'keys'>()
  const choice = useModels(article.reference !== undefined)
  const { current, shelved } = choice
  const { pair, toggle, choose } = useComparison(current, shelved)
  const shown = pair?.[0] ?? current
  const requested = useMemo(() => pair ?? (current === undefined ? undefined : [current]), [pair, current])
  useRequests(requested, sentences, context.sight)
  useReadingProgress(article.slug, sentences.length, context.sight)
  const onHelp = useCallback(() => setOpen('keys'), [])
  const close = useCallback(() => setOpen(undefined), [])
  const isOnRequest = mode === 'request' && !pair
  useSentenceKeys({ ...context, root, count: sentences.length, onHelp, isOnRequest })
  const pointer = useSentencePointer(context.reader, isOnRequest)
  const engine = useEngine(shown ?? '')
  const done = useDoneCount(shown ?? '', sentences)
  const speed = useSpeed(shown, sentences, open === 'models')
  const { name } = useModelName(shelf.all.find(({ id }) => id === shown))
  useEffect(() => () => context.sight.stop(), [context])
  return (
    <ReaderContext value={context}>
      <div className={clsx(pair && 'compared')}>
        <ReaderBar
          modelName={name}
          engine={engine}
          done={done}
          total={sentences.length}
          mode={mode}
          isComparing={pair !== undefined}
          onMode={chooseMode}
          onModels={() => setOpen('models')}
          onCompare={toggle}
          onKeys={onHelp}
        />
        <article className="reader" data-mode={pair ? 'side' : mode} data-engine={engine.status}>
          <div className="page">
            <div className="reader-column">
              <ArticleHeader article={article} sentences={sentences.length} minutes={minutes} />
              <BeforeReading article={article} />
              {shown === undefined ? null : <ModelTrouble model={shown} onDownload={choice.download} />}
              {pair ? (
                <CompareHead
                  pair={pair}
                  shelved={shelved}
                  sentences={sentences}
                  onChange={choose}
                  onModels={() => setOpen('models')}
                />
              ) : null}
              <Hint mode={pair ? 'side' : mode} />
              {sentences.length === 0 ? <p className="text-quiet">{t('emptyArticle')}</p> : null}
              <div
                ref={root}
                role="region"
                aria-label={t('textLabel', { title: article.title })}
                className="reader-body article-text"
                data-long={sentences.length > longText || undefined}
                {...pointer}
              >
                <ArticleText blocks={blocks} first={shown} second={pair?.[1]} />
              </div>
              <AfterReading article={article} />
              <ReferenceWithoutScript article={article} />
            </div>
          </div>
        </article>
      </div>
      <ReaderWords root={root} article={article} sentences={sentences} first={shown} second={pair?.[1]} />
      <ModelPanel open={open === 'models'} onClose={close} choice={choice} speed={speed} />
      <KeysDialog open={open === 'keys'} onClose={close} />
    </ReaderContext>
  )
}

/** How to get at the English in the views that hide it. */
function Hint({ mode }: { readonly mode: string }) {
  const { t } = useTranslation('reader')
  if (mode !== 'request' && mode !== 'blur') return null
  return (
    <p className="reader-hint text-quiet mb-5 text-sm">
      {mode === 'request' ? t('hintRequest') : t('hintBlur')}
    </p>
  )
}
