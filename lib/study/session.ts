import type { Card, Grade, LemmaId } from './card'
import type { LeechOutcome } from './leech'

/** A short-term step due within this time is asked at once when nothing else is left, as Anki does. */
export const lookAhead = 20 * 60_000

/** One answer of a session; `before` and `after` are the card around it, `leech` is set by the lapse that was one too many. */
export type Answer = {
  readonly before: Card
  readonly after: Card
  readonly grade: Grade
  readonly reviewId: string
  readonly leech?: LeechOutcome
}

/** A run of reviews. `waiting` are words answered already that come back within the session. */
export type Session = {
  readonly ahead: readonly LemmaId[]
  readonly waiting: readonly { readonly lemma: LemmaId; readonly due: number }[]
  readonly answers: readonly Answer[]
  readonly startedAt: number
  readonly planned: number
}

/** A session over these cards, in this order. */
export const createSession = (cards: readonly Card[], at: number): Session => ({
  ahead: cards.map(({ lemma }) => lemma),
  waiting: [],
  answers: [],
  startedAt: at,
  planned: cards.length,
})

/**
 * The word to ask now: one that has come back, then the next one, then one that would come back soon. Undefined when
 * the session is over.
 */
export function currentLemma(session: Session, now: number): LemmaId | undefined {
  const first = [...session.waiting].sort((a, b) => a.due - b.due)[0]
  if (first && first.due <= now) return first.lemma
  return session.ahead[0] ?? first?.lemma
}

/** The session after an answer: the word leaves, or waits when its next date is within the session. */
export function answered(session: Session, answer: Answer, now: number): Session {
  const without = dropLemma(session, answer.before.lemma)
  const { suspended, memory } = answer.after
  const { due } = memory
  const returns = !suspended && due - now <= lookAhead
  return {
    ...without,
    waiting: returns ? [...without.waiting, { lemma: answer.before.lemma, due }] : without.waiting,
    answers: [...session.answers, answer],
  }
}

/** The session without a word that was suspended, deleted or marked known. */
export const dropLemma = (session: Session, lemma: LemmaId): Session => ({
  ...session,
  ahead: session.ahead.filter((other) => other !== lemma),
  waiting: session.waiting.filter((other) => other.lemma !== lemma),
})

/** The session with a word that was set aside and is wanted after all: it comes back as its answer would have had it. */
export function broughtBack(session: Session, card: Card, now: number): Session {
  const without = dropLemma(session, card.lemma)
  const { due } = card.memory
  if (due - now > lookAhead) return without
  return { ...without, waiting: [...without.waiting, { lemma: card.lemma, due }] }
}

/** The session before its last answer, with that word to be asked at once. */
export function unanswered(session: Session): Session {
  const last = session.answers.at(-1)
  if (!last) return session
  const without = dropLemma(session, last.before.lemma)
  return { ...without, ahead: [last.before.lemma, ...without.ahead], answers: session.answers.slice(0, -1) }
}

/** What a session came to. */
export type SessionSummary = {
  readonly answers: number
  readonly words: number
  readonly right: number
  readonly learned: readonly Card[]
  readonly forgotten: readonly Card[]
  /** Words that were forgotten so often that they are set aside now. */
  readonly setAside: readonly Card[]
  readonly took: number
}

/** Counts a session up: words answered again at least once are `forgotten`, new words now under way `learned`. */
export function summarise(session: Session, now: number): SessionSummary {
  const latest = new Map<LemmaId, Card>()
  for (const { after } of session.answers) latest.set(after.lemma, after)
  const failed = new Set(
    session.answers.filter(({ grade }) => grade === 'again').map(({ after }) => after.lemma),
  )
  const started = new Set(
    session.answers.filter(({ before }) => before.memory.phase === 'new').map(({ after }) => after.lemma),
  )
  const cards = [...latest.values()]
  return {
    answers: session.answers.length,
    words: latest.size,
    right: session.answers.filter(({ grade }) => grade !== 'again').length,
    learned: cards.filter(({ lemma }) => started.has(lemma)),
    forgotten: cards.filter(({ lemma }) => failed.has(lemma)),
    setAside: session.answers.filter(({ leech }) => leech === 'suspend').map(({ after }) => after),
    took: Math.max(0, now - session.startedAt),
  }
}

/** Share of the session done, 0..1, for the progress line. Words that come back hold it below 1. */
export function progressOf(session: Session): number {
  const open = session.ahead.length + session.waiting.length
  const done = Math.max(0, session.planned - open)
  return session.planned === 0 ? 1 : Math.min(1, done / session.planned)
}
