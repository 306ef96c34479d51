import type { Card, LemmaId } from '../study/card'
import type { Encounter, Review } from '../study/history'
import { paceWindows, pickOpening } from '../study/opening'
import { defaultStudySettings } from '../study/queue'
import type { StudyRecords, StudyStorage } from './study-storage'

type Contents = {
  cards: Map<string, Card>
  reviews: Map<string, Review>
  encounters: Map<string, Encounter>
}

/** Study storage that lasts as long as the page: for private mode and for tests. Same promises as the lasting one. */
export function createMemoryStudyStorage(): StudyStorage {
  let contents: Contents = { cards: new Map(), reviews: new Map(), encounters: new Map() }
  let settings = defaultStudySettings
  let last: Promise<unknown> = Promise.resolve()
  const byTime = <T extends { at: number }>(events: Iterable<T>, since: number): T[] =>
    [...events].filter(({ at }) => at >= since).sort((a, b) => a.at - b.at)
  return {
    cards: async () => [...contents.cards.values()],
    opening: (request) => {
      const earliest = request.dayStart - Math.max(...paceWindows) * 86_400_000
      return pickOpening([...contents.cards.values()], byTime(contents.reviews.values(), earliest), request)
    },
    settings: async () => settings,
    keepSettings: async (kept) => {
      settings = kept
    },
    reviewsSince: async (at) => byTime(contents.reviews.values(), at),
    async *allReviews() {
      yield [...contents.reviews.values()]
    },
    encountersSince: async (at) => byTime(contents.encounters.values(), at),
    transact: (work) => {
      const run = last.then(async () => {
        const draft: Contents = {
          cards: new Map(contents.cards),
          reviews: new Map(contents.reviews),
          encounters: new Map(contents.encounters),
        }
        const result = await work(recordsOf(draft))
        contents = draft
        return result
      })
      last = run.catch(() => undefined)
      return run
    },
  }
}

function recordsOf(draft: Contents): StudyRecords {
  const of = <T extends { lemma: LemmaId }>(events: Map<string, T>, lemma: LemmaId): T[] =>
    [...events.values()].filter((event) => event.lemma === lemma)
  return {
    card: async (lemma) => draft.cards.get(lemma),
    putCard: async (card) => void draft.cards.set(card.lemma, card),
    deleteCard: async (lemma) => void draft.cards.delete(lemma),
    reviewsOf: async (lemma) => of(draft.reviews, lemma),
    encountersOf: async (lemma) => of(draft.encounters, lemma),
    putReview: async (review) => void draft.reviews.set(review.id, review),
    deleteReview: async (id) => void draft.reviews.delete(id),
    putEncounter: async (encounter) => void draft.encounters.set(encounter.id, encounter),
    deleteEncounter: async (id) => void draft.encounters.delete(id),
  }
}
