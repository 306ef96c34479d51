'use client'

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon'
import { EnglishText } from './english-text'
import { useReader } from './reader-context'
import type { ReaderSentence } from './reader-sentence'
import { SecondTry, SentenceFindings } from './sentence-findings'
import { useDifferences } from './use-differences'
import { useEnglish } from './use-english'

const pending = { status: 'pending', text: '' } as const

type Props = {
  readonly sentence: ReaderSentence
  /** Undefined until it is known which model is read. */
  readonly model: string | undefined
  /** The model in the other column, when two are compared. */
  readonly other: string | undefined
  readonly side: 'first' | 'second'
  readonly isNear: boolean
}

/**
 * Whether the place of the expected text is still held open. It is let go only out of sight of the reader, so that what
 * is being read never moves.
 */
function useStrut(isDone: boolean, index: number, isNear: boolean): boolean {
  const { sight } = useReader()
  const [isHeld, setIsHeld] = useState(true)
  if (isHeld && isDone && !isNear && sight.isFar(index)) setIsHeld(false)
  return isHeld
}

/** The English of one sentence in one column: skeleton, text as it is written, finished text with what was found in it. */
export function TargetCell({ sentence, model = '', other = '', side, isNear }: Props) {
  const english = useEnglish(model, sentence.key) ?? pending
  const differences = useDifferences(english, useEnglish(other, sentence.key), side)
  const isStrutted = useStrut(english.status === 'done', sentence.index, isNear)
  return (
    <div
      className="target"
      lang="en"
      data-model={model}
      data-status={english.status}
      data-pending={
        english.text === '' && english.status !== 'done' && english.status !== 'failed' ? true : undefined
      }
      data-strut={isStrutted ? (sentence.reference ?? sentence.text) : undefined}
    >
      <div className="text-block">
        <span className="text">
          <EnglishText
            text={english.text}
            isSplit={isNear}
            isStreaming={english.status === 'writing'}
            differences={differences}
            side={side}
          />
        </span>
        {english.status === 'done' && model !== 'reference' ? (
          <SentenceFindings sentence={sentence} model={model} english={english.text} />
        ) : null}
        {english.status === 'failed' ? <FailedSentence sentence={sentence} model={model} /> : null}
      </div>
    </div>
  )
}

type FailedProps = { readonly sentence: ReaderSentence; readonly model: string }

function FailedSentence({ sentence, model }: FailedProps) {
  const { t, i18n } = useTranslation('reader')
  return (
    <div className="finding" lang={i18n.language}>
      <Icon name="note" size={16} />
      <div>
        <p>{t('sentenceFailed')}</p>
        <SecondTry sentence={sentence} model={model} english="" />
      </div>
    </div>
  )
}
