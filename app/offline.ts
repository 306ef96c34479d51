import { keptModelBytes } from '@/lib/offline/kept-model'
import { createOfflineReading, type OfflineReading } from '@/lib/offline/offline-reading'
import { builtIn } from '@/lib/translation/models'
import type { TranslationStore } from '@/lib/translation/translation-store'

/** Reading without a network. A production build only: in development a worker would serve yesterday's scripts. */
export function createOffline(translations: TranslationStore): OfflineReading {
  const isReady = () => translations.engine(builtIn.id).status === 'ready'
  return createOfflineReading({
    enabled: process.env.NODE_ENV === 'production',
    modelBytes: keptModelBytes,
    onModelReady: (listener) => {
      let wasReady = isReady()
      translations.subscribe(() => {
        const ready = isReady()
        if (ready && !wasReady) listener()
        wasReady = ready
      })
    },
  })
}
