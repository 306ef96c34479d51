'use client'

import { useRouter } from 'next/navigation'
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnTextProblem } from '@/lib/content/own-text'
import { useServices } from '../services-context'
import { Icon } from '../ui/icon'

type Props = { readonly locale: string }

const megabytes = (bytes: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000)

/** What is wrong with a text, in a sentence that says what to do next. */
function useProblemText() {
  const { t, i18n } = useTranslation('library')
  return (problem: OwnTextProblem): string => {
    switch (problem.kind) {
      case 'empty':
        return t('errorEmpty')
      case 'too-large':
        return t('errorTooLarge', { size: megabytes(problem.bytes, i18n.language), limit: 2 })
      case 'not-text':
        return t('errorNotText', { name: problem.name })
      case 'unreadable':
        return t('errorUnreadable', { name: problem.name })
    }
  }
}

export function OwnTextForm({ locale }: Props) {
  const { t } = useTranslation('library')
  const { storage, ownTexts } = useServices()
  const router = useRouter()
  const ids = { title: useId(), text: useId(), problem: useId() }
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<OwnTextProblem>()
  const [fileName, setFileName] = useState<string>()
  const problemText = useProblemText()

  const takeFile = async (file: File | undefined) => {
    if (!file) return
    const result = await ownTexts.readFile(file)
    setProblem(result.ok ? undefined : result.problem)
    setFileName(result.ok ? file.name : undefined)
    if (result.ok) setText(result.value)
  }
  const read = async (event: FormEvent) => {
    event.preventDefault()
    const draft = { id: crypto.randomUUID(), title, text, createdAt: Date.now() }
    const result = ownTexts.create(draft)
    if (!result.ok) return setProblem(result.problem)
    await storage.keepArticle(result.value)
    router.push(`/${locale}/texts?id=${encodeURIComponent(result.value.id)}`)
  }

  return (
    <form className="grid gap-3" onSubmit={(event) => void read(event)} noValidate>
      <div>
        <label htmlFor={ids.text} className="mb-1 block font-medium">
          {t('ownTextLabel')}
        </label>
        <textarea
          id={ids.text}
          lang="id"
          rows={7}
          className="field font-serif text-[1.0625rem] leading-normal"
          placeholder={t('ownTextPlaceholder')}
          value={text}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? ids.problem : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
            setFileName(undefined)
          }}
        />
      </div>
      <div>
        <label htmlFor={ids.title} className="mb-1 block font-medium">
          {t('ownTitleLabel')}
        </label>
        <input
          id={ids.title}
          lang="id"
          className="field"
          placeholder={t('ownTitlePlaceholder')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div id={ids.problem} role="alert" className="text-warning empty:hidden">
        {problem ? problemText(problem) : null}
      </div>
      <p role="status" className="text-quiet empty:hidden">
        {fileName ? t('ownFileRead', { name: fileName }) : null}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <button type="submit" className="button button-main">
          {t('ownStart')}
        </button>
        <label className="button cursor-pointer has-[:focus-visible]:outline-2">
          <Icon name="file" size={16} />
          {t('ownFile')}
          <input
            type="file"
            accept=".txt,.md,text/plain"
            className="sr-only"
            onChange={(event) => {
              void takeFile(event.target.files?.[0])
              // The same file can be chosen again after it was mended.
              event.target.value = ''
            }}
          />
        </label>
      </div>
    </form>
  )
}
