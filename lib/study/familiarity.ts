import { lemmaId } from './card'
import type { Card, Mark, Memory } from './card'

/**
 * How a word is to be marked in the text. `strength` goes from 0 (just saved) to 1 (learned) and fades the mark;
 * `family` is true when the word is known only through its root, which is shown more quietly.
 */
export type Familiarity = {
  readonly state: 'new' | 'learning' | 'known' | 'ignored'
  readonly strength: number
  readonly family: boolean
}

/** Where a word is asked about. All three may be in any case. */
export type WordInText = { readonly lemma: string; readonly root: string; readonly form?: string }

/** The learner's cards, by lemma and by root. Synchronous: every token asks while it is drawn. */
export type Vocabulary = {
  card(lemma: string): Card | undefined
  family(root: string): readonly Card[]
}

/** Days of stability from which a word counts as learned by review alone. */
export const learnedStability = 21

const fresh: Familiarity = { state: 'new', strength: 0, family: false }
const known: Familiarity = { state: 'known', strength: 1, family: false }
const familyKnown: Familiarity = { state: 'known', strength: 1, family: true }
const ignored: Familiarity = { state: 'ignored', strength: 1, family: false }

/** How familiar a word of the text is: its own form first, then its lemma, then what its root's family says. */
export function familiarity(vocabulary: Vocabulary, word: WordInText): Familiarity {
  const card = vocabulary.card(word.lemma)
  const apart = word.form ? card?.forms?.[lemmaId(word.form)] : undefined
  if (apart) return fromMark(apart, card?.memory)
  if (card) return fromMark(card.mark, card.memory)
  return vocabulary.family(word.root).some(isKnown) ? familyKnown : fresh
}

/** True for a word the learner called known or has learned by review. */
export const isKnown = (card: Card): boolean => fromMark(card.mark, card.memory).state === 'known'

function fromMark(mark: Mark, memory: Memory | undefined): Familiarity {
  switch (mark) {
    case 'new':
      return fresh
    case 'known':
      return known
    case 'ignored':
      return ignored
    case 'study':
      return fromMemory(memory)
  }
}

function fromMemory(memory: Memory | undefined): Familiarity {
  if (memory && isLearned(memory)) return known
  return { state: 'learning', strength: memory ? strength(memory) : 0, family: false }
}

/** True for a memory strong enough to last three weeks, with no help asked for since. */
export const isLearned = (memory: Memory): boolean =>
  memory.phase === 'review' && memory.stability >= learnedStability && memory.askedAt === null

/** 0..1, growing with the logarithm of stability: the first days count as much as the later weeks. */
export function strength(memory: Memory): number {
  const share = Math.log1p(Math.max(0, memory.stability)) / Math.log1p(learnedStability)
  return Math.min(0.99, memory.askedAt === null ? share : share / 2)
}

/** A vocabulary over a list of cards, indexed once. */
export function createVocabulary(cards: Iterable<Card>): Vocabulary {
  const byLemma = new Map<string, Card>()
  const byRoot = new Map<string, Card[]>()
  for (const card of cards) {
    byLemma.set(card.lemma, card)
    const family = byRoot.get(card.root)
    if (family) family.push(card)
    else byRoot.set(card.root, [card])
  }
  return {
    card: (lemma) => byLemma.get(lemmaId(lemma)),
    family: (root) => byRoot.get(lemmaId(root)) ?? [],
  }
}
