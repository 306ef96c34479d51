'use client'

import { memo, useCallback, useEffect, useId, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useStudy } from '../study/study-services'
import { CardBox } from './card-box'
import type { CardSentence } from './card-place'
import { subjectAt } from './card-place'
import type { SentenceSource } from './sentence-source'
import { familiarityOf } from './token-state'
import { noLinks, useAlignments, usePartnerLights, type Alignments } from './use-alignment'
import { useOpenCard, type OpenCard } from './use-open-card'
import { useWords } from './use-words'
import { WordCard } from './word-card'
import { useWordServices } from './word-services'

type Props = {
  /** The element that holds the text. */
  readonly root: RefObject<HTMLElement | null>
  readonly source: SentenceSource
  /** The row of the sentence that is lit. */
  readonly activeRow: () => HTMLElement | null
}

/** Everything that happens over the words of a text: the one card of the page, and the partners that light up. */
export function WordLayer({ root, source, activeRow }: Props) {
  const alignments = useAlignments(source)
  usePartnerLights(root, source, alignments)
  useLensAttributes(root)
  const { card, close, box, intent } = useOpenCard({ root, activeRow })
  const said = useRef<HTMLParagraphElement>(null)
  // Written past React: what is said aloud need not draw the card a second time.
  const announce = useCallback((text: string) => {
    if (said.current) said.current.textContent = text
  }, [])
  return (
    <>
      {card ? (
        <OpenedCard
          key={`${card.sentence} ${card.token}`}
          card={card}
          source={source}
          alignments={alignments}
          box={box}
          close={close}
          stay={intent.stay}
          leave={intent.out}
          announce={announce}
        />
      ) : null}
      <p ref={said} role="status" aria-live="polite" className="sr-only" />
    </>
  )
}

/** Lenses that CSS alone can draw hang on the text as attributes. */
function useLensAttributes(root: RefObject<HTMLElement | null>) {
  const { lenses } = useWordServices()
  const { marks, passives, unknown, glosses } = useStore(lenses)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const on = Object.entries({ marks, passives, unknown, glosses: glosses > 0 })
    element.setAttribute('data-lenses', on.flatMap(([name, isOn]) => (isOn ? [name] : [])).join(' '))
  }, [root, marks, passives, unknown, glosses])
}

type OpenedCardProps = {
  readonly card: OpenCard
  readonly source: SentenceSource
  readonly alignments: Alignments
  readonly box: RefObject<HTMLDivElement | null>
  readonly close: () => void
  readonly stay: () => void
  readonly leave: () => void
  readonly announce: (text: string) => void
}

/** A card that has been open this long was meant, and counts as a look-up. */
const meantAfter = 1200

const OpenedCard = memo(function OpenedCard({
  card,
  source,
  alignments,
  announce,
  ...frame
}: OpenedCardProps) {
  const { t } = useTranslation('card')
  const headingId = useId()
  const sentence = useCardSentence(card, source, alignments)
  const { words } = useWordServices()
  useLookup(card, sentence, source.slug)
  useAnnouncement(sentence, card, announce)
  const hasFailed = words.failed() && !sentence
  return (
    <CardBox card={card} headingId={headingId} isReady={sentence !== undefined} {...frame}>
      {sentence ? (
        <WordCard
          sentence={sentence}
          token={card.token}
          headingId={headingId}
          article={source}
          announce={announce}
        />
      ) : (
        <p id={headingId} className="text-quiet">
          {hasFailed ? t('failed') : t('loading')}
        </p>
      )}
    </CardBox>
  )
})

/** The sentence of the card: its words, its English, and its links as soon as they are known. */
function useCardSentence(
  card: OpenCard,
  source: SentenceSource,
  alignments: Alignments,
): CardSentence | undefined {
  const text = source.text(card.sentence) ?? ''
  const words = useWords(text, true)
  const [links, setLinks] = useState(() => alignments.known(card.sentence, 0) ?? noLinks)
  const isKnown = words !== undefined
  useEffect(() => {
    let isCurrent = true
    void alignments.links(card.sentence, 0).then((found) => {
      if (isCurrent && isKnown) setLinks(found)
    })
    return () => {
      isCurrent = false
    }
    // Once per card: the English of a sentence under the pointer does not change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [card.sentence, isKnown])
  if (!words) return undefined
  return { text, index: card.sentence, words, english: source.english(card.sentence, 0)?.text ?? '', links }
}

function useLookup(card: OpenCard, sentence: CardSentence | undefined, slug: string) {
  const { actions } = useStudy()
  const subject = sentence && subjectAt(sentence.words, card.token, false)
  const lemma = subject?.kind === 'token' && subject.token.kind === 'word' ? subject.token.lemma : undefined
  const isMeant = card.by === 'press' || card.by === 'key'
  useEffect(() => {
    if (lemma === undefined) return
    const timer = setTimeout(() => actions.lookedUp(lemma, slug), isMeant ? 0 : meantAfter)
    return () => clearTimeout(timer)
  }, [lemma, slug, isMeant, actions])
}

function useAnnouncement(
  sentence: CardSentence | undefined,
  card: OpenCard,
  announce: (text: string) => void,
) {
  const { t } = useTranslation('card')
  const { vocabulary } = useStudy()
  const token = sentence?.words.tokens[card.token]
  const say = useCallback(() => {
    if (!token) return
    const known = familiarityOf(token, vocabulary.getState().vocabulary)
    const names = {
      new: t('statusNew'),
      learning: t('statusLearning'),
      known: t('statusKnown'),
      ignored: t('statusIgnored'),
    }
    const status = known ? names[known.state] : t('statusName')
    const word = token.surface
    announce(
      token.gloss === ''
        ? t('announceUnknown', { word })
        : t('announce', { word, gloss: token.gloss, status }),
    )
  }, [token, vocabulary, t, announce])
  useEffect(() => {
    say()
    return () => announce('')
  }, [say, announce])
}
