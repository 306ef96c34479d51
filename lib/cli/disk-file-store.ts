/** Model files on disk, laid out as the transformer library reads them; unfinished ones lie beside as `.part`. */
import { createReadStream } from 'node:fs'
import { appendFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { StoreFullError, nothingStored } from '@/lib/translation/file-store'
import type { FileRecord, FileStore } from '@/lib/translation/file-store'

const sizeOf = async (path: string): Promise<number | undefined> =>
  (await stat(path).catch(() => undefined))?.size

/** A store in a folder of this machine. */
export function createDiskFileStore(root: string): FileStore {
  const whole = (path: string): string => join(root, path)
  const part = (path: string): string => `${whole(path)}.part`
  const tag = (path: string): string => `${whole(path)}.etag`
  const record = async (path: string): Promise<FileRecord> => {
    const complete = await sizeOf(whole(path))
    if (complete !== undefined) return { stored: complete, parts: 1, complete: true }
    const stored = await sizeOf(part(path))
    if (stored === undefined) return nothingStored
    const etag = await readFile(tag(path), 'utf8').catch(() => '')
    return { stored, parts: 1, complete: false, ...(etag === '' ? {} : { etag }) }
  }
  return {
    record,
    append: async (path, bytes, etag) => {
      await mkdir(dirname(part(path)), { recursive: true })
      if (etag) await writeFile(tag(path), etag)
      await appendFile(part(path), bytes).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOSPC' ? new StoreFullError(error.message) : error
      })
      return record(path)
    },
    complete: async (path) => {
      await rename(part(path), whole(path))
      await rm(tag(path), { force: true })
    },
    read: async function* (path) {
      const { complete } = await record(path)
      yield* createReadStream(complete ? whole(path) : part(path)) as AsyncIterable<Buffer>
    },
    remove: async (path) => {
      for (const file of [whole(path), part(path), tag(path)]) await rm(file, { force: true })
    },
    paths: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
      const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.etag'))
      return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replace(/\.part$/, ''))
    },
  }
}
