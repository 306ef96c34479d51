import type { Card } from '../study/card'
import type { Review } from '../study/history'
import type { SejajarDatabase } from './database'

/** So many cards come to the page in one task of some ten milliseconds. */
const cardsAtOnce = 1000

/** Answers are smaller, and who reads all of them sits in a worker. */
const reviewsAtOnce = 5000

/** All cards as they are at one moment. They come in parts, so that the page answers in between. */
export async function readCards(database: SejajarDatabase): Promise<readonly Card[]> {
  const store = database.transaction('cards').store
  const cards: Card[] = []
  let after: IDBKeyRange | null = null
  for (;;) {
    const part: readonly Card[] = await store.getAll(after, cardsAtOnce)
    cards.push(...part)
    const last = part.at(-1)
    if (!last || part.length < cardsAtOnce) return cards
    after = IDBKeyRange.lowerBound(last.lemma, true)
  }
}

/**
 * The whole history in parts, by id. Each part is a transaction of its own: answers given meanwhile need not wait, and
 * those of them that come late in the order are read too.
 */
export async function* readReviews(
  connect: () => Promise<SejajarDatabase>,
): AsyncGenerator<readonly Review[]> {
  const database = await connect()
  let after: IDBKeyRange | null = null
  for (;;) {
    const part: readonly Review[] = await database.getAll('reviews', after, reviewsAtOnce)
    yield part
    const last = part.at(-1)
    if (!last || part.length < reviewsAtOnce) return
    after = IDBKeyRange.lowerBound(last.id, true)
  }
}
