/** Makes engines inside the page's worker: downloads what is missing, then hands the files to the engine. */
import { openFileStore } from './cache-file-store'
import { ModelDownloadError } from './download-error'
import type { CreateEngine } from './engine-options'
import { createMemoryFileStore } from './file-store'
import type { FileStore } from './file-store'
import { downloadModel, openStored } from './hub-download'
import { findEngineModel } from './models'
import type { EngineModel } from './models'
import type { Origin } from './protocol'
import { runtimeVersion } from './runtime-version'
import type { EngineFactory } from './serve-engine'
import { usefulThreads } from './useful-threads'
import type { LoadProgress } from './translator'

/** Threads need a cross-origin isolated page. */
export const threadCount = (): number =>
  globalThis.crossOriginIsolated ? usefulThreads(navigator.hardwareConcurrency || 1) : 1

const absolute = (path: string): string => new URL(path, globalThis.location.origin).href

type Wanted = {
  readonly model: EngineModel
  readonly origin: Origin
  readonly onProgress: (progress: LoadProgress) => void
  readonly signal: AbortSignal
}

/** Two tabs that want the same model download it once: the second waits for the lock and finds the files there. */
async function inTurn(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as Partial<Navigator>
  await (locks === undefined ? work() : locks.request(name, { signal }, work))
}

async function download({ model, origin, onProgress, signal }: Wanted, store: FileStore): Promise<FileStore> {
  const source = {
    hub: origin.hub,
    assets: absolute(origin.assets).replace(/\/$/, ''),
    fetch: fetch.bind(globalThis),
  }
  const work = (into: FileStore): Promise<void> =>
    downloadModel(model, { ...source, store: into, onProgress, signal })
  try {
    await inTurn(`sejajar-model ${model.path}`, signal, () => work(store))
    return store
  } catch (error) {
    // Reading goes on though the disk is full: the built-in model is small enough to be held in memory.
    if (model.hub || !(error instanceof ModelDownloadError) || error.kind !== 'full') throw error
    const memory = createMemoryFileStore()
    await work(memory)
    return memory
  }
}

/** Earlier versions of the built-in model are of no more use once a new one is here. */
async function removeOldVersions(store: FileStore, model: EngineModel): Promise<void> {
  const family = `${model.path.split('/')[0]!}/`
  const old = (await store.paths()).filter(
    (path) => path.startsWith(family) && !path.startsWith(`${model.path}/`),
  )
  for (const path of old) await store.remove(path)
}

const bare = (phase: LoadProgress['phase']): LoadProgress => ({
  phase,
  file: '',
  loaded: 0,
  total: 0,
  speed: 0,
})

/** The page's engine factory. `createEngine` is passed in: only the worker's entry may import the transformer library. */
export const createPageEngine =
  (createEngine: CreateEngine): EngineFactory =>
  async (id, origin, onProgress, signal) => {
    const model = findEngineModel(id)
    if (model === undefined) throw new Error(`No engine runs the model ${id}`)
    const store = await download({ model, origin, onProgress, signal }, await openFileStore())
    if (!model.hub) void removeOldVersions(store, model)
    onProgress(bare('compile'))
    const engine = await createEngine(model, {
      files: { open: (file) => openStored(store, model, file) },
      threads: threadCount(),
      wasm: {
        mjs: absolute(`${origin.assets}/ort/${runtimeVersion}/ort-wasm-simd-threaded.mjs`),
        wasm: absolute(`${origin.assets}/ort/${runtimeVersion}/ort-wasm-simd-threaded.wasm`),
      },
    })
    onProgress(bare('ready'))
    return engine
  }
