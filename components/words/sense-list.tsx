'use client'

import { useTranslation } from 'react-i18next'
import type { Sense } from '@/lib/language/lexicon'

type Props = {
  readonly senses: readonly Sense[]
  /** The sense that fits the sentence, when the English tells which. */
  readonly fitting: number | undefined
}

const glossesOf = ({ glosses }: Sense): string => glosses.join('; ')

/** The sense of this sentence first and bold; the others folded away. */
export function SenseList({ senses, fitting }: Props) {
  const { t } = useTranslation('card')
  const first = senses[fitting ?? 0]
  const others = senses.filter((sense) => sense !== first)
  if (!first) return null
  return (
    <div className="word-senses">
      <p>
        <strong lang="en">{glossesOf(first)}</strong>
        {fitting === undefined || others.length === 0 ? null : (
          <span className="text-quiet ms-2 text-[0.8125rem]">{t('thisSentence')}</span>
        )}
      </p>
      {others.length === 0 ? null : (
        <details>
          <summary className="text-quiet">{t('otherSenses', { count: others.length })}</summary>
          <ol lang="en">
            {others.map((sense) => (
              <li key={glossesOf(sense)}>{glossesOf(sense)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
