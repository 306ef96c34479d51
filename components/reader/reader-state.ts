/** Which sentence is lit and whose English was asked for. Pure, so that it is tested without a page. */
export type ReaderState = {
  /** Index of the sentence that is lit; undefined when none is. */
  readonly active: number | undefined
  /** The sentence that the Tab key comes back to. */
  readonly entry: number
  readonly opened: ReadonlySet<number>
}

export type ReaderEvent =
  | { readonly type: 'activated'; readonly index: number }
  | { readonly type: 'cleared' }
  /** `from` is where to begin when no sentence is lit: the first one in view. */
  | { readonly type: 'moved'; readonly by: 1 | -1; readonly count: number; readonly from: number }
  | { readonly type: 'toggled'; readonly index: number }

export const initialReaderState: ReaderState = { active: undefined, entry: 0, opened: new Set() }

export function readerReducer(state: ReaderState, event: ReaderEvent): ReaderState {
  switch (event.type) {
    case 'activated':
      return state.active === event.index ? state : { ...state, active: event.index, entry: event.index }
    case 'cleared':
      return state.active === undefined ? state : { ...state, active: undefined }
    case 'moved':
      return moved(state, event)
    case 'toggled': {
      const opened = new Set(state.opened)
      if (!opened.delete(event.index)) opened.add(event.index)
      return { ...state, opened }
    }
  }
}

function moved(
  state: ReaderState,
  { by, count, from }: Extract<ReaderEvent, { type: 'moved' }>,
): ReaderState {
  if (count === 0) return state
  const next = state.active === undefined ? from : state.active + by
  const active = Math.min(Math.max(next, 0), count - 1)
  return { ...state, active, entry: active }
}
