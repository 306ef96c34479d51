'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnotatedToken } from '@/lib/language/annotation'
import type { Entry } from '@/lib/language/lexicon'
import { rootInWord } from '@/lib/language/root-in-word'
import type { Familiarity } from '@/lib/study/familiarity'
import { useSpeech } from '../study/use-speech'
import { Icon } from '../ui/icon'
import type { CardSentence, CardSubject } from './card-place'
import { StatusLine } from './status-buttons'
import { Swallowed } from './word-text'

type Props = {
  readonly subject: CardSubject
  readonly sentence: CardSentence
  readonly headingId: string
  readonly familiarity: Familiarity | undefined
}

/** The word itself, how it sounds, what kind of word it is. */
export function CardHead({ subject, sentence, headingId, familiarity }: Props) {
  const { t, i18n } = useTranslation('card')
  const { canSpeak, speak } = useSpeech()
  const [isMute, setIsMute] = useState(false)
  const spoken = writtenForm(sentence, subject)
  const page = pageOf(subject)
  return (
    <header className="grid gap-1">
      <div className="flex items-start justify-between gap-3">
        <h2 id={headingId} lang="id" className="word-headword">
          {subject.kind === 'term' ? subject.term.entry.surface : <Headword token={subject.token} />}
        </h2>
        <button
          type="button"
          className="chip -me-2"
          onClick={() => (canSpeak ? speak(spoken) : setIsMute(true))}
          aria-label={t('pronounce')}
        >
          <Icon name="sound" />
        </button>
      </div>
      {isMute && !canSpeak ? (
        <p role="status" className="text-quiet text-[0.8125rem]">
          {t('noVoice')}
        </p>
      ) : null}
      <p className="text-quiet flex flex-wrap items-baseline gap-x-2 text-[0.8125rem]">
        <SubjectFacts subject={subject} />
        {page ? (
          <Link
            href={`/${i18n.language}/words/${encodeURIComponent(page)}`}
            className="text-accent"
            prefetch={false}
          >
            {t('dictionaryLink')}
          </Link>
        ) : null}
        {familiarity ? <StatusLine familiarity={familiarity} /> : null}
      </p>
      {subject.kind === 'token' ? <Extras token={subject.token} /> : null}
    </header>
  )
}

const writtenForm = ({ words }: CardSentence, { from, to }: CardSubject): string =>
  words.tokens
    .slice(from, to)
    .map(({ surface }) => surface)
    .join('')

/** The headword to look up in the dictionary; names and numbers have none. */
const pageOf = (subject: CardSubject): string | undefined => {
  if (subject.kind === 'term') return subject.term.entry.surface
  const { kind, lemma, senses } = subject.token
  return (kind === 'word' || kind === 'acronym') && senses.length > 0 ? lemma : undefined
}

/** A word with its root standing out. */
export function Headword({ token }: { readonly token: AnnotatedToken }) {
  const best = token.analyses[0]
  const surface = token.kind === 'word' ? token.surface.toLowerCase() : token.surface
  const root = best && token.kind === 'word' ? rootInWord(surface, best.root, best.steps) : undefined
  if (!root) return surface
  const { start, end } = root.span
  return (
    <>
      {surface.slice(0, start)}
      {root.swallowed ? <Swallowed letter={root.swallowed} /> : null}
      <b className="word-root">{surface.slice(start, end)}</b>
      {surface.slice(end)}
    </>
  )
}

/** What kind of word it is, in a line. */
function SubjectFacts({ subject }: { readonly subject: CardSubject }) {
  const { t } = useTranslation('card')
  if (subject.kind === 'term') return <span>{t(`kind ${subject.term.entry.kind}`)}</span>
  const { kind, pos, register, band, guessable } = subject.token
  if (kind !== 'word')
    return <span>{t(`kind ${kind === 'acronym' || kind === 'number' ? kind : 'name'}`)}</span>
  return <Facts pos={pos} register={register} band={band} isGuessable={guessable} />
}

type FactsProps = Pick<Entry, 'pos' | 'register'> & { readonly band: number; readonly isGuessable: boolean }

const bandKeys = [undefined, 'band 1', 'band 2', 'band 3', 'band 4', 'band 5'] as const

/** Part of speech, register, how common, whether it can be guessed. */
export function Facts({ pos, register, band, isGuessable }: FactsProps) {
  const { t } = useTranslation('card')
  const bandKey = bandKeys[band]
  const facts = [
    pos.map((part) => t(`pos ${part}`)).join(', '),
    register === 'neutral' ? '' : t(`register ${register}`),
    bandKey ? t(bandKey) : '',
    isGuessable ? t('guessable') : '',
  ].filter((fact) => fact !== '')
  return facts.map((fact) => (
    <span key={fact} className="word-fact">
      {fact}
    </span>
  ))
}

/** The other voice of a verb, what an abbreviation stands for, how a number is read. */
export function Extras({ token }: { readonly token: AnnotatedToken }) {
  const { t } = useTranslation('card')
  const { partner, expansion, readout } = token
  return (
    <>
      {partner ? (
        <p>
          {partner.voice === 'passive' ? t('partnerPassiveLabel') : t('partnerActiveLabel')}{' '}
          <em lang="id" className="font-serif not-italic">
            {partner.form}
          </em>
        </p>
      ) : null}
      {expansion ? (
        <p>
          <span className="text-quiet text-[0.8125rem]">{t('standsFor')} </span>
          <span lang="id">{expansion}</span>
        </p>
      ) : null}
      {readout ? (
        <p>
          <span lang="id">{token.surface}</span> = <strong lang="en">{readout}</strong>
        </p>
      ) : null}
    </>
  )
}
