/** The page's side of offline reading: registers the service worker and knows whether everything is here. */
import { askWorker } from './messages'

export interface OfflineReading {
  /** Registers the service worker once the page has nothing better to do. Once is enough. */
  start(): void
  /** Bytes that are kept when a curated text can be opened and translated without a network, else undefined. */
  saved(): number | undefined
  subscribe(listener: () => void): () => void
}

export type OfflineReadingOptions = {
  /** False in development, where a worker would serve scripts of yesterday. */
  readonly enabled: boolean
  /** Bytes of the built-in model here; undefined while it is not whole. */
  readonly modelBytes: () => Promise<number | undefined>
  /** Tells when a model has been loaded, so that it is here now. */
  readonly onModelReady: (listener: () => void) => void
}

const address = '/sw.js'

/** After loading and when idle: the first visit belongs to the reader. */
const whenIdle = (work: () => void): void => {
  const soon = (): void => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 5000 })
    else setTimeout(work, 1000)
  }
  if (document.readyState === 'complete') soon()
  else window.addEventListener('load', soon, { once: true })
}

async function register(enabled: boolean): Promise<ServiceWorker | undefined> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return undefined
  if (!enabled) {
    // A worker of a production build on the same port would answer for the development server.
    const own = await navigator.serviceWorker.getRegistrations()
    await Promise.all(own.map((registration) => registration.unregister()))
    return undefined
  }
  await navigator.serviceWorker.register(address, { updateViaCache: 'none' })
  return (await navigator.serviceWorker.ready).active ?? undefined
}

/** Offline reading of this page. Nothing happens before `start`; failures leave everything as it was. */
export function createOfflineReading(options: OfflineReadingOptions): OfflineReading {
  const listeners = new Set<() => void>()
  let worker: Promise<ServiceWorker | undefined> | undefined
  let saved: number | undefined
  let questions = 0

  const show = (bytes: number | undefined): void => {
    if (bytes === saved) return
    saved = bytes
    for (const listener of listeners) listener()
  }
  const ask = async (): Promise<void> => {
    const question = ++questions
    const active = await worker
    if (!active) return
    const [answer, model] = await Promise.all([askWorker(active), options.modelBytes()])
    // An answer to an earlier question may come late and know less.
    if (question !== questions) return
    show(answer.bytes === undefined || model === undefined ? undefined : answer.bytes + model)
  }
  const quietly = (): void => void ask().catch(() => undefined)

  return {
    start: () => {
      if (worker) return
      worker = new Promise((resolve, reject) =>
        whenIdle(() => register(options.enabled).then(resolve, reject)),
      )
      options.onModelReady(quietly)
      quietly()
    },
    saved: () => saved,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
