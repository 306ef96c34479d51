/** What a trace of the browser says about a page's main thread: how long its tasks took, by the clock and by the CPU. */

import { isTask, milliseconds, type TraceEvent } from './trace-event'

/** The process of the page that set one of these marks. */
export function processOf(events: readonly TraceEvent[], ...marks: readonly string[]): number | undefined {
  return events.find(({ name }) => marks.includes(name))?.pid
}

/** Work of one thread. Milliseconds; of these the CPU times leave out what else the machine does. */
export type Work = {
  readonly wall: number
  readonly cpu: number
  /** The longest single task by each measure: nothing else can happen in the page meanwhile. */
  readonly longestWall: number
  readonly longestCpu: number
  /** CPU time of the page's other threads: its workers. */
  readonly others: number
}

export const traceCategories = ['blink.user_timing', 'disabled-by-default-devtools.timeline']

/**
 * The work of the thread that set the mark `from`, from then on and until the mark `to`. A process that was started for
 * the page may be traced a moment after it has begun: then `from` is not there, and what is there is later than it.
 */
export function workBetween(events: readonly TraceEvent[], from: string, to: string, isOpen = false): Work {
  const first = events.find(({ name }) => name === from)
  const last = events.find(({ name, ts }) => name === to && ts >= (first?.ts ?? 0))
  const begin = first ?? last
  if (!begin) throw new Error(`The trace has neither of the marks ${from} and ${to}`)
  const [start, end] = [first?.ts ?? 0, isOpen ? Infinity : (last?.ts ?? Infinity)]
  const tasks = events.filter((event) => isTask(event) && event.pid === begin.pid)
  const within = outermost(tasks).filter(({ ts, dur = 0 }) => ts + dur > start && ts < end)
  const own = within.filter(({ tid }) => tid === begin.tid)
  const sum = (numbers: readonly number[]) =>
    milliseconds(numbers.reduce((total, number) => total + number, 0))
  const walls = own.map(({ dur = 0 }) => dur)
  const cpus = own.map(({ tdur = 0 }) => tdur)
  return {
    wall: sum(walls),
    cpu: sum(cpus),
    longestWall: milliseconds(Math.max(0, ...walls)),
    longestCpu: milliseconds(Math.max(0, ...cpus)),
    others: sum(within.filter(({ tid }) => tid !== begin.tid).map(({ tdur = 0 }) => tdur)),
  }
}

/** Of tasks inside each other the outer one counts. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  const ends = new Map<number, number>()
  return [...tasks]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ tid, ts, dur = 0 }) => {
      if (ts < (ends.get(tid) ?? 0)) return false
      ends.set(tid, ts + dur)
      return true
    })
}
