import type { ModelShelf, ShelvedModel } from '@/components/services-context'
import { openFileStore } from '@/lib/translation/cache-file-store'
import { chromeAvailability } from '@/lib/translation/chrome-translator'
import { isDownloaded } from '@/lib/translation/hub-download'
import { models, type Model } from '@/lib/translation/models'
import { hubAddress } from './hub-address'

/** What a reader can choose here: the browser's own translator only where there is one, and what is already on this device. */
export function createModelShelf(): ModelShelf {
  const shelve = async (model: Model): Promise<readonly ShelvedModel[]> => {
    if (model.kind === 'chrome') {
      const answer = await chromeAvailability()
      return answer === 'no' ? [] : [{ model, isKept: answer === 'yes' }]
    }
    return [{ model, isKept: await mayLoad(model.id) }]
  }
  async function mayLoad(id: string): Promise<boolean> {
    const model = models.find((known) => known.id === id)
    if (model?.kind === 'chrome') return (await chromeAvailability()) === 'yes'
    if (model?.kind !== 'engine' || !model.hub) return true
    return isDownloaded(await openFileStore(), model)
  }
  return {
    all: models,
    mayLoad,
    hub: hubAddress,
    available: async () => (await Promise.all(models.map(shelve))).flat(),
  }
}
