/**
 * The service worker: after one visit the app works without its server. Entry of its own, bundled by
 * lib/build/service-worker.ts. A new worker waits until the last page of the old one is closed.
 */
import {
  CacheFirst,
  NetworkFirst,
  Serwist,
  type RouteMatchCallbackOptions,
  type SerwistPlugin,
} from 'serwist'
import { isLocale, localeCookie, switchLocale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate'
import { openFileStore } from '@/lib/translation/cache-file-store'
import { isDownloaded } from '@/lib/translation/hub-download'
import { models } from '@/lib/translation/models'
import { dropOthers, keepFiles, keptBytes } from './kept-files'
import { isOfflineQuestion, type OfflineAnswer } from './messages'
import { isPayloadAddress, keptPage, type OfflineManifest, type PageForm } from './offline-manifest'
import { requestKind, type RequestKind } from './request-kind'
import type { WorkerScope } from './worker-scope'

/** Put here by the build. */
declare const offlineManifest: OfflineManifest

const scope = globalThis as unknown as WorkerScope
const { origin } = scope.location
const { version, shell, runtime } = offlineManifest

/** Outlives versions: its files have the version in their address. */
const runtimeCache = 'sejajar-runtime'
const visitedPrefix = 'sejajar-visited-'
/** What was met on the way and is not in the precache: pages made later, scripts of a newer build. */
const visitedCache = `${visitedPrefix}${version}`

/** Longer, and a page that is kept is shown instead of waiting for a network that hardly moves. */
const patience = 3

/**
 * A worker's location is the address of the response, which has no fragment when it comes from a cache; the bundler
 * passes a worker's scripts in the fragment. A response of no address takes the request's, fragment included.
 */
const underOwnAddress: SerwistPlugin = {
  handlerWillRespond: async ({ request, response }) =>
    request.destination === 'worker'
      ? new Response(response.body, { status: response.status, headers: response.headers })
      : response,
}

const serwist = new Serwist({
  cacheId: 'sejajar',
  precacheEntries: shell.map(({ url, revision }) => ({ url, revision })),
  precacheOptions: { cleanupOutdatedCaches: true, plugins: [underOwnAddress] },
  // The first visit's page is served from now on; later workers meet no page to claim, since they wait.
  clientsClaim: true,
  disableDevLogs: true,
})

const isKind =
  (kind: RequestKind) =>
  ({ request }: RouteMatchCallbackOptions) =>
    requestKind(request, origin) === kind

/** From the network while it answers, else as kept with this version, whose scripts are all here. */
const pages = (form: PageForm): NetworkFirst =>
  new NetworkFirst({
    cacheName: visitedCache,
    networkTimeoutSeconds: patience,
    plugins: [
      {
        cacheKeyWillBeUsed: async ({ request }) => keptPage(request.url, form),
        cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
          cachedResponse ?? (await serwist.matchPrecache(keptPage(request.url, form))),
        cacheWillUpdate: async ({ request, response }) => {
          const isKept = serwist.getPrecacheKeyForUrl(keptPage(request.url, form)) !== undefined
          return response.status === 200 && !response.redirected && !isKept ? response : null
        },
        fetchDidSucceed: async ({ response }) => {
          // A gateway that answers for a server that is gone.
          if (response.status >= 502 && response.status <= 504) throw new Error(`status ${response.status}`)
          return response
        },
        ...(form === 'document' ? { handlerDidError: ({ request }) => toReadersLanguage(request.url) } : {}),
      },
    ],
  })

/** What the server's proxy does with an address that names no language, when there is no server. */
async function toReadersLanguage(address: string): Promise<Response | undefined> {
  const { pathname, search } = new URL(address)
  if (isLocale(pathname.split('/')[1])) return undefined
  const chosen = await scope.cookieStore?.get(localeCookie).catch(() => null)
  const locale = negotiateLocale(chosen?.value, scope.navigator.languages.join(','))
  return Response.redirect(`${origin}${switchLocale(pathname, locale)}${search}`, 307)
}

const visited = new CacheFirst({ cacheName: visitedCache, plugins: [underOwnAddress] })

serwist.registerCapture(isKind('document'), pages('document'))
serwist.registerCapture(isKind('payload'), pages('payload'))
serwist.registerCapture(isKind('runtime'), new CacheFirst({ cacheName: runtimeCache }))
serwist.registerCapture(isKind('part'), new NetworkFirst({ cacheName: visitedCache }))
serwist.registerCapture(isKind('script'), {
  // A script's name tells its content, so the one that a waiting worker has kept already will do.
  handle: async (options) => (await caches.match(options.request)) ?? visited.handle(options),
})

/** The runtime that the models on this device need, if there is one that needs it; the built-in one brings its own. */
async function neededRuntime(): Promise<OfflineManifest['runtime']> {
  const store = await openFileStore()
  const needing = models.flatMap((model) =>
    model.kind === 'engine' && model.runsOn === 'library' ? [model] : [],
  )
  const here = await Promise.all(needing.map((model) => isDownloaded(store, model)))
  return here.includes(true) ? runtime : []
}

async function keepRuntime(): Promise<void> {
  const wanted = (await neededRuntime()).map(({ url }) => ({ request: new Request(url), key: url }))
  if (wanted.length > 0) await keepFiles(await caches.open(runtimeCache), wanted)
}

/** Serwist's own installation never ends when one file fails, so this takes its place. */
async function keepShell(): Promise<void> {
  const wanted = shell.map(({ url, revision }) => ({
    key: serwist.getPrecacheKeyForUrl(url) ?? url,
    request: new Request(url, {
      // Past the browser's own cache, unless the address already tells the content.
      cache: revision === null ? 'default' : 'reload',
      headers: isPayloadAddress(`${origin}${url}`) ? { RSC: '1' } : {},
    }),
  }))
  await keepFiles(await caches.open(serwist.precacheStrategy.cacheName), wanted)
}

async function count(): Promise<number | undefined> {
  const cache = await caches.open(runtimeCache)
  const files = [...shell, ...(await neededRuntime())]
  return keptBytes(files, async (url) => (await serwist.matchPrecache(url)) ?? cache.match(url))
}

async function answer(): Promise<OfflineAnswer> {
  // No room or no network: reading goes on as it did. What is not here is not claimed.
  await keepRuntime().catch(() => undefined)
  const bytes = await count().catch(() => undefined)
  return bytes === undefined ? {} : { bytes }
}

scope.addEventListener('message', (event) => {
  const { data, ports } = event
  if (isOfflineQuestion(data)) event.waitUntil(answer().then((reply) => ports[0]?.postMessage(reply)))
})

async function dropOld(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(visitedPrefix) && name !== visitedCache)
  await Promise.all(old.map((name) => caches.delete(name)))
  await dropOthers(await caches.open(runtimeCache), await neededRuntime(), origin)
}

const install = async (): Promise<void> => {
  await keepShell()
  // A model of the hub finds the new version's runtime here when this worker takes over.
  await keepRuntime().catch(() => undefined)
}

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(dropOld().catch(() => undefined)))
scope.addEventListener('activate', serwist.handleActivate)
scope.addEventListener('fetch', serwist.handleFetch)
