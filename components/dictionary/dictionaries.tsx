'use client'

import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DictionaryProblem } from '@/lib/storage/dictionary-problem'
import type { ImportedDictionary } from '@/lib/storage/dictionary-storage'
import type { ImportProgress } from '@/lib/storage/yomitan-import'
import { Icon } from '../ui/icon'
import { useWordServices } from '../words/word-services'

type Work =
  | { readonly kind: 'importing'; readonly name: string; readonly progress?: ImportProgress }
  | { readonly kind: 'removing' }
  | { readonly kind: 'done'; readonly text: string }
  | {
      readonly kind: 'refused'
      readonly name: string
      readonly problem: DictionaryProblem
      readonly where: string
    }

/** What a rejected import says of itself; anything else counts as a browser that keeps nothing. */
function problemOf(error: unknown): { readonly problem: DictionaryProblem; readonly where: string } {
  const given =
    error instanceof Error ? (error as Error & { problem?: DictionaryProblem; where?: string }) : undefined
  return { problem: given?.problem ?? 'storage', where: given?.where ?? '' }
}

/** The dictionaries of this device: the built-in one, those added, and how to add and remove them. */
export function Dictionaries() {
  const { t } = useTranslation('dictionary')
  const { dictionaries, importDictionary } = useWordServices()
  const [listed, setListed] = useState<readonly ImportedDictionary[]>([])
  const [work, setWork] = useState<Work>()
  const heading = useId()
  const refresh = () => dictionaries.list().then(setListed)
  useEffect(() => {
    let isCurrent = true
    void dictionaries.list().then((found) => {
      if (isCurrent) setListed(found)
    })
    return () => {
      isCurrent = false
    }
  }, [dictionaries])
  const add = async (file: File) => {
    const { name } = file
    setWork({ kind: 'importing', name })
    try {
      const { title, entries } = await importDictionary(file, (progress) =>
        setWork({ kind: 'importing', name, progress }),
      )
      setWork({ kind: 'done', text: t('imported', { title, entries: entries.toLocaleString('id') }) })
    } catch (error) {
      setWork({ kind: 'refused', name, ...problemOf(error) })
    }
    await refresh()
  }
  const remove = async ({ id, title }: ImportedDictionary) => {
    setWork({ kind: 'removing' })
    try {
      await dictionaries.remove(id)
      setWork({ kind: 'done', text: t('removed', { title }) })
    } catch (error) {
      setWork({ kind: 'refused', name: title, ...problemOf(error) })
    }
    await refresh()
  }
  const isBusy = work?.kind === 'importing' || work?.kind === 'removing'
  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <h2 id={heading}>{t('dictionaries')}</h2>
      <p className="text-quiet">{t('dictionariesNote')}</p>
      <ul>
        <li className="border-hairline border-b py-2.5">{t('builtIn')}</li>
        {listed.map((dictionary) => (
          <DictionaryLine
            key={dictionary.id}
            dictionary={dictionary}
            isBusy={isBusy}
            onRemove={() => void remove(dictionary)}
          />
        ))}
      </ul>
      <FileButton isBusy={isBusy} onChoose={(file) => void add(file)} />
      <WorkLine work={work} />
    </section>
  )
}

type LineProps = {
  readonly dictionary: ImportedDictionary
  readonly isBusy: boolean
  readonly onRemove: () => void
}

function DictionaryLine({ dictionary, isBusy, onRemove }: LineProps) {
  const { t } = useTranslation('dictionary')
  const { title, revision, entries, attribution, author } = dictionary
  const facts = [
    t('entries', { count: entries }),
    revision ? t('revision', { revision }) : '',
    attribution ?? author ?? '',
  ]
  return (
    <li className="border-hairline flex items-start justify-between gap-4 border-b py-2.5">
      <div className="min-w-0">
        <p>{title}</p>
        <p className="text-quiet text-[0.8125rem] break-words">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <button
        type="button"
        className="chip"
        disabled={isBusy}
        aria-label={t('removeDictionary', { title })}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
    </li>
  )
}

type FileProps = { readonly isBusy: boolean; readonly onChoose: (file: File) => void }

function FileButton({ isBusy, onChoose }: FileProps) {
  const { t } = useTranslation('dictionary')
  const field = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file chosen again is a new try.
    event.target.value = ''
    if (file) onChoose(file)
  }
  return (
    <p>
      <input
        ref={field}
        type="file"
        accept=".zip,application/zip"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('chooseFile')}
        onChange={choose}
      />
      <button type="button" className="button" disabled={isBusy} onClick={() => field.current?.click()}>
        {t('addDictionary')}
      </button>
    </p>
  )
}

function WorkLine({ work }: { readonly work: Work | undefined }) {
  const { t } = useTranslation('dictionary')
  return (
    <div role="status" className="min-h-6" data-testid="dictionary-work">
      {work?.kind === 'importing' ? (
        <p>
          {t('importing', { name: work.name })}{' '}
          {work.progress ? t('importProgress', { ...work.progress }) : null}
        </p>
      ) : null}
      {work?.kind === 'removing' ? <p>{t('removing')}</p> : null}
      {work?.kind === 'done' ? <p>{work.text}</p> : null}
      {work?.kind === 'refused' ? (
        <p className="flex items-start gap-2">
          <Icon name="note" />
          <span>
            {t('refused', { name: work.name })} {t(`problem ${work.problem}`, { where: work.where })}
          </span>
        </p>
      ) : null}
    </div>
  )
}
