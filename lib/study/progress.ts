import type { Answers } from './answers'
import type { Card } from './card'
import { createVocabulary } from './familiarity'
import type { StudySettings } from './queue'
import type { Scheduler } from './schedule'
import {
  forecast,
  knownPerDay,
  retentionPerWeek,
  retentionSince,
  reviewsPerDay,
  rootCoverage,
  streak,
} from './statistics'

/** How far back, or ahead, each chart of the progress page looks. */
export const periods = { knownDays: 90, heatDays: 182, weeks: 12, forecastDays: 30 } as const

/** What the numbers are counted from. `roots` are the commonest roots of the language, in order. */
export type ProgressSource = {
  readonly cards: readonly Card[]
  readonly answers: Answers
  readonly roots: readonly string[]
  readonly settings: StudySettings
  readonly scheduler: Scheduler
  readonly now: number
  readonly offset: number
}

/** All numbers of the progress page. */
export type Progress = ReturnType<typeof progressOf>

export function progressOf({ cards, answers, roots, settings, scheduler, now, offset }: ProgressSource) {
  const perDay = reviewsPerDay(answers, now, offset, periods.heatDays)
  return {
    hasHistory: answers.size > 0 || cards.length > 0,
    now,
    target: settings.retention,
    perDay,
    streak: streak(perDay),
    known: knownPerDay(cards, answers, scheduler, { now, offset, days: periods.knownDays }),
    retention: retentionSince(answers, now - 30 * 86_400_000, offset),
    weeks: retentionPerWeek(answers, now, offset, periods.weeks),
    forecast: forecast(cards, now, offset, periods.forecastDays),
    roots: roots.length === 0 ? [] : rootCoverage(roots, createVocabulary(cards)),
  }
}
