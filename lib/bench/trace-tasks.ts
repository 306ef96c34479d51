/** The tasks of a page's main thread, out of a trace in Chrome's format. */
import { isTask, milliseconds, type TraceEvent } from './trace-event'

/** One task: milliseconds on the trace's clock, how long it took by the clock, and how much of that it computed. */
export type Task = { readonly start: number; readonly wall: number; readonly cpu: number | undefined }

/** A moment that the page marked with `performance.mark`. */
export type Moment = { readonly name: string; readonly at: number }

export const traceCategories: readonly string[] = [
  '-*',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
]

/** Moments whose names begin with `prefix`, and the tasks of the thread they were marked on, both in order of time. */
export function readTrace(trace: string, prefix: string) {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] }
  const marks = traceEvents.filter(({ name }) => name.startsWith(prefix))
  const [first] = marks
  if (!first) throw new Error(`no mark ${prefix}… in the trace`)
  const isHere = ({ pid, tid }: TraceEvent): boolean => pid === first.pid && tid === first.tid
  const moments = marks.filter(isHere).map(({ name, ts }): Moment => ({ name, at: milliseconds(ts) }))
  const tasks = traceEvents
    .filter((event) => isTask(event) && isHere(event) && event.dur !== undefined)
    .map(({ ts, dur = 0, tdur }): Task => ({
      start: milliseconds(ts),
      wall: milliseconds(dur),
      cpu: tdur === undefined ? undefined : milliseconds(tdur),
    }))
  return {
    moments: moments.sort((a, b) => a.at - b.at),
    tasks: tasks.sort((a, b) => a.start - b.start),
  }
}

/** The tasks that run at any time between two moments. */
export const between = (tasks: readonly Task[], from: number, to: number): readonly Task[] =>
  tasks.filter(({ start, wall }) => start + wall > from && start < to)
