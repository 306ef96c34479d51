import { keptModelBytes } from '@/lib/offline/kept-model'
import { createOfflineReading, type OfflineReading } from '@/lib/offline/offline-reading'
import { models } from '@/lib/translation/models'
import type { TranslationStore } from '@/lib/translation/translation-store'

/** Reading without a network. A production build only: in development a worker would serve yesterday's scripts. */
export function createOffline(translations: TranslationStore): OfflineReading {
  const readyModels = () => models.filter(({ id }) => translations.engine(id).status === 'ready').length
  return createOfflineReading({
    enabled: process.env.NODE_ENV === 'production',
    modelBytes: keptModelBytes,
    onModelReady: (listener) => {
      let before = readyModels()
      translations.subscribe(() => {
        const now = readyModels()
        if (now > before) listener()
        before = now
      })
    },
  })
}
