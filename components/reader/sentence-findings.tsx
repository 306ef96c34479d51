'use client'

import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkTranslation, type Finding } from '@/lib/language/check'
import { useServices } from '../services-context'
import { useWords } from '../words/use-words'
import { Icon } from '../ui/icon'
import { useReader } from './reader-context'
import type { ReaderSentence } from './reader-sentence'

type Props = { readonly sentence: ReaderSentence; readonly model: string; readonly english: string }

/** Beams of a second try: what else might have been meant is worth four times the work for one sentence. */
const beams = 4

/**
 * What does not agree between a sentence and its English, in words, with a second try. Nothing for most sentences.
 *
 * In sight of the reader it begins as a few words after the sentence, which take no room of their own, and opens when
 * asked: a line that pushed itself in would move what is being read. Out of sight it is open from the start.
 */
export function SentenceFindings({ sentence, model, english }: Props) {
  const { t, i18n } = useTranslation('reader')
  const words = useWords(sentence.text, true)
  const { sight } = useReader()
  const [isOpen, setIsOpen] = useState(() => sight.isFar(sentence.index))
  // Names are looked for once the dictionary has told which capitalised words are ordinary ones.
  const findings = useMemo(
    () => checkTranslation(sentence.text, english, words && ((form) => words.ordinary.includes(form))),
    [sentence.text, english, words],
  )
  const describe = useFindingText()
  const [first] = findings
  if (!first) return null
  if (!isOpen) {
    return (
      <button type="button" className="finding-mark" lang={i18n.language} onClick={() => setIsOpen(true)}>
        <Icon name="note" size={14} />
        {t(`mark.${first.kind}`)}
      </button>
    )
  }
  return (
    <div className="finding" lang={i18n.language}>
      <Icon name="note" size={16} />
      <div>
        {findings.map((finding, index) => (
          <p key={index}>{describe(finding)}</p>
        ))}
        <SecondTry sentence={sentence} model={model} english={english} />
      </div>
    </div>
  )
}

/** Translates the sentence once more with several beams; says so when nothing likelier came of it. */
export function SecondTry({ sentence, model, english }: Props) {
  const { t } = useTranslation('reader')
  const { translations } = useServices()
  const [attempt, setAttempt] = useState<'trying' | { readonly before: string }>()
  const retry = () => {
    setAttempt('trying')
    void translations.retry(model, sentence, { beams }).then(() => setAttempt({ before: english }))
  }
  if (attempt === 'trying') return <p role="status">{t('tryingAgain')}</p>
  if (attempt?.before === english) return <p role="status">{t('triedAgain')}</p>
  return (
    <button type="button" className="button-text" onClick={retry}>
      {t('tryAgain')}
    </button>
  )
}

function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation('reader')
  const pair = (finding: Extract<Finding, { kind: 'number' | 'name' }>) => {
    const { source, target } = { source: finding.source?.surface, target: finding.target?.surface }
    if (finding.kind === 'name')
      return target ? t('checkName', { source, target }) : t('checkNameMissing', { source })
    if (source && target) return t('checkNumber', { source, target })
    return source ? t('checkNumberMissing', { source }) : t('checkNumberAdded', { target })
  }
  return (finding) => {
    switch (finding.kind) {
      case 'number':
      case 'name':
        return pair(finding)
      case 'repetition':
        return t('checkRepetition', { target: finding.target.surface })
      case 'shortened':
        return t('checkShortened')
      case 'lengthened':
        return t('checkLengthened')
      case 'untranslated':
        return t('checkUntranslated', { target: finding.target.map(({ surface }) => surface).join(', ') })
      case 'empty':
        return t('checkEmpty')
    }
  }
}
