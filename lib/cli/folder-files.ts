import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelFiles } from '@/lib/translation/engine-options'
import type { EngineModel } from '@/lib/translation/models'

/** The files of a model in a folder of models on disk. */
export const folderFiles = (root: string, model: EngineModel): ModelFiles => ({
  root: join(root, '/'),
  open: (file) =>
    readFile(join(root, model.path, file)).then(
      (bytes) => new Response(new Uint8Array(bytes)),
      () => new Response(null, { status: 404 }),
    ),
})
