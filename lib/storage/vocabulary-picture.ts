import { lemmaId } from '../study/card'
import type { Card, LemmaId } from '../study/card'
import type { Vocabulary } from '../study/familiarity'

/** All cards in memory. A new object after each change, so that views see one; reading it never waits. */
export type VocabularyView = Vocabulary & { readonly size: number; all(): Iterable<Card> }

/** The cards by lemma and by root, and which of them have changes that are not stored yet. */
export type VocabularyPicture = ReturnType<typeof createVocabularyPicture>

/** Cards by lemma and by root, changed in place; each `view` is a new object over the same maps. */
export function createVocabularyPicture() {
  const byLemma = new Map<LemmaId, Card>()
  const byRoot = new Map<string, Map<LemmaId, Card>>()
  const pending = new Map<LemmaId, number>()
  function set(lemma: LemmaId, card: Card | undefined): void {
    const before = byLemma.get(lemma)
    if (before) {
      const family = byRoot.get(before.root)
      family?.delete(lemma)
      if (family?.size === 0) byRoot.delete(before.root)
    }
    if (!card) {
      byLemma.delete(lemma)
      return
    }
    byLemma.set(lemma, card)
    const family = byRoot.get(card.root) ?? new Map<LemmaId, Card>()
    byRoot.set(card.root, family.set(lemma, card))
  }
  return {
    get: (lemma: LemmaId) => byLemma.get(lemma),
    /** Takes all stored cards, but for those with changes on their way. */
    replace(cards: readonly Card[]) {
      const next = new Set(cards.map(({ lemma }) => lemma))
      for (const lemma of [...byLemma.keys()])
        if (!next.has(lemma) && !pending.has(lemma)) set(lemma, undefined)
      for (const card of cards) if (!pending.has(card.lemma)) set(card.lemma, card)
    },
    /** Takes a card as it was stored, unless a later change of it is still on its way. */
    settle(lemma: LemmaId, card: Card | undefined) {
      if (!pending.has(lemma)) set(lemma, card)
    },
    /** Changes a card ahead of its being stored. */
    change(lemma: LemmaId, card: Card | undefined) {
      pending.set(lemma, (pending.get(lemma) ?? 0) + 1)
      set(lemma, card)
    },
    /** One change of a card has been stored or given up. */
    arrived(lemma: LemmaId) {
      const left = (pending.get(lemma) ?? 1) - 1
      if (left > 0) pending.set(lemma, left)
      else pending.delete(lemma)
    },
    view: (): VocabularyView => ({
      size: byLemma.size,
      all: () => byLemma.values(),
      card: (lemma) => byLemma.get(lemmaId(lemma)),
      family: (root) => [...(byRoot.get(lemmaId(root))?.values() ?? [])],
    }),
  }
}
