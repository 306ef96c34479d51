/** Model files in the browser's Cache API, in parts, so that a download goes on where it stopped after a reload. */
import { StoreFullError, createMemoryFileStore, nothingStored } from './file-store'
import type { FileRecord, FileStore } from './file-store'

const cacheName = 'sejajar-model-files'
const folder = '/.model-files/'

const recordUrl = (path: string): string => `${folder}${path}?record`
const partUrl = (path: string, part: number): string => `${folder}${path}?part=${part}`

async function put(cache: Cache, url: string, body: BodyInit): Promise<void> {
  try {
    await cache.put(url, new Response(body))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw new StoreFullError(error.message)
    throw error
  }
}

function createCacheFileStore(cache: Cache): FileStore {
  const record = async (path: string): Promise<FileRecord> => {
    const response = await cache.match(recordUrl(path))
    return response === undefined ? nothingStored : ((await response.json()) as FileRecord)
  }
  const keep = (path: string, value: FileRecord): Promise<void> =>
    put(cache, recordUrl(path), JSON.stringify(value))
  return {
    record,
    append: async (path, bytes, etag) => {
      const before = await record(path)
      const after: FileRecord = {
        ...before,
        stored: before.stored + bytes.length,
        parts: before.parts + 1,
        ...(etag ? { etag } : {}),
      }
      // The part first: if the page closes in between, the part is written again, not missed.
      await put(cache, partUrl(path, before.parts), bytes as Uint8Array<ArrayBuffer>)
      await keep(path, after)
      return after
    },
    complete: async (path) => keep(path, { ...(await record(path)), complete: true }),
    read: async function* (path) {
      const { parts } = await record(path)
      for (let part = 0; part < parts; part++) {
        const response = await cache.match(partUrl(path, part))
        if (response === undefined) throw new Error(`${path} is no longer complete`)
        yield new Uint8Array(await response.arrayBuffer())
      }
    },
    remove: async (path) => {
      const { parts } = await record(path)
      await cache.delete(recordUrl(path))
      // One more than the record says: a part may have been written just before the page closed.
      for (let part = 0; part <= parts; part++) await cache.delete(partUrl(path, part))
    },
    paths: async () => {
      const keys = (await cache.keys()).map(({ url }) => new URL(url))
      const records = keys.filter(({ search }) => search === '?record')
      return records.map(({ pathname }) => decodeURIComponent(pathname.slice(folder.length)))
    },
  }
}

/** The browser's store, or one in memory where the browser refuses (private windows, insecure origins). */
export async function openFileStore(): Promise<FileStore> {
  try {
    return createCacheFileStore(await caches.open(cacheName))
  } catch {
    return createMemoryFileStore()
  }
}
