import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startHub } from '@/lib/build/hub-server'
import type { HubServer } from '@/lib/build/hub-server'
import { ModelDownloadError } from './download-error'
import { StoreFullError, createMemoryFileStore } from './file-store'
import type { FileStore } from './file-store'
import { downloadModel, isDownloaded, openStored, removeDownload, storedPath } from './hub-download'
import { findEngineModel } from './models'
import type { LoadProgress } from './translator'

const model = findEngineModel('opus-mt')!
const large = 'onnx/decoder_model_merged_quantized.onnx'

/** Bytes that look like nothing else at any place, so that a wrongly joined file is found out. */
const noise = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (Math.imul(i + seed, 2654435761) >>> 13) & 255)

const repository = new Map(
  model.files.map((file, i) => [file, noise(file.endsWith('.onnx') ? 300_000 + i : 500, i)]),
)
const totalBytes = [...repository.values()].reduce((sum, { length }) => sum + length, 0)

let hub: HubServer
let store: FileStore
let reports: LoadProgress[]

beforeEach(async () => {
  hub = await startHub(new Map([[model.path, repository]]))
  store = createMemoryFileStore()
  reports = []
})
afterEach(() => hub.close())

function download(signal = new AbortController().signal, onProgress?: (progress: LoadProgress) => void) {
  return downloadModel(model, {
    hub: hub.url,
    assets: '',
    fetch,
    signal,
    store,
    waits: [1, 1],
    onProgress: (progress) => {
      reports.push(progress)
      onProgress?.(progress)
    },
  })
}

async function expectAllStored(): Promise<void> {
  for (const [file, bytes] of repository) {
    const response = await openStored(store, model, file)
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes), file).toBe(true)
  }
}

const failure = async (work: Promise<void>): Promise<ModelDownloadError> => {
  const error: unknown = await work.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ModelDownloadError)
  return error as ModelDownloadError
}

const fileRequests = (): string[] =>
  hub.requests.filter((line) => line.startsWith('GET') && line.includes('/resolve/'))

describe('downloadModel', () => {
  it('brings every file, with one total that only grows, and asks for nothing the second time', async () => {
    await download()
    await expectAllStored()
    expect(new Set(reports.map(({ total }) => total))).toEqual(new Set([totalBytes]))
    reports.forEach(({ loaded }, i) => expect(loaded).toBeGreaterThanOrEqual(reports[i - 1]?.loaded ?? 0))
    expect(reports.at(-1)?.loaded).toBe(totalBytes)
    hub.requests.length = 0
    await download()
    expect(hub.requests).toEqual([])
    expect(await isDownloaded(store, model)).toBe(true)
  })

  it('asks each file for its size where the hub gives no list', async () => {
    hub.listsFiles = false
    await download()
    await expectAllStored()
    expect(reports.at(-1)).toMatchObject({ loaded: totalBytes, total: totalBytes })
  })

  it('goes on where the connection was cut', async () => {
    hub.faults.set(large, { kind: 'cut', after: 100_000, times: 2 })
    await download()
    await expectAllStored()
    const ranges = fileRequests()
      .filter((line) => line.includes(large))
      .map((line) => line.split(' ')[2])
    expect(ranges).toEqual([undefined, 'bytes=100000-', 'bytes=200000-'])
  })

  it('says which file was cut when it is cut again and again, and goes on from there later', async () => {
    hub.faults.set(large, { kind: 'cut', after: 50_000, times: 3 })
    expect(await failure(download())).toMatchObject({ kind: 'cut', file: large })
    expect((await store.record(storedPath(model, large))).stored).toBe(150_000)
    hub.requests.length = 0
    await download()
    await expectAllStored()
    expect(fileRequests()).toEqual([expect.stringContaining('bytes=150000-')])
  })

  it('starts a file anew when the server cannot go on in the middle', async () => {
    hub.faults.set(large, { kind: 'cut', after: 50_000, times: 3 })
    await failure(download())
    hub.faults.set(large, { kind: 'no-range' })
    await download()
    await expectAllStored()
  })

  it('starts a file anew when it has changed on the hub', async () => {
    hub.faults.set(large, { kind: 'cut', after: 50_000, times: 3 })
    await failure(download())
    await hub.close()
    const changed = new Map(repository).set(large, noise(200_000, 99))
    hub = await startHub(new Map([[model.path, changed]]))
    await download()
    const response = await openStored(store, model, large)
    expect(Buffer.from(await response.arrayBuffer()).equals(noise(200_000, 99))).toBe(true)
  })

  it('refuses a file whose hash is wrong, and keeps nothing of it', async () => {
    hub.faults.set(large, { kind: 'corrupt' })
    expect(await failure(download())).toMatchObject({ kind: 'corrupt', file: large })
    expect(await isDownloaded(store, model)).toBe(false)
    expect((await openStored(store, model, large)).status).toBe(404)
    hub.faults.clear()
    await download()
    await expectAllStored()
  })

  it.each([
    [404, 'not-found'],
    [401, 'refused'],
    [403, 'refused'],
    [503, 'refused'],
  ])('status %d is %s, with the file', async (status, kind) => {
    hub.faults.set(large, { kind: 'status', status })
    expect(await failure(download())).toMatchObject({ kind, file: large })
  })

  it('says when there is no network', async () => {
    await hub.close()
    expect(await failure(download())).toMatchObject({ kind: 'offline' })
    hub = await startHub(new Map())
  })

  it('says when there is no room', async () => {
    const append = store.append.bind(store)
    store.append = (path, bytes, etag) =>
      path.endsWith(large) ? Promise.reject(new StoreFullError('quota')) : append(path, bytes, etag)
    expect(await failure(download())).toMatchObject({ kind: 'full', file: large })
  })

  it('stops when it is cancelled, keeps what came, and goes on from there', async () => {
    hub.faults.set(large, { kind: 'slow', chunk: 10_000 })
    const abort = new AbortController()
    const stopped = download(abort.signal, ({ file, loaded }) => {
      if (file === large && loaded > totalBytes - 250_000) abort.abort(new Error('cancelled'))
    })
    await expect(stopped).rejects.toThrow('cancelled')
    const { stored } = await store.record(storedPath(model, large))
    expect(stored).toBeGreaterThan(0)
    expect(stored).toBeLessThan(repository.get(large)!.length)
    hub.faults.clear()
    hub.requests.length = 0
    reports = []
    await download()
    await expectAllStored()
    expect(reports[0]!.loaded).toBeGreaterThan(0)
    expect(fileRequests()).toEqual([expect.stringContaining(`bytes=${stored}-`)])
  })

  it('forgets a model when it is told to', async () => {
    await download()
    await removeDownload(store, model)
    expect(await store.paths()).toEqual([])
    expect(await isDownloaded(store, model)).toBe(false)
  })
})
