import type { DownloadFailure } from './engine-state'

/** A model file that could not be had. */
export class ModelDownloadError extends Error {
  override readonly name = 'ModelDownloadError'
  readonly kind: DownloadFailure
  readonly file: string

  constructor(kind: DownloadFailure, file: string, detail?: string) {
    super(`${file}: ${kind}${detail === undefined ? '' : ` (${detail})`}`)
    this.kind = kind
    this.file = file
  }
}

/** The translating worker died again after it had been restarted. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError'
}
