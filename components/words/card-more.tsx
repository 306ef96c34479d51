'use client'

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormInText } from '@/lib/content/word-service'
import type { ImportedResult } from '@/lib/storage/dictionary-storage'
import type { CardSentence, CardSubject } from './card-place'
import { useWordServices } from './word-services'

/** What `ask` answers, asked again when `key` changes; an answer that comes too late is dropped. */
function useAnswer<T>(key: string, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T }>()
  useEffect(() => {
    let isCurrent = true
    ask().then(
      (value) => {
        if (isCurrent) setAnswer({ key, value })
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
    // `ask` is made anew at each render; what it asks for is `key`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return answer?.key === key ? answer.value : undefined
}

type ComponentsProps = {
  readonly sentence: CardSentence
  readonly subject: CardSubject
  readonly onPick: (token: number) => void
  readonly onBack: () => void
}

/** The words of a term, each a way to its own card; from a word, the way back to its term. */
export function Components({ sentence, subject, onPick, onBack }: ComponentsProps) {
  const { t } = useTranslation('card')
  const { tokens, terms } = sentence.words
  if (subject.kind === 'token') {
    const term = subject.token.term === undefined ? undefined : terms[subject.token.term]
    if (!term) return null
    return (
      <button type="button" className="button-text justify-self-start text-[0.8125rem]" onClick={onBack}>
        {t('partOfTerm', { term: term.entry.surface })}
      </button>
    )
  }
  const parts = tokens
    .map((token, at) => ({ token, at }))
    .slice(subject.from, subject.to)
    .filter(({ token }) => token.kind !== 'space' && token.kind !== 'punctuation')
  return (
    <div className="text-[0.8125rem]">
      <p className="text-quiet">{t('components')}</p>
      <ul>
        {parts.map(({ token, at }) => (
          <li key={at}>
            <button type="button" className="button-text" lang="id" onClick={() => onPick(at)}>
              {token.surface}
            </button>{' '}
            <span lang="en">{token.gloss}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormsProps = { readonly root: string; readonly form: string; readonly texts: readonly string[] }

/** Other words of the same root that stand in this text. */
export function FormsHere({ root, form, texts }: FormsProps) {
  const { t } = useTranslation('card')
  const { words } = useWordServices()
  const forms = useAnswer<readonly FormInText[]>(`${root} ${texts.length}`, () =>
    words.service.forms(root, texts),
  )
  const others = forms?.filter((one) => one.form !== form.toLowerCase()).slice(0, 8) ?? []
  if (others.length === 0) return null
  return (
    <p className="text-[0.8125rem]">
      <span className="text-quiet">{t('formsHere')}: </span>
      <span lang="id">
        {others.map((one) => (one.count > 1 ? `${one.form} (${one.count})` : one.form)).join(', ')}
      </span>
    </p>
  )
}

/** What translations of a word are commonest, from the table learned from texts. */
export function Mostly({ form }: { readonly form: string }) {
  const { t } = useTranslation('card')
  const { words } = useWordServices()
  const found = useAnswer(form, () => words.service.translations(form))
  if (!found || found.length === 0) return null
  return (
    <p className="text-[0.8125rem]">
      <span className="text-quiet">{t('mostlyLabel')} </span>
      <span lang="en">{found.join(', ')}</span>
    </p>
  )
}

const linesShown = 6

/** What imported dictionaries say, as plain text, under what the app's own says. */
export function Imported({ forms }: { readonly forms: readonly string[] }) {
  const { dictionaries } = useWordServices()
  const results = useAnswer<readonly ImportedResult[]>(forms.join(' '), () => dictionaries.lookUp(forms))
  if (!results || results.length === 0) return null
  return (
    <div className="grid gap-2">
      {results.map((result) => (
        <ImportedEntries key={result.dictionary.id} result={result} />
      ))}
    </div>
  )
}

function ImportedEntries({ result: { dictionary, entries } }: { readonly result: ImportedResult }) {
  const { t } = useTranslation('card')
  return (
    <section className="word-imported" aria-label={t('fromDictionary', { title: dictionary.title })}>
      <h3 className="text-quiet text-[0.8125rem] !font-normal">{dictionary.title}</h3>
      {entries.map(({ headword, reading, tags, lines }, at) => (
        <div key={at}>
          <p className="text-[0.8125rem]">
            <span lang="id" className="font-serif font-semibold">
              {headword}
            </span>{' '}
            <span className="text-quiet">{[reading, ...tags].filter(Boolean).join(' · ')}</span>
          </p>
          {lines.slice(0, linesShown).map((line, number) => (
            <p key={number}>{line}</p>
          ))}
        </div>
      ))}
    </section>
  )
}
