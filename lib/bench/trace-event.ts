/** One entry of a trace in Chrome's format, as far as it is used. Times are microseconds. */
export type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Computing time of the thread: unlike the clock, it does not grow when other programs are busy. */
  readonly tdur?: number
}

/** Whether an entry is a task of a thread, finished within the trace. */
export const isTask = ({ name, ph }: TraceEvent): boolean => ph === 'X' && name === 'RunTask'

/** Microseconds, as a trace has them, in milliseconds. */
export const milliseconds = (microseconds: number): number => microseconds / 1000
