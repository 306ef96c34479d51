import { openFileStore } from '@/lib/translation/cache-file-store'
import { isDownloaded, storedPath } from '@/lib/translation/hub-download'
import { builtIn } from '@/lib/translation/models'

/** Bytes of the built-in model on this device; undefined while it is not whole. */
export async function keptModelBytes(): Promise<number | undefined> {
  const store = await openFileStore()
  if (!(await isDownloaded(store, builtIn))) return undefined
  const records = await Promise.all(builtIn.files.map((file) => store.record(storedPath(builtIn, file))))
  return records.reduce((sum, { stored }) => sum + stored, 0)
}
