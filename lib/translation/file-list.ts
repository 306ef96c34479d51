/** Which files a model has, how large they are, and by which hash they are known. */
import { ModelDownloadError } from './download-error'
import type { EngineModel } from './models'

export type ListedFile = {
  readonly file: string
  readonly url: string
  readonly size?: number
  readonly sha256?: string
}

export type Source = {
  /** Under which hub models lie, e.g. `https://huggingface.co`. */
  readonly hub: string
  /** Prefix of the app's own files, '' at the root of an origin. */
  readonly assets: string
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

const hex64 = /^[0-9a-f]{64}$/

type ManifestFile = { readonly file: string; readonly bytes: number; readonly sha256: string }
type TreeEntry = {
  readonly path?: string
  readonly size?: number
  readonly lfs?: { readonly oid?: string; readonly size?: number }
}

async function getJson(url: string, { fetch, signal }: Source): Promise<unknown> {
  const response = await fetch(url, { signal, cache: 'no-cache' })
  return response.ok ? response.json() : undefined
}

/** The hub's own list, with hashes of the large files; undefined from a server that only has the files. */
async function hubTree(model: EngineModel, source: Source): Promise<readonly TreeEntry[] | undefined> {
  try {
    const tree = await getJson(`${source.hub}/api/models/${model.path}/tree/main?recursive=true`, source)
    return Array.isArray(tree) ? (tree as TreeEntry[]) : undefined
  } catch {
    source.signal.throwIfAborted()
    return undefined
  }
}

const hashIn = (headers: Headers): string | undefined =>
  ['x-linked-etag', 'etag']
    .map((name) => headers.get(name)?.replace(/^W\/|"/g, ''))
    .find((value) => value !== undefined && hex64.test(value))

/** Size and hash from the headers of one file, as far as the server tells. */
async function headFile(file: string, url: string, { fetch, signal }: Source): Promise<ListedFile> {
  let response: Response
  try {
    response = await fetch(url, { method: 'HEAD', signal, cache: 'no-store' })
  } catch (error) {
    signal.throwIfAborted()
    throw new ModelDownloadError('offline', file, String(error))
  }
  if (response.status === 404) throw new ModelDownloadError('not-found', file)
  if (!response.ok) return { file, url }
  const size = Number(
    response.headers.get('x-linked-size') ?? response.headers.get('content-length') ?? Number.NaN,
  )
  const sha256 = hashIn(response.headers)
  // A compressed response tells the size of what is sent, not of the file.
  const plain = response.headers.get('content-encoding') === null
  return { file, url, ...(plain && Number.isFinite(size) ? { size } : {}), ...(sha256 ? { sha256 } : {}) }
}

async function hubFiles(model: EngineModel, source: Source): Promise<readonly ListedFile[]> {
  const tree = await hubTree(model, source)
  return Promise.all(
    model.files.map((file) => {
      const url = `${source.hub}/${model.path}/resolve/main/${file}`
      const entry = tree?.find(({ path }) => path === file)
      const size = entry?.lfs?.size ?? entry?.size
      if (entry === undefined || size === undefined) return headFile(file, url, source)
      const oid = entry.lfs?.oid
      return { file, url, size, ...(oid !== undefined && hex64.test(oid) ? { sha256: oid } : {}) }
    }),
  )
}

async function builtInFiles(model: EngineModel, source: Source): Promise<readonly ListedFile[]> {
  const folder = `${source.assets}/models/${model.path}`
  const list = (await getJson(`${folder}/manifest.json`, source).catch((error: unknown) => {
    source.signal.throwIfAborted()
    throw new ModelDownloadError('offline', 'manifest.json', String(error))
  })) as { files?: readonly ManifestFile[] } | undefined
  if (list?.files === undefined) throw new ModelDownloadError('not-found', 'manifest.json')
  return model.files.map((file) => {
    const entry = list.files?.find((one) => one.file === file)
    if (entry === undefined) throw new ModelDownloadError('not-found', file)
    return { file, url: `${folder}/${file}`, size: entry.bytes, sha256: entry.sha256 }
  })
}

/** The files of a model with all that can be known before the download. Throws a `ModelDownloadError`. */
export const listFiles = (model: EngineModel, source: Source): Promise<readonly ListedFile[]> =>
  model.hub ? hubFiles(model, source) : builtInFiles(model, source)
