import { createEmptyCard, forgetting_curve, fsrs, Rating, State, StrategyMode } from 'ts-fsrs'
import type { Card as FsrsCard, FSRS, Grade as FsrsGrade } from 'ts-fsrs'
import { grades } from './card'
import type { Grade, Memory, MemoryPhase } from './card'

/** What the learner may set about the schedule. `retention` is the share of answers meant to be right, 0.7-0.98. */
export type ScheduleSettings = { readonly retention: number; readonly maximumInterval: number }

export const defaultSchedule: ScheduleSettings = { retention: 0.9, maximumInterval: 3650 }

/**
 * FSRS over plain data. The same memory, grade, time and seed always give the same result; the seed only spreads
 * long intervals a little so that words saved together do not come back together for ever.
 */
export type Scheduler = {
  review(memory: Memory, grade: Grade, at: number, seed: string): Memory
  /** What each grade would lead to. */
  preview(memory: Memory, at: number, seed: string): Readonly<Record<Grade, Memory>>
  /** Chance of recalling the word at a time, 0..1; 0 for a word never reviewed. */
  retrievability(memory: Memory, at: number): number
}

const day = 86_400_000
const phases: readonly MemoryPhase[] = ['new', 'learning', 'review', 'relearning']
const ratings: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}

/** A scheduler with these settings; settings out of range are brought into it. */
export function createScheduler(settings: ScheduleSettings = defaultSchedule): Scheduler {
  const algorithm = fsrs({
    request_retention: clamp(settings.retention, 0.7, 0.98),
    maximum_interval: Math.round(clamp(settings.maximumInterval, 1, 36_500)),
    enable_fuzz: true,
  })
  return {
    review: (memory, grade, at, seed) => reviewWith(algorithm, memory, grade, at, seed),
    preview: (memory, at, seed) => {
      const outcomes = grades.map((grade) => [grade, reviewWith(algorithm, memory, grade, at, seed)])
      return Object.fromEntries(outcomes) as Record<Grade, Memory>
    },
    retrievability: (memory, at) => recall(algorithm, memory, at),
  }
}

function reviewWith(algorithm: FSRS, memory: Memory, grade: Grade, at: number, seed: string): Memory {
  // A clock set back must not give a negative span: the review then counts as made at the last one.
  const time = Math.max(at, memory.reviewedAt ?? at)
  algorithm.useStrategy(StrategyMode.SEED, () => seed)
  const { card } = algorithm.next(toFsrs(memory), new Date(time), ratings[grade])
  return fromFsrs(card)
}

function recall(algorithm: FSRS, memory: Memory, at: number): number {
  if (memory.reviewedAt === null || memory.stability <= 0) return 0
  const days = Math.max(0, (at - memory.reviewedAt) / day)
  return clamp(forgetting_curve(algorithm.parameters.w, days, memory.stability), 0, 1)
}

function toFsrs(memory: Memory): FsrsCard {
  const card = createEmptyCard(new Date(memory.due))
  if (memory.reviewedAt === null) return card
  return {
    ...card,
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.interval,
    learning_steps: memory.step,
    reps: memory.reps,
    lapses: memory.lapses,
    state: phases.indexOf(memory.phase) as State,
    last_review: new Date(memory.reviewedAt),
  }
}

function fromFsrs(card: FsrsCard): Memory {
  return {
    phase: phases[card.state] ?? 'new',
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    interval: card.scheduled_days,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    reviewedAt: card.last_review?.getTime() ?? null,
    askedAt: null,
  }
}

/**
 * The memory after its word was looked up while reading. Asking for help is evidence that the word is not known yet,
 * but no graded recall: stability stays, and the word comes up at the next session, where the answer decides.
 */
export function lookUpMemory(memory: Memory, at: number): Memory {
  if (memory.reviewedAt === null || at < memory.reviewedAt) return memory
  return { ...memory, due: Math.min(memory.due, at), askedAt: at }
}

const clamp = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low
