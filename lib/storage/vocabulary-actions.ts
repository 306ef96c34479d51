import { createCard, lemmaId, markCard, markForm, saveAgain } from '../study/card'
import type { Card, CardKind, Context, Grade, LemmaId, Mark, SavedWord } from '../study/card'
import { applyLookup, createEncounter, createReview, seedOf, undoReview } from '../study/history'
import type { Review } from '../study/history'
import { answerCard, leechOutcome } from '../study/leech'
import type { Answer } from '../study/session'
import type { CardChange } from './study-storage'
import type { VocabularyStore } from './vocabulary-store'

/** Takes back what an action did. Changes made elsewhere since then are left as they are. */
export type Undo = () => Promise<void>

/** The fields of a card that the learner may write. */
export type CardPatch = Partial<Pick<Card, 'gloss' | 'note' | 'root' | 'form' | 'contexts' | 'affixes'>>

/** Everything a learner can do with words. Each shows at once and is kept in the background. */
export interface VocabularyActions {
  /** Puts a word under study, with the sentence it was met in. */
  saveWord(word: SavedWord): Undo
  mark(words: readonly SavedWord[], mark: Mark): Undo
  /** Sets one form apart from its lemma; `undefined` brings it back. */
  markForm(word: SavedWord, form: string, mark: Mark | undefined): Undo
  answer(lemma: LemmaId, given: { grade: Grade; kind: CardKind; took: number }): Answer | undefined
  undoAnswer(answer: Answer): Promise<void>
  edit(lemma: LemmaId, patch: CardPatch): Undo
  suspend(lemmas: readonly LemmaId[], suspended: boolean): Undo
  remove(lemmas: readonly LemmaId[]): Undo
  /** A word was looked up on purpose: help was needed, so it is asked again soon. */
  lookedUp(lemma: string, article?: string): void
  /** Words read past in an article that was finished. */
  met(lemmas: readonly string[], article: string): void
}

/** The actions over a store; `clock` gives the present time. */
export function createVocabularyActions(store: VocabularyStore, clock: () => number): VocabularyActions {
  const cardOf = (lemma: string) => store.getState().vocabulary.card(lemma)
  return {
    saveWord: (word) => saveWords(store, [word], clock()),
    mark: (words, mark) => {
      if (mark === 'study') return saveWords(store, words, clock())
      const at = clock()
      const byLemma = new Map(words.map((word) => [lemmaId(word.lemma), word]))
      return commitWithUndo(store, [...byLemma.keys()], (card, lemma) =>
        card ? markCard(card, mark, at) : createCard(byLemma.get(lemma) ?? { lemma }, mark, at),
      )
    },
    markForm: (word, form, mark) => {
      const at = clock()
      return commitWithUndo(store, [lemmaId(word.lemma)], (card) =>
        markForm(card ?? createCard(word, 'new', at), form, mark, at),
      )
    },
    answer: (lemma, given) => giveAnswer(store, cardOf(lemma), { ...given, at: clock() }),
    undoAnswer: (answer) => undoAnswer(store, answer),
    edit: (lemma, patch) => {
      const at = clock()
      return commitWithUndo(store, [lemma], (card) => card && { ...card, ...clean(patch), updatedAt: at })
    },
    suspend: (lemmas, suspended) => {
      const at = clock()
      return commitWithUndo(store, lemmas, (card) => card && { ...card, suspended, updatedAt: at })
    },
    remove: (lemmas) => commitWithUndo(store, lemmas, () => undefined),
    lookedUp: (lemma, article) => recordLookup(store, lemmaId(lemma), clock(), article),
    met: (lemmas, article) => recordMet(store, lemmas.map(lemmaId), clock(), article),
  }
}

function saveWords(store: VocabularyStore, words: readonly SavedWord[], at: number): Undo {
  const byLemma = new Map(words.map((word) => [lemmaId(word.lemma), word]))
  return commitWithUndo(store, [...byLemma.keys()], (card, lemma) => {
    const word = byLemma.get(lemma) ?? { lemma }
    return card ? saveAgain(card, word, at) : createCard(word, 'study', at)
  })
}

/** Commits a change and returns what takes it back. */
function commitWithUndo(
  store: VocabularyStore,
  lemmas: readonly LemmaId[],
  change: (card: Card | undefined, lemma: LemmaId) => Card | undefined,
): Undo {
  const { vocabulary } = store.getState()
  const before = new Map(lemmas.map((lemma) => [lemma, vocabulary.card(lemma)]))
  void store.commit({ lemmas, change })
  return () => store.commit({ lemmas, change: (card, lemma) => takeBack(card, before.get(lemma)) })
}

/** The record as it was, but for the memory: answers given since then stay given. */
function takeBack(stored: Card | undefined, before: Card | undefined): Card | undefined {
  if (!before) return stored && stored.memory.reps > 0 ? stored : undefined
  if (!stored) return before
  return { ...before, memory: stored.memory }
}

function giveAnswer(
  store: VocabularyStore,
  before: Card | undefined,
  given: { grade: Grade; kind: CardKind; took: number; at: number },
): Answer | undefined {
  if (!before) return undefined
  const took = Math.max(0, Math.round(given.took))
  const review = createReview({ ...given, lemma: before.lemma, took, seed: seedOf(before) })
  const { scheduler, settings } = store.getState()
  const apply: CardChange = (card) => card && answerCard(card, review, scheduler, settings)
  void store.commit({
    lemmas: [before.lemma],
    change: apply,
    alongside: (records) => records.putReview(review),
  })
  const after = answerCard(before, review, scheduler, settings)
  const leech = leechOutcome(before.memory.lapses, after.memory.lapses, settings)
  return { before, after, grade: given.grade, reviewId: review.id, ...(leech ? { leech } : {}) }
}

/**
 * Takes an answer back. When nothing else has touched the memory since, it is put back exactly; otherwise it is
 * computed from the history without that answer.
 */
function undoAnswer(store: VocabularyStore, answer: Answer): Promise<void> {
  const { lemma } = answer.before
  const { scheduler } = store.getState()
  const untouched = (card: Card) => JSON.stringify(card.memory) === JSON.stringify(answer.after.memory)
  // An answer that set its word aside is taken back with that; a word set aside by hand stays so.
  const asked = (card: Card): Card =>
    answer.leech === 'suspend' ? { ...card, suspended: answer.before.suspended } : card
  const putBack = (card: Card): Card => ({
    ...asked(card),
    memory: answer.before.memory,
    updatedAt: answer.before.updatedAt,
  })
  return store.commit({
    lemmas: [lemma],
    change: (card) => card && putBack(card),
    alongside: async (records) => {
      await records.deleteReview(answer.reviewId)
      const [reviews, encounters] = [await records.reviewsOf(lemma), await records.encountersOf(lemma)]
      const undone = { id: answer.reviewId } as Review
      return (card) =>
        card &&
        (untouched(card) ? putBack(card) : undoReview(asked(card), undone, reviews, encounters, scheduler))
    },
  })
}

function recordLookup(store: VocabularyStore, lemma: LemmaId, at: number, article?: string): void {
  const encounter = createEncounter({ lemma, at, kind: 'lookup', ...(article ? { article } : {}) })
  void store.commit({
    lemmas: [lemma],
    change: (card) => card && applyLookup(card, at),
    alongside: (records) => records.putEncounter(encounter),
  })
}

function recordMet(store: VocabularyStore, lemmas: readonly LemmaId[], at: number, article: string): void {
  void store.commit({
    lemmas: [],
    change: (card) => card,
    alongside: async (records) => {
      for (const lemma of new Set(lemmas)) {
        await records.putEncounter(createEncounter({ lemma, at, kind: 'met', article }))
      }
    },
  })
}

/** Trimmed texts; a root is never empty. */
function clean(patch: CardPatch): CardPatch {
  const { root, gloss, note, ...rest } = patch
  return {
    ...rest,
    ...(root?.trim() ? { root: lemmaId(root) } : {}),
    ...(gloss === undefined ? {} : { gloss: gloss.trim() }),
    ...(note === undefined ? {} : { note: note.trim() }),
  }
}

/** The word of a card, for marking or saving it again. */
export const wordOf = (card: Card): SavedWord => {
  const context: Context | undefined = card.contexts[0]
  const { lemma, root, form, affixes, gloss } = card
  return { lemma, root, form, affixes, gloss, ...(context ? { context } : {}) }
}
