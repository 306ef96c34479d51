import { describe, expect, it } from 'vitest'
import { engineReducer, idle } from './engine-state'
import type { EngineEvent, EngineState } from './engine-state'

const download = (loaded: number, total = 100, speed = 0): EngineEvent => ({
  type: 'progress',
  progress: { phase: 'download', file: 'a', loaded, total, speed },
})
const phase = (name: 'compile' | 'ready'): EngineEvent => ({
  type: 'progress',
  progress: { phase: name, file: '', loaded: 0, total: 0, speed: 0 },
})
const after = (...events: readonly EngineEvent[]): EngineState => events.reduce(engineReducer, idle)

describe('engineReducer', () => {
  it('goes from idle over downloading and compiling to ready', () => {
    expect(after(download(10)).status).toBe('downloading')
    expect(after(download(10), phase('compile'))).toEqual({ status: 'compiling' })
    expect(after(download(10), phase('compile'), phase('ready'))).toEqual({ status: 'ready' })
  })

  it('tells bytes and the time left once there is a speed', () => {
    expect(after(download(10))).not.toHaveProperty('secondsLeft')
    expect(after(download(40, 100, 20))).toMatchObject({ loaded: 40, total: 100, speed: 20, secondsLeft: 3 })
  })

  it('never runs backwards nor beyond the total', () => {
    expect(after(download(40), download(30))).toMatchObject({ loaded: 40 })
    expect(after(download(40), download(30, 200))).toMatchObject({ loaded: 30, total: 200 })
    expect(after(download(140))).toMatchObject({ loaded: 100 })
  })

  it('stays ready while it is asked to load again', () => {
    expect(after(phase('ready'), download(0), phase('compile'))).toEqual({ status: 'ready' })
  })

  it('fails with a reason, and begins anew', () => {
    const error = { kind: 'cut', message: 'm', file: 'f' } as const
    expect(after(download(1), { type: 'failed', error })).toEqual({ status: 'failed', error })
    expect(after({ type: 'failed', error }, { type: 'stopped' })).toEqual(idle)
    expect(after({ type: 'failed', error }, download(5)).status).toBe('downloading')
  })
})
