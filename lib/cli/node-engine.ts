/** Engines in Node: the built-in model from the app's own files, hub models downloaded once to the user's cache. */
import { existsSync } from 'node:fs'
import { availableParallelism, homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine } from '@/lib/translation/engine'
import { downloadModel, isDownloaded } from '@/lib/translation/hub-download'
import type { EngineModel } from '@/lib/translation/models'
import type { Engine } from '@/lib/translation/serve-engine'
import { usefulThreads } from '@/lib/translation/useful-threads'
import type { LoadProgress } from '@/lib/translation/translator'
import { UsageError } from './command'
import { createDiskFileStore } from './disk-file-store'
import { folderFiles } from './folder-files'

const shipped = fileURLToPath(new URL('../../public/models/', import.meta.url))

/** `SEJAJAR_HUB` and `SEJAJAR_CACHE` move the hub and the folder of downloaded models elsewhere. */
const hub = (): string => process.env['SEJAJAR_HUB'] ?? 'https://huggingface.co'
const cache = (): string => process.env['SEJAJAR_CACHE'] ?? join(homedir(), '.cache', 'sejajar', 'models')

/** A line for every tenth of a download. */
function reporter(model: EngineModel, note: (text: string) => void): (progress: LoadProgress) => void {
  let told = -1
  return ({ loaded, total }) => {
    const tenth = total > 0 ? Math.floor((10 * loaded) / total) : 0
    if (tenth === told) return
    told = tenth
    note(`${model.id}: ${Math.round(loaded / 1e6)} of ${Math.round(total / 1e6)} MB`)
  }
}

async function fetchModel(model: EngineModel, root: string, note: (text: string) => void): Promise<void> {
  const store = createDiskFileStore(root)
  if (await isDownloaded(store, model)) return
  note(`Downloading ${model.path} (about ${model.megabytes} MB, licence ${model.licence}) to ${root}`)
  const { signal } = new AbortController()
  await downloadModel(model, {
    hub: hub(),
    assets: '',
    fetch,
    signal,
    store,
    onProgress: reporter(model, note),
  })
}

/** The engine of a model, downloading what is missing of a hub model; `note` tells of that. */
export async function openEngine(model: EngineModel, note: (text: string) => void): Promise<Engine> {
  const root = model.hub ? cache() : shipped
  if (model.hub) await fetchModel(model, root, note)
  else if (!existsSync(join(root, model.path, 'config.json'))) {
    throw new UsageError(`the files of the model "${model.id}" are not in ${join(root, model.path)}`)
  }
  return createEngine(model, {
    files: folderFiles(root, model),
    threads: usefulThreads(availableParallelism()),
  })
}
