/**
 * Downloads a model's files into a store: one total over all files, cancelled by a signal, and resumed where it
 * stopped, after a cut as after a reload. The transformer library never fetches by itself.
 */
import { ModelDownloadError } from './download-error'
import { listFiles } from './file-list'
import type { ListedFile, Source } from './file-list'
import { StoreFullError } from './file-store'
import type { FileStore } from './file-store'
import type { EngineModel } from './models'
import { Sha256 } from './sha256'
import { createSpeedometer } from './speedometer'
import type { LoadProgress } from './translator'

export type Download = Source & {
  readonly store: FileStore
  readonly onProgress: (progress: LoadProgress) => void
  /** Waits before a further try after a cut or a busy server, in milliseconds; as many tries as there are waits. */
  readonly waits?: readonly number[]
}

/** Bytes that are gathered before they are kept: what a cut or a reload can lose. */
const partSize = 4 * 2 ** 20

export const storedPath = (model: EngineModel, file: string): string => `${model.path}/${file}`

/** Whether every file of a model is here and checked. */
export async function isDownloaded(store: FileStore, model: EngineModel): Promise<boolean> {
  const records = await Promise.all(model.files.map((file) => store.record(storedPath(model, file))))
  return records.every(({ complete }) => complete)
}

/** Forgets all that is stored of a model, parts of unfinished files included. */
export async function removeDownload(store: FileStore, model: EngineModel): Promise<void> {
  for (const file of model.files) await store.remove(storedPath(model, file))
}

type Counter = { add(file: string, bytes: number): void; reset(file: string, bytes: number): void }

function createCounter(files: readonly ListedFile[], onProgress: Download['onProgress']): Counter {
  const loaded = new Map<string, number>()
  const speed = createSpeedometer(() => performance.now())
  const total = (): number =>
    files.reduce((sum, { file, size }) => sum + Math.max(size ?? 0, loaded.get(file) ?? 0), 0)
  const report = (file: string): void => {
    const sum = [...loaded.values()].reduce((a, b) => a + b, 0)
    onProgress({ phase: 'download', file, loaded: sum, total: total(), speed: speed.bytesPerSecond() })
  }
  return {
    add: (file, bytes) => {
      loaded.set(file, (loaded.get(file) ?? 0) + bytes)
      speed.add(bytes)
      report(file)
    },
    reset: (file, bytes) => {
      loaded.set(file, bytes)
      report(file)
    },
  }
}

/** A failure that another try may mend. */
class Interrupted extends Error {
  readonly kind: 'cut' | 'offline' | 'refused'
  constructor(kind: 'cut' | 'offline' | 'refused', detail: string) {
    super(detail)
    this.kind = kind
  }
}

async function request(listed: ListedFile, from: number, { fetch, signal }: Download): Promise<Response> {
  let response: Response
  try {
    const headers: HeadersInit = from > 0 ? { Range: `bytes=${from}-` } : {}
    response = await fetch(listed.url, { headers, signal, cache: 'no-store' })
  } catch (error) {
    signal.throwIfAborted()
    throw new Interrupted(from > 0 ? 'cut' : 'offline', String(error))
  }
  const { status } = response
  if (response.ok || status === 416) return response
  await response.body?.cancel()
  if (status === 404 || status === 410)
    throw new ModelDownloadError('not-found', listed.file, `status ${status}`)
  if (status === 429 || status >= 500) throw new Interrupted('refused', `status ${status}`)
  throw new ModelDownloadError('refused', listed.file, `status ${status}`)
}

/** Whether a response goes on where the stored part ends, of the same edition of the file. */
function continues(response: Response, from: number, etag: string | undefined): boolean {
  if (response.status !== 206) return false
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]
  const newTag = response.headers.get('etag')
  return (start === undefined || Number(start) === from) && (!etag || !newTag || etag === newTag)
}

/** A file on its way into the store. */
type Target = { readonly path: string; readonly file: string; readonly etag: string }

async function keep(
  { path, file, etag }: Target,
  chunks: readonly Uint8Array[],
  { store }: Download,
): Promise<void> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  if (at === 0) return
  try {
    await store.append(path, whole, etag)
  } catch (error) {
    if (error instanceof StoreFullError) throw new ModelDownloadError('full', file)
    throw error
  }
}

/** Reads a body into the store; what has come is kept even when the rest does not come. */
async function storeBody(body: ReadableStream<Uint8Array>, target: Target, d: Download, counter: Counter) {
  let pending: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const chunks = pending
    pending = []
    size = 0
    await keep(target, chunks, d)
  }
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      pending.push(value)
      size += value.length
      counter.add(target.file, value.length)
      if (size >= partSize) await flush()
    }
  } catch (error) {
    if (error instanceof ModelDownloadError) throw error
    await flush()
    d.signal.throwIfAborted()
    throw new Interrupted('cut', String(error))
  }
  await flush()
}

async function tryFile(listed: ListedFile, path: string, d: Download, counter: Counter): Promise<void> {
  const { file, size } = listed
  const before = await d.store.record(path)
  counter.reset(file, before.stored)
  if (size !== undefined && before.stored === size) return
  const response = await request(listed, before.stored, d)
  if (before.stored > 0 && !continues(response, before.stored, before.etag)) {
    await d.store.remove(path)
    counter.reset(file, 0)
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new Interrupted('cut', 'the file has changed')
    }
  }
  if (response.body === null) throw new Interrupted('cut', 'no content')
  await storeBody(response.body, { path, file, etag: response.headers.get('etag') ?? '' }, d, counter)
  const { stored } = await d.store.record(path)
  if (size !== undefined && stored < size) throw new Interrupted('cut', `${stored} of ${size} bytes`)
}

async function check(listed: ListedFile, path: string, { store }: Download): Promise<void> {
  const { stored } = await store.record(path)
  const hash = new Sha256()
  if (listed.sha256 !== undefined) for await (const bytes of store.read(path)) hash.update(bytes)
  const wrongSize = listed.size !== undefined && stored !== listed.size
  if (wrongSize || (listed.sha256 !== undefined && hash.digest() !== listed.sha256)) {
    await store.remove(path)
    throw new ModelDownloadError('corrupt', listed.file, wrongSize ? 'wrong size' : 'wrong hash')
  }
  await store.complete(path)
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
      once: true,
    })
  })

async function downloadFile(listed: ListedFile, path: string, d: Download, counter: Counter): Promise<void> {
  const waits = d.waits ?? [500, 2000, 5000]
  for (let attempt = 0; ; attempt++) {
    d.signal.throwIfAborted()
    try {
      await tryFile(listed, path, d, counter)
      return await check(listed, path, d)
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      const wait = waits[attempt]
      if (wait === undefined) throw new ModelDownloadError(error.kind, listed.file, error.message)
      await pause(wait, d.signal)
    }
  }
}

/** Brings every file of the model into the store; does not touch the network when all are there. Throws a `ModelDownloadError`. */
export async function downloadModel(model: EngineModel, d: Download): Promise<void> {
  if (await isDownloaded(d.store, model)) return
  const files = await listFiles(model, d)
  const counter = createCounter(files, d.onProgress)
  // What is here already counts from the first report on, so that the bar does not jump.
  for (const { file } of files) counter.reset(file, (await d.store.record(storedPath(model, file))).stored)
  for (const listed of files) {
    const path = storedPath(model, listed.file)
    if (!(await d.store.record(path)).complete) await downloadFile(listed, path, d, counter)
  }
}

/** A stored file as the response that the transformer library would have had from the network; 404 for one not stored. */
export async function openStored(store: FileStore, model: EngineModel, file: string): Promise<Response> {
  const path = storedPath(model, file)
  const { complete, stored } = await store.record(path)
  if (!complete) return new Response(null, { status: 404 })
  const parts = store.read(path)[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { 'content-length': String(stored) },
  })
}
