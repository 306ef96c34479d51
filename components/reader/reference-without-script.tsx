import { useTranslation } from 'react-i18next'
import type { Article } from '@/lib/language/article'
import { toReaderBlocks } from './reader-sentence'

type Props = { readonly article: Article }

/** Without scripts nothing can be translated here, but what people translated can be read. */
export function ReferenceWithoutScript({ article }: Props) {
  const { t } = useTranslation('reader')
  if (!article.reference) return null
  return (
    <noscript>
      <details className="reader-body mt-10">
        <summary className="font-medium">{t('referenceNoScript')}</summary>
        <div className="article-text mt-4" lang="en">
          {toReaderBlocks(article).map((block, at) => (
            <p key={at} className="paragraph">
              {block.sentences.map(({ reference }) => reference).join(' ')}
            </p>
          ))}
        </div>
      </details>
    </noscript>
  )
}
