'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'
import type { Span } from '@/lib/language/span'

/** A sentence with its English, where the word stands in it, and the text it is from. */
export type ExampleSentence = {
  readonly sentence: string
  readonly target: Span
  readonly english: string
  readonly slug: string
  readonly title: string
}

type Props = { readonly locale: string; readonly examples: readonly ExampleSentence[] }

export function ExampleList({ locale, examples }: Props) {
  const { t } = useTranslation('dictionary')
  return examples.map(({ sentence, target, english, slug, title }) => (
    <blockquote key={`${slug} ${sentence}`} className="example">
      <p lang="id">
        {sentence.slice(0, target.start)}
        <mark>{sentence.slice(target.start, target.end)}</mark>
        {sentence.slice(target.end)}
      </p>
      <p lang="en">{english}</p>
      <footer>
        <Link href={`/${locale}/articles/${slug}`} prefetch={false}>
          {t('exampleFrom', { title })}
        </Link>
      </footer>
    </blockquote>
  ))
}
