import { describe, expect, it } from 'vitest'
import { ModelDownloadError, WorkerLostError } from './download-error'
import { createFakeEngine, fakeTranslation } from './fake-engine'
import { createLocalTranslator } from './local-translator'
import { messagePort } from './ports'
import type { Event, Port, Request } from './protocol'
import { serveEngine } from './serve-engine'
import type { Engine, EngineFactory } from './serve-engine'
import { collect, createControlledEngine, sentence, translatorContract } from './translator.contract'
import { createWorkerTranslator } from './worker-translator'
import type { WorkerTranslatorOptions } from './worker-translator'

const origin = { hub: 'http://hub.invalid', assets: '' }
const never = (): AbortSignal => new AbortController().signal

/** A worker in this thread, on the other end of a channel, that can be killed. */
function createWorker(create: EngineFactory) {
  const { port1, port2 } = new MessageChannel()
  const near = messagePort<Request, Event>(port1)
  const listeners: ((reason: string) => void)[] = []
  serveEngine(messagePort<Event, Request>(port2), create)
  const port: Port<Request, Event> = {
    ...near,
    onFailure: (listener) => void listeners.push(listener),
    close: () => {
      port1.close()
      port2.close()
    },
  }
  return {
    port,
    kill: () => {
      port2.close()
      listeners.forEach((listener) => listener('killed'))
    },
  }
}

const overChannel = (create: EngineFactory, options: Partial<WorkerTranslatorOptions> = {}) =>
  createWorkerTranslator({ model: 'fake', origin, spawn: () => createWorker(create).port, ...options })

translatorContract('an engine in the same thread', (create) => createLocalTranslator('fake', create))
translatorContract('an engine behind a channel', (create) => overChannel(() => create()))

describe('WorkerTranslator', () => {
  it('shares one load between two that ask at once', async () => {
    let created = 0
    const translator = overChannel(() => {
      created++
      return Promise.resolve(createFakeEngine())
    })
    await Promise.all([collect(translator.load(never())), collect(translator.load(never()))])
    await collect(translator.translate([sentence('a')], never()))
    expect(created).toBe(1)
    translator.dispose()
  })

  it('forgets a load that failed and passes its kind on', async () => {
    let attempts = 0
    const translator = overChannel(() => {
      attempts++
      if (attempts === 1)
        return Promise.reject(new ModelDownloadError('corrupt', 'onnx/x.onnx', 'wrong hash'))
      return Promise.resolve(createFakeEngine())
    })
    const error: unknown = await collect(translator.load(never())).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ModelDownloadError)
    expect(error).toMatchObject({ kind: 'corrupt', file: 'onnx/x.onnx' })
    expect((await collect(translator.load(never()))).at(-1)?.phase).toBe('ready')
    translator.dispose()
  })

  it('gives up a load when the only one who waits for it cancels, and loads anew when asked again', async () => {
    const signals: AbortSignal[] = []
    const translator = overChannel((_model, _origin, onProgress, signal) => {
      signals.push(signal)
      onProgress({ phase: 'download', file: 'a', loaded: 1, total: 2, speed: 0 })
      if (signals.length > 1) return Promise.resolve(createFakeEngine())
      return new Promise<Engine>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      )
    })
    const abort = new AbortController()
    const loading = (async () => {
      for await (const progress of translator.load(abort.signal)) {
        expect(progress.loaded).toBe(1)
        abort.abort(new Error('no more'))
      }
    })()
    await expect(loading).rejects.toThrow('no more')
    await collect(translator.load(never()))
    expect(signals[0]?.aborted).toBe(true)
    translator.dispose()
  })

  it('starts a killed worker once more and translates the rest, nothing twice', async () => {
    const workers: { kill: () => void }[] = []
    const controlled = createControlledEngine()
    const spawn = () => {
      const first = workers.length === 0
      const worker = createWorker(() => Promise.resolve(first ? controlled.engine : createFakeEngine()))
      workers.push(worker)
      return worker.port
    }
    const translator = createWorkerTranslator({ model: 'fake', origin, spawn })
    const done: string[] = []
    const reading = (async () => {
      for await (const item of translator.translate(['a', 'b c'].map(sentence), never())) {
        if (item.done) done.push(item.text)
        if (item.text === 'B') workers[0]!.kill()
      }
    })()
    for (let i = 0; i < 3; i++) await controlled.step()
    await reading
    expect(done).toEqual([fakeTranslation('a'), fakeTranslation('b c')])
    expect(workers).toHaveLength(2)
    translator.dispose()
  })

  it('says so when the worker dies again, and can still be used afterwards', async () => {
    let spawned = 0
    const spawn = () => {
      const worker = createWorker(() => {
        if (spawned <= 2) setTimeout(() => worker.kill())
        return spawned <= 2 ? new Promise<Engine>(() => undefined) : Promise.resolve(createFakeEngine())
      })
      spawned++
      return worker.port
    }
    const translator = createWorkerTranslator({ model: 'fake', origin, spawn })
    await expect(collect(translator.translate([sentence('a')], never()))).rejects.toBeInstanceOf(
      WorkerLostError,
    )
    expect(spawned).toBe(2)
    expect((await collect(translator.translate([sentence('a')], never()))).at(-1)?.done).toBe(true)
    translator.dispose()
  })

  it('does not wait for ever for a worker that never says hello, or falls silent', async () => {
    const mute: Port<Request, Event> = {
      post: () => undefined,
      onMessage: () => undefined,
      onFailure: () => undefined,
      close: () => undefined,
    }
    const translator = createWorkerTranslator({ model: 'fake', origin, spawn: () => mute, handshake: 20 })
    await expect(collect(translator.load(never()))).rejects.toThrow('did not start')
    const silent = overChannel(() => new Promise<Engine>(() => undefined), { silence: 20 })
    await expect(collect(silent.load(never()))).rejects.toThrow('no sign of life')
  })

  it('fails the job when no worker can be made at all', async () => {
    const spawn = (): never => {
      throw new Error('refused by the content policy')
    }
    const translator = createWorkerTranslator({ model: 'fake', origin, spawn })
    await expect(collect(translator.load(never()))).rejects.toBeInstanceOf(WorkerLostError)
  })

  it('puts an idle worker away and starts another when there is work again', async () => {
    let [spawned, closed] = [0, 0]
    const spawn = (): Port<Request, Event> => {
      spawned++
      const { port } = createWorker(() => Promise.resolve(createFakeEngine()))
      return {
        ...port,
        close: () => {
          closed++
          port.close()
        },
      }
    }
    const translator = createWorkerTranslator({ model: 'fake', origin, spawn, idle: 10 })
    await collect(translator.load(never()))
    await expect.poll(() => closed).toBe(1)
    await collect(translator.translate([sentence('a')], never()))
    expect(spawned).toBe(2)
    translator.dispose()
  })
})
