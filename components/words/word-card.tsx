'use client'

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { fittingSense } from '@/lib/language/fitting-sense'
import type { Sense } from '@/lib/language/lexicon'
import { curlQuotes } from '@/lib/language/normalize'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import { familiarity } from '@/lib/study/familiarity'
import { useStudy, useVocabulary } from '../study/study-services'
import {
  alignedSpans,
  phraseOf,
  savedWordOf,
  subjectAt,
  type CardArticle,
  type CardSentence,
  type CardSubject,
} from './card-place'
import { CardHead } from './card-head'
import { Components, FormsHere, Imported, Mostly } from './card-more'
import { AffixParts } from './affix-parts'
import { LookElsewhere } from './look-elsewhere'
import { OwnGloss } from './own-gloss'
import { SenseList } from './sense-list'
import { StatusButtons, type WordMark } from './status-buttons'
import { useWordServices } from './word-services'

type Props = {
  readonly sentence: CardSentence
  readonly token: number
  readonly article: CardArticle
  readonly headingId: string
  /** Tells what is said aloud by screen readers. */
  readonly announce: (text: string) => void
}

const sensesOf = (subject: CardSubject): readonly Sense[] =>
  subject.kind === 'term' ? subject.term.entry.senses : subject.token.senses

const lemmaOf = (subject: CardSubject): string =>
  subject.kind === 'term' ? subject.term.entry.surface : subject.token.lemma

const isWordLike = (subject: CardSubject): boolean =>
  subject.kind === 'term' ? subject.term.entry.kind === 'term' : subject.token.kind === 'word'

/** What a card says of its subject in this sentence. */
function factsOf(sentence: CardSentence, subject: CardSubject) {
  const senses = sensesOf(subject)
  const aligned = alignedSpans(sentence, subject.from, subject.to)
  const alignedWords = aligned.map(({ start, end }) => sentence.english.slice(start, end))
  const lemma = lemmaOf(subject)
  return {
    lemma,
    root: subject.kind === 'token' ? subject.token.root : lemma,
    senses,
    fitting: fittingSense(senses, alignedWords, sentence.english),
    english: phraseOf(curlQuotes(sentence.english), aligned),
    isWord: isWordLike(subject),
    isListed: senses.length > 0 || (subject.kind === 'token' && subject.token.kind === 'number'),
  }
}

/** Everything about one word where it stands. */
export function WordCard({ sentence, token, ...props }: Props) {
  const [alone, setAlone] = useState<number>()
  const subject = subjectAt(sentence.words, alone ?? token, alone !== undefined)
  if (!subject) return null
  return <SubjectCard {...props} sentence={sentence} subject={subject} onPick={setAlone} />
}

type SubjectProps = Omit<Props, 'token'> & {
  readonly subject: CardSubject
  /** One word of a term is asked for; undefined goes back to the term. */
  readonly onPick: (token: number | undefined) => void
}

function SubjectCard({ sentence, subject, article, headingId, announce, onPick }: SubjectProps) {
  const { lemma, root, senses, fitting, english, isWord, isListed } = factsOf(sentence, subject)
  const { vocabulary } = useVocabulary()
  const { glosses } = useWordServices()
  const own = useStore(glosses, (state) => state.glosses.get(lemma.toLowerCase()))
  const known = isWord ? familiarity(vocabulary, { lemma, root }) : undefined
  const gloss = own ?? senses[fitting ?? 0]?.glosses[0] ?? english
  return (
    <div className="word-card">
      <CardHead subject={subject} sentence={sentence} headingId={headingId} familiarity={known} />
      {subject.kind === 'token' ? <TakenApart subject={subject} sentence={sentence} /> : null}
      <SenseList key={lemma} senses={senses} fitting={fitting} />
      {isListed ? null : <NotListed subject={subject} english={english} />}
      <OwnGloss key={`own ${lemma}`} lemma={lemma} isOpen={!isListed && isWord} />
      <Imported forms={subject.kind === 'token' ? [subject.token.surface, lemma, root] : [lemma]} />
      <Components sentence={sentence} subject={subject} onPick={onPick} onBack={() => onPick(undefined)} />
      {subject.kind === 'token' && isWord ? (
        <FormsHere root={root} form={subject.token.surface} texts={article.texts} />
      ) : null}
      {known ? (
        <Marking
          key={`mark ${lemma}`}
          familiarity={known}
          word={savedWordOf(sentence, subject, article, gloss)}
          announce={announce}
        />
      ) : null}
      {isListed ? null : <LookElsewhere word={lemma.toLowerCase()} />}
    </div>
  )
}

type TokenSubject = Extract<CardSubject, { kind: 'token' }>

/** The likeliest reading taken apart, and the others in a line each. */
function TakenApart({
  subject,
  sentence,
}: {
  readonly subject: TokenSubject
  readonly sentence: CardSentence
}) {
  const { t } = useTranslation('card')
  const [best, ...others] = subject.token.analyses
  if (subject.token.kind !== 'word' || !best || best.steps.length === 0) return null
  const likely = others.filter(({ known, steps }) => known && steps.length > 0)
  const read = (root: string, affixes: readonly { readonly label: string }[]) =>
    [root, ...affixes.map(({ label }) => label)].join(' + ')
  return (
    <div>
      <AffixParts
        key={subject.token.surface}
        analysis={best}
        rootGloss={sentence.words.rootGlosses[best.root] ?? ''}
      />
      {best.known && likely.length > 0 ? (
        <details className="text-[0.8125rem]">
          <summary className="text-quiet">{t('otherReadings', { count: likely.length })}</summary>
          <ul>
            {likely.map(({ root, affixes }) => (
              <li key={read(root, affixes)} lang="id">
                {read(root, affixes)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

type NotListedProps = {
  readonly subject: CardSubject
  /** What stands for the word in the English of this sentence; empty when that is not known. */
  readonly english: string
}

/** Says honestly that the dictionary has nothing, and what the sentence tells all the same. */
function NotListed({ subject, english }: NotListedProps) {
  const { t } = useTranslation('card')
  const best = subject.kind === 'token' ? subject.token.analyses[0] : undefined
  const isName = subject.kind === 'token' && subject.token.kind !== 'word'
  return (
    <div className="grid gap-1">
      {english === '' ? null : (
        <p>
          <span className="text-quiet text-[0.8125rem]">{t('translatedHereLabel')} </span>
          <strong lang="en">{english}</strong>
        </p>
      )}
      {isName ? null : <p className="text-quiet text-[0.8125rem]">{t('notInDictionary')}</p>}
      {!isName && best && best.steps.length > 0 ? (
        <p className="text-quiet text-[0.8125rem]">{t('guessedRoot', { root: best.root })}</p>
      ) : null}
      {subject.kind === 'token' && !isName ? <Mostly form={subject.token.surface} /> : null}
    </div>
  )
}

type MarkingProps = {
  readonly familiarity: Parameters<typeof StatusButtons>[0]['familiarity']
  readonly word: ReturnType<typeof savedWordOf>
  readonly announce: (text: string) => void
}

const keys: Readonly<Record<string, WordMark>> = { s: 'study', k: 'known', i: 'ignored' }

/** Save, know, ignore: by button, and by key while the card is open; each can be taken back. */
function Marking({ familiarity: known, word, announce }: MarkingProps) {
  const { t } = useTranslation('card')
  const { actions } = useStudy()
  const [done, setDone] = useState<{ readonly note: string; readonly undo: Undo }>()
  const mark = (what: WordMark) => {
    const notes = { study: t('savedNote'), known: t('knownNote'), ignored: t('ignoredNote') }
    const undo = what === 'study' ? actions.saveWord(word) : actions.mark([word], what)
    setDone({ note: notes[what], undo })
    announce(notes[what])
  }
  useMarkKeys(mark)
  return (
    <div className="grid gap-2">
      <StatusButtons familiarity={known} onMark={mark} />
      {done ? (
        <p className="text-quiet flex flex-wrap items-baseline gap-x-3 text-[0.8125rem]">
          {done.note}
          <button
            type="button"
            className="button-text"
            onClick={() => {
              void done.undo()
              setDone(undefined)
              announce(t('undoneNote'))
            }}
          >
            {t('undo')}
          </button>
        </p>
      ) : null}
    </div>
  )
}

/** The card's keys come before the page's: k is "know" while a card is open and "previous sentence" otherwise. */
function useMarkKeys(onMark: (mark: WordMark) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mark = keys[event.key.toLowerCase()]
      const isWriting =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog[open]')
      if (!mark || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      onMark(mark)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  })
}
