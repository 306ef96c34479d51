/** What the page knows about an engine: a pure reducer from what the translator reports to one state. */
import type { LoadProgress } from './translator'

/** Why a model file could not be had; the last part of the message key shown to the reader. */
export type DownloadFailure = 'offline' | 'not-found' | 'cut' | 'corrupt' | 'refused' | 'full'

export type EngineFailure = {
  /** `worker` when the translating worker died twice, `engine` for anything else that is no download. */
  readonly kind: DownloadFailure | 'worker' | 'engine'
  readonly message: string
  readonly file?: string
}

export type EngineState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'downloading'
      readonly file: string
      readonly loaded: number
      readonly total: number
      /** Bytes a second; 0 until known. */
      readonly speed: number
      readonly secondsLeft?: number
    }
  | { readonly status: 'compiling' }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly error: EngineFailure }

export type EngineEvent =
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'failed'; readonly error: EngineFailure }
  /** The download was cancelled, or the engine was put away. */
  | { readonly type: 'stopped' }

export const idle: EngineState = { status: 'idle' }

function downloading(previous: EngineState, progress: LoadProgress): EngineState {
  // The bar never runs backwards: a resumed file first reports what is already here.
  const before = previous.status === 'downloading' && previous.total === progress.total ? previous.loaded : 0
  const loaded = Math.min(Math.max(progress.loaded, before), progress.total)
  const secondsLeft = progress.speed > 0 ? (progress.total - loaded) / progress.speed : undefined
  return {
    status: 'downloading',
    file: progress.file,
    loaded,
    total: progress.total,
    speed: progress.speed,
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
  }
}

/** The state after an event. An engine that is ready stays so while it is asked to load again. */
export function engineReducer(state: EngineState, event: EngineEvent): EngineState {
  switch (event.type) {
    case 'failed':
      return { status: 'failed', error: event.error }
    case 'stopped':
      return idle
    case 'progress':
      if (event.progress.phase === 'ready') return { status: 'ready' }
      if (state.status === 'ready') return state
      return event.progress.phase === 'compile' ? { status: 'compiling' } : downloading(state, event.progress)
  }
}
