import type { EngineState } from '@/lib/translation/engine-state'
import type { Model } from '@/lib/translation/models'

/** A model as the panel shows it. */
export type ModelEntry = {
  readonly model: Model
  readonly isCurrent: boolean
  /** On this device, so that choosing it downloads nothing. */
  readonly isKept: boolean
  readonly state: EngineState
}
