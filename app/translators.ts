import { createChromeTranslator, findBrowserTranslator } from '@/lib/translation/chrome-translator'
import { findEngineModel } from '@/lib/translation/models'
import { createReferenceTranslator } from '@/lib/translation/reference-translator'
import { spawnWorker } from '@/lib/translation/spawn-worker'
import type { ModelId, Translator } from '@/lib/translation/translator'
import { createWorkerTranslator } from '@/lib/translation/worker-translator'
import { hubAddress } from './hub-address'

/** The translator that stands behind a model: a worker for those that we run, the browser's own, or a person's text. */
export function translatorFor(model: ModelId): Translator {
  if (model === 'reference') return createReferenceTranslator(new Map())
  if (model === 'chrome') {
    const browser = findBrowserTranslator()
    if (!browser) throw new Error('This browser has no translator of its own')
    return createChromeTranslator(browser)
  }
  if (!findEngineModel(model)) throw new Error(`There is no model ${model}`)
  return createWorkerTranslator({ model, origin: { hub: hubAddress(), assets: '' }, spawn: spawnWorker })
}
