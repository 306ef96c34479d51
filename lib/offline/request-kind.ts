/** What the service worker does with a request depends on its kind alone. */
export type RequestKind = 'document' | 'payload' | 'script' | 'runtime' | 'part'

type Asked = {
  readonly url: string
  readonly method: string
  readonly mode: string
  readonly headers: Pick<Headers, 'get' | 'has'>
}

const folders: readonly (readonly [string, RequestKind | undefined])[] = [
  // Kept in parts, checked and resumed by lib/translation; a second copy would only take room.
  ['/models/', undefined],
  ['/ort/', 'runtime'],
  ['/sql/', 'part'],
  ['/_next/static/', 'script'],
]

/** The kind of a request of a page at `origin`; undefined for what is none of the worker's business. */
export function requestKind({ url, method, mode, headers }: Asked, origin: string): RequestKind | undefined {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin) return undefined
  const folder = folders.find(([prefix]) => address.pathname.startsWith(prefix))
  if (folder) return folder[1]
  if (mode === 'navigate') return 'document'
  // Prefetches ask for parts of a page that no navigation needs.
  const isPrefetch = headers.has('next-router-prefetch') || headers.has('next-router-segment-prefetch')
  return headers.get('rsc') === '1' && !isPrefetch ? 'payload' : undefined
}
