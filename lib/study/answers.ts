import type { Grade, LemmaId } from './card'
import type { Review } from './history'

/** What statistics need of one answer. A history of years is held in memory as these only. */
export type GivenAnswer = { readonly at: number; readonly grade: Grade }

/** The answers of each word, in order of time. */
export type Answers = ReadonlyMap<LemmaId, readonly GivenAnswer[]>

/** Takes a history in, some reviews at a time and in any order, and gives the answers word by word. */
export type AnswerCollector = { add(reviews: Iterable<Review>): void; done(): Answers }

/** A collector without any answers yet. */
export function collectAnswers(): AnswerCollector {
  const answers = new Map<LemmaId, GivenAnswer[]>()
  return {
    add(reviews) {
      for (const { lemma, at, grade } of reviews) {
        const own = answers.get(lemma)
        if (own) own.push({ at, grade })
        else answers.set(lemma, [{ at, grade }])
      }
    },
    done() {
      for (const own of answers.values()) own.sort((a, b) => a.at - b.at)
      return answers
    },
  }
}

/** The answers of a history that is at hand as a whole. */
export function answersOf(reviews: Iterable<Review>): Answers {
  const collector = collectAnswers()
  collector.add(reviews)
  return collector.done()
}
