import { createCard } from '../study/card'
import type { Card, Grade } from '../study/card'
import { applyReview, createReview } from '../study/history'
import type { Review } from '../study/history'
import { createScheduler } from '../study/schedule'
import type { BackupData } from './backup-format'

const day = 86_400_000

/** A learner with three words and two weeks of answers, for tests and the check against Anki. */
export function sampleData(start: number): BackupData {
  const scheduler = createScheduler()
  const reviews: Review[] = []
  const study = (card: Card, answers: readonly (readonly [number, Grade])[]): Card =>
    answers.reduce((current, [days, grade]) => {
      const at = start + days * day
      const review = createReview({ lemma: card.lemma, at, grade, kind: 'recognise', took: 4200 })
      reviews.push(review)
      return applyReview(current, review, scheduler)
    }, card)
  const sentence = 'Ia memuji <b>"aliansi"</b> & menteri itu.'
  const context = {
    sentence,
    target: { start: 3, end: 9 },
    english: 'He praised the “alliance” & that minister.',
    aligned: [{ start: 3, end: 10 }],
    article: 'lavrov-wonsan',
    index: 0,
    source: 'Lavrov Puji Aliansi Militer',
  }
  const memuji = createCard(
    { lemma: 'memuji', root: 'puji', form: 'memuji', affixes: ['meN-'], gloss: 'to praise', context },
    'study',
    start,
  )
  const anak = createCard({ lemma: 'anak-anak', root: 'anak', gloss: 'children' }, 'study', start + 1)
  const di = createCard({ lemma: 'di' }, 'known', start + 2)
  const cards = [
    study(memuji, [
      [0.1, 'good'],
      [1, 'good'],
      [4, 'hard'],
      [13, 'again'],
    ]),
    study(anak, [
      [0.2, 'easy'],
      [9, 'good'],
    ]),
    di,
  ]
  return {
    cards,
    reviews,
    encounters: [],
    glosses: [{ lemma: 'puji', gloss: 'praise', updatedAt: start }],
    articles: [{ id: 'own-1', title: 'Catatan', text: 'Ia pergi.', createdAt: start }],
    progress: [{ slug: 'lavrov-wonsan', furthest: 9, sentences: 14, at: start }],
    settings: { theme: 'dark', study: { newPerDay: 5 } },
  }
}
