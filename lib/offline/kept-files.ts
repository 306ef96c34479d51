/** Files that the service worker keeps by itself, beside what Serwist precaches. */
import type { OfflineFile } from './offline-manifest'

/** Gets what is missing, one file after the other. Throws when a file cannot be had or kept; what has come stays. */
export async function keepFiles(cache: Cache, files: readonly OfflineFile[]): Promise<void> {
  for (const { url } of files) if (!(await cache.match(url))) await cache.add(url)
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
