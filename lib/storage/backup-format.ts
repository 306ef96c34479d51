import type { Card } from '../study/card'
import { eventId } from '../study/history'
import type { Encounter, Review } from '../study/history'
import type { OwnArticle, ReadingProgress } from './storage'

/** Everything that is the learner's own. Translations and downloaded models are left out: they can be made again. */
export type BackupData = {
  readonly cards: readonly Card[]
  readonly reviews: readonly Review[]
  readonly encounters: readonly Encounter[]
  readonly glosses: readonly Readonly<Record<string, unknown>>[]
  readonly articles: readonly OwnArticle[]
  readonly progress: readonly ReadingProgress[]
  readonly settings: Readonly<Record<string, unknown>>
}

export const backupFormat = 'sejajar-backup'
export const backupSchema = 1

/** Larger files are refused before they are read; 20,000 words with 200,000 answers stay below it. */
export const importLimit = 50 * 1024 * 1024

/**
 * Why a file was not taken. `reason` is a message key; `where` names the place in the file. Nothing has been changed
 * when this is thrown.
 */
export class ImportError extends Error {
  readonly reason: ImportProblem
  readonly where: string
  constructor(reason: ImportProblem, where = '') {
    super(where ? `${reason}: ${where}` : reason)
    this.name = 'ImportError'
    this.reason = reason
    this.where = where
  }
}

export type ImportProblem =
  'large' | 'empty' | 'truncated' | 'foreign' | 'newer' | 'invalid' | 'columns' | 'anki-new' | 'storage'

/** The text of a backup file. What follows from other fields is left out: with a long history it is most of the file. */
export function writeBackup(data: BackupData, at: number): string {
  const reviews = data.reviews.map(({ id, seed, ...review }) => ({
    ...review,
    ...(id === eventId(review.at, review.lemma, 'review') ? {} : { id }),
    ...(seed === id ? {} : { seed }),
  }))
  const exportedAt = new Date(at).toISOString()
  return JSON.stringify({
    format: backupFormat,
    schema: backupSchema,
    exportedAt,
    data: { ...data, reviews },
  })
}
