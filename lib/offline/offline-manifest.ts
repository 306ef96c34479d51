/** What the service worker keeps; written into it by the build (lib/build/service-worker.ts). */

export type OfflineFile = {
  readonly url: string
  /** Null when the address itself changes with the content. */
  readonly revision: string | null
  /** Null for pages, which are not rendered yet when the list is made. */
  readonly bytes: number | null
}

export type OfflineManifest = {
  /** New with every build. */
  readonly version: string
  /** Kept at the first visit: pages, scripts, styles, fonts, dictionary. The built-in model is kept by lib/translation. */
  readonly shell: readonly OfflineFile[]
  /** Kept where a model of the hub is kept: the transformer library's wasm runtime. */
  readonly runtime: readonly OfflineFile[]
}

/** What an address is asked for: the document, or the payload that a soft navigation draws it from. */
export type PageForm = 'document' | 'payload'

/**
 * The address under which a page is kept. View and text in the query do not change what the server sends; a query of
 * our own keeps the precache from answering before the network has been tried. Giving a kept address gives it again.
 */
export function keptPage(address: string, form: PageForm): string {
  const { origin, pathname } = new URL(address)
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  // Next answers `_rsc` without a value when it is sent no header but `RSC`.
  return `${origin}${path}${form === 'document' ? '?kept' : '?_rsc='}`
}

export const isPayloadAddress = (address: string): boolean => new URL(address).search === '?_rsc='
