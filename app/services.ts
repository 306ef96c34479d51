import type { Services } from '@/components/services-context'
import { createOwnText, readTextFile, toArticle } from '@/lib/content/own-text'
import { summarize } from '@/lib/content/summary'
import { createIndexedDbStorage } from '@/lib/storage/indexed-db-storage'
import { createLocalMirror } from '@/lib/storage/local-mirror'
import { createPreferenceStore } from '@/lib/storage/preference-store'
import { builtIn, models } from '@/lib/translation/models'
import { threadCount } from '@/lib/translation/page-engine'
import { createReferenceTranslator } from '@/lib/translation/reference-translator'
import { createTranslationStore } from '@/lib/translation/translation-store'
import { createModelShelf } from './model-shelf'
import { createOffline } from './offline'
import { createStudyServices } from './study-services'
import { translatorFor } from './translators'
import { createWordServices } from './word-services'

/** Everything that components reach through `useServices`, made once per page. Nothing is opened until it is used. */
export function createServices(): Services {
  const storage = createIndexedDbStorage()
  const mirror = createLocalMirror(() => window.localStorage)
  const shelf = createModelShelf()
  const translations = createTranslationStore({
    storage,
    translatorFor,
    // A reference is in the article; there is nothing to keep.
    versionOf: (id) => models.find((model) => model.id === id && model.kind !== 'reference')?.version,
    mayLoad: shelf.mayLoad,
  })
  return {
    storage,
    study: createStudyServices(),
    words: createWordServices(storage),
    preferences: createPreferenceStore(storage, mirror, builtIn.id),
    translations,
    provideReference: (reference) => translations.provide(createReferenceTranslator(reference)),
    shelf,
    offline: createOffline(translations),
    threads: threadCount,
    ownTexts: {
      readFile: readTextFile,
      create: createOwnText,
      toArticle,
      minutes: (article) => summarize(article).minutes,
    },
  }
}
