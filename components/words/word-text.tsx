'use client'

import { memo } from 'react'
import { useStore } from 'zustand'
import type { AnnotatedToken } from '@/lib/language/annotation'
import { rootInWord } from '@/lib/language/root-in-word'
import { tokenize } from '@/lib/language/tokenize'
import type { Vocabulary } from '@/lib/study/familiarity'
import { useVocabulary } from '../study/study-services'
import { fadeOf, familiarityOf, isUnknown, markOf } from './token-state'
import { useWords } from './use-words'
import { useWordServices } from './word-services'

type Props = { readonly text: string }

/**
 * The words of a sentence, each in a span found by `data-token`: its index among the sentence's tokens. Until the
 * dictionary has answered they carry their kind only, so nothing moves when the marks come.
 */
export const WordText = memo(function WordText({ text }: Props) {
  const words = useWords(text, true)
  const { glosses: glossStore, lenses } = useWordServices()
  const { vocabulary } = useVocabulary()
  const ownGlosses = useStore(glossStore, (state) => state.glosses)
  const showsRoots = useStore(lenses, (state) => state.roots)
  const glossFrom = useStore(lenses, (state) => state.glosses)
  if (!words) return <PlainWords text={text} />
  return words.tokens.map((token, index) =>
    token.kind === 'space' || token.kind === 'punctuation' ? (
      token.surface
    ) : (
      <Word
        key={index}
        index={index}
        token={token}
        vocabulary={vocabulary}
        showsRoot={showsRoots}
        gloss={glossFrom > 0 ? inlineGloss(token, glossFrom, ownGlosses) : ''}
      />
    ),
  )
})

function PlainWords({ text }: Props) {
  return tokenize(text).map((token, index) =>
    token.kind === 'space' || token.kind === 'punctuation' ? (
      token.surface
    ) : (
      <span key={index} data-token={index} data-kind={token.kind}>
        {token.surface}
      </span>
    ),
  )
}

/** The gloss between the lines: the reader's own first, for words of the chosen band or rarer. */
function inlineGloss(token: AnnotatedToken, from: number, own: ReadonlyMap<string, string>): string {
  if (token.kind === 'acronym') return token.gloss
  if (token.kind !== 'word' || token.band < from || token.guessable) return ''
  return own.get(token.lemma.toLowerCase()) ?? token.gloss.replace(/\s*\([^)]*\)/g, '')
}

type WordProps = {
  readonly index: number
  readonly token: AnnotatedToken
  readonly vocabulary: Vocabulary
  readonly showsRoot: boolean
  readonly gloss: string
}

function Word({ index, token, vocabulary, showsRoot, gloss }: WordProps) {
  const known = familiarityOf(token, vocabulary)
  const mark = markOf(token, known)
  const surface = showsRoot ? <RootedWord token={token} /> : token.surface
  const isGlossed = gloss !== '' && (mark === undefined || isUnknown(mark))
  return (
    <span
      data-token={index}
      data-kind={token.kind}
      data-mark={mark}
      data-fade={known && fadeOf(known)}
      data-voice={token.voice}
    >
      {isGlossed ? (
        <ruby>
          {surface}
          <rt lang="en">{gloss}</rt>
        </ruby>
      ) : (
        surface
      )}
    </span>
  )
}

/** The word with its root standing out and a swallowed letter small before it: men⁽ᵗ⁾ulis. */
function RootedWord({ token }: { readonly token: AnnotatedToken }) {
  const best = token.analyses[0]
  const root = best && rootInWord(token.surface, best.root, best.steps)
  if (!root) return token.surface
  const { start, end } = root.span
  return (
    <>
      {token.surface.slice(0, start)}
      {root.swallowed ? <Swallowed letter={root.swallowed} /> : null}
      <b className="word-root">{token.surface.slice(start, end)}</b>
      {token.surface.slice(end)}
    </>
  )
}

/** Drawn by CSS, so that copying, searching and reading aloud meet the word as it is written. */
export function Swallowed({ letter }: { readonly letter: string }) {
  return <span className="swallowed" data-letter={`(${letter})`} aria-hidden="true" />
}
