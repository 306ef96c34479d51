/** What page and service worker say to each other. */

/** How much is kept? */
type OfflineQuestion = { readonly type: 'sejajar-offline' }

/** `bytes` is missing as long as something is. */
export type OfflineAnswer = { readonly bytes?: number }

export const isOfflineQuestion = (data: unknown): data is OfflineQuestion =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'sejajar-offline'

/** Asks a worker and waits for its answer. */
export const askWorker = (worker: ServiceWorker): Promise<OfflineAnswer> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
      port1.close()
      resolve(data)
    }
    worker.postMessage({ type: 'sejajar-offline' } satisfies OfflineQuestion, [port2])
  })
