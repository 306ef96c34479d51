'use client'

import { useEffect, useMemo, type RefObject } from 'react'
import type { WordAligner } from '@/lib/content/word-aligner'
import type { SentenceWords } from '@/lib/content/word-service'
import type { Link } from '@/lib/language/align'
import { englishWords } from '../reader/english-text'
import { subjectAt } from './card-place'
import { englishAt, tokenAt, tokenElement, type EnglishPlace, type TokenPlace } from './page-words'
import { createPartnerLights, heaviest } from './partners'
import { useWordServices } from './word-services'
import type { SentenceSource } from './sentence-source'

export type Alignments = {
  /** The links of a sentence and one of its English columns; empty when there are none or nothing to align with. */
  links(sentence: number, column: number): Promise<readonly Link[]>
  /** The same at once, if it was worked out already: a word that is rested on was pointed at before. */
  known(sentence: number, column: number): readonly Link[] | undefined
}

const most = 600

export const noLinks: readonly Link[] = []

type Pair = {
  readonly key: string
  readonly text: string
  readonly words: SentenceWords
  readonly english: NonNullable<ReturnType<SentenceSource['english']>>
}
type Aligned = { links: readonly Link[] | undefined; promise: Promise<readonly Link[]> }

/** Aligns each sentence once per English text. */
export function useAlignments(source: SentenceSource): Alignments {
  const { aligner, words } = useWordServices()
  return useMemo(() => {
    const kept = new Map<string, Aligned>()
    const pairOf = (sentence: number, column: number): Pair | undefined => {
      const text = source.text(sentence)
      const english = source.english(sentence, column)
      const found = text === undefined ? undefined : words.words(text)
      if (text === undefined || !found || !english) return undefined
      return { key: `${text}\n${english.text}`, text, words: found, english }
    }
    const align = ({ key, text, words: found, english }: Pair): Aligned => {
      const aligned: Aligned = { links: undefined, promise: Promise.resolve(noLinks) }
      aligned.promise = alignOnce(aligner, {
        text,
        words: found,
        english: english.text,
        englishWords: englishWords(english.text),
        attention: english.attention,
      }).then((links) => (aligned.links = links))
      if (kept.size > most) kept.clear()
      kept.set(key, aligned)
      return aligned
    }
    return {
      async links(sentence, column) {
        const pair = pairOf(sentence, column)
        return pair ? (kept.get(pair.key) ?? align(pair)).promise : noLinks
      },
      known(sentence, column) {
        const pair = pairOf(sentence, column)
        return pair && kept.get(pair.key)?.links
      },
    }
  }, [aligner, words, source])
}

const alignOnce = (aligner: WordAligner, pair: Parameters<WordAligner['align']>[0]) =>
  aligner.align(pair).catch(() => noLinks)

/** Lights up the partners of the word under the pointer, or of the one that has the focus, on both sides. */
export function usePartnerLights(
  root: RefObject<HTMLElement | null>,
  source: SentenceSource,
  alignments: Alignments,
) {
  const { words } = useWordServices()
  useEffect(() => {
    const element = root.current
    if (!element) return
    const lights = createPartnerLights()
    let turn = 0
    const clear = () => {
      turn += 1
      lights.clear()
    }
    const showFromToken = async (place: TokenPlace) => {
      clear()
      const mine = turn
      const sentence = words.words(source.text(place.sentence) ?? '')
      const subject = sentence && subjectAt(sentence, place.token, false)
      const [from, to] = subject ? [subject.from, subject.to] : [place.token, place.token + 1]
      for (let token = from; token < to; token += 1) lights.point(tokenElement(place.row, token))
      for (const [column, cell] of place.row.querySelectorAll('.target').entries()) {
        const links = await alignments.links(place.sentence, column)
        if (turn !== mine) return
        const found = heaviest(links, (link) => link.source >= from && link.source < to, 'target')
        for (const [word, link] of found)
          lights.partner(cell.querySelector<HTMLElement>(`[data-word="${word}"]`), link)
      }
    }
    const showFromEnglish = async (place: EnglishPlace) => {
      clear()
      const mine = turn
      lights.point(place.element)
      const links = await alignments.links(place.sentence, place.column)
      if (turn !== mine) return
      const found = heaviest(links, (link) => link.target === place.word, 'source')
      for (const [token, link] of found) lights.partner(tokenElement(place.row, token), link)
    }
    const show = (target: EventTarget | null) => {
      const token = tokenAt(target)
      const english = token ? undefined : englishAt(target)
      if (token) void showFromToken(token)
      else if (english) void showFromEnglish(english)
      else clear()
    }
    const over = (event: PointerEvent) => show(event.target)
    const focus = (event: FocusEvent) => show(event.target)
    element.addEventListener('pointerover', over)
    element.addEventListener('pointerleave', clear)
    element.addEventListener('focusin', focus)
    element.addEventListener('focusout', clear)
    return () => {
      clear()
      element.removeEventListener('pointerover', over)
      element.removeEventListener('pointerleave', clear)
      element.removeEventListener('focusin', focus)
      element.removeEventListener('focusout', clear)
    }
  }, [root, source, alignments, words])
}
