/** Where downloaded model files lie, whole or in part. */

/** What is known of a file. `stored` bytes of it are here; `complete` only once it was checked. */
export type FileRecord = {
  readonly stored: number
  readonly parts: number
  readonly complete: boolean
  readonly etag?: string
}

export const nothingStored: FileRecord = { stored: 0, parts: 0, complete: false }

export interface FileStore {
  record(path: string): Promise<FileRecord>
  /** Adds bytes behind what is stored; returns the record then. Throws `StoreFullError` when there is no room. */
  append(path: string, bytes: Uint8Array, etag?: string): Promise<FileRecord>
  /** Marks a file as whole and checked. */
  complete(path: string): Promise<void>
  /** The stored bytes in order; throws when some have been taken away (the browser may clear its caches). */
  read(path: string): AsyncIterable<Uint8Array>
  remove(path: string): Promise<void>
  /** Paths of all files of which anything is stored. */
  paths(): Promise<readonly string[]>
}

export class StoreFullError extends Error {
  override readonly name = 'StoreFullError'
}

/** Files in memory: for private windows that refuse storage, and for tests. */
export function createMemoryFileStore(): FileStore {
  const files = new Map<string, { record: FileRecord; parts: Uint8Array[] }>()
  return {
    record: (path) => Promise.resolve(files.get(path)?.record ?? nothingStored),
    append: (path, bytes, etag) => {
      const file = files.get(path) ?? { record: nothingStored, parts: [] }
      file.parts.push(bytes)
      const { stored, parts } = file.record
      file.record = {
        ...file.record,
        stored: stored + bytes.length,
        parts: parts + 1,
        ...(etag ? { etag } : {}),
      }
      files.set(path, file)
      return Promise.resolve(file.record)
    },
    complete: (path) => {
      const file = files.get(path)
      if (file) file.record = { ...file.record, complete: true }
      return Promise.resolve()
    },
    read: async function* (path) {
      yield* files.get(path)?.parts ?? []
    },
    remove: (path) => Promise.resolve(void files.delete(path)),
    paths: () => Promise.resolve([...files.keys()]),
  }
}
