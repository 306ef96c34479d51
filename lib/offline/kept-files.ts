/** Files that the service worker keeps by itself, beside what Serwist precaches. */
import type { OfflineFile } from './offline-manifest'

/** What is asked of the network, and the address under which the answer is kept. */
export type Wanted = { readonly request: Request; readonly key: string }

const lanes = 4

/**
 * Gets what is missing, a few files at a time. Throws as soon as one cannot be had or kept, and begins no other; what
 * has come stays, so the next try has less to do.
 */
export async function keepFiles(cache: Cache, wanted: readonly Wanted[]): Promise<void> {
  const rest = [...wanted]
  const work = async (): Promise<void> => {
    for (let next = rest.shift(); next; next = rest.shift()) await keepFile(cache, next)
  }
  try {
    await Promise.all(Array.from({ length: lanes }, work))
  } finally {
    rest.length = 0
  }
}

async function keepFile(cache: Cache, { request, key }: Wanted): Promise<void> {
  if (await cache.match(key)) return
  const response = await fetch(request)
  if (response.status !== 200 || response.redirected) throw new Error(`${request.url}: ${response.status}`)
  await cache.put(key, response)
}

/** Deletes what is no longer listed. */
export async function dropOthers(cache: Cache, files: readonly OfflineFile[], origin: string): Promise<void> {
  const listed = new Set(files.map(({ url }) => new URL(url, origin).href))
  for (const request of await cache.keys()) if (!listed.has(request.url)) await cache.delete(request)
}

/** Bytes of all the files, found by `find`; undefined when one is missing. */
export async function keptBytes(
  files: readonly OfflineFile[],
  find: (url: string) => Promise<Response | undefined>,
): Promise<number | undefined> {
  let sum = 0
  for (const { url, bytes } of files) {
    const response = await find(url)
    if (!response) return undefined
    sum += bytes ?? (await response.blob()).size
  }
  return sum
}
