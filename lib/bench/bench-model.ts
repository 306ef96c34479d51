/** The model to measure against: the shape of OPUS-MT with random weights, made by training/bench_model.py. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineModel } from '@/lib/translation/models'
import { builtIn } from '@/lib/translation/models'

/** Another set of weights under the built-in model's files and tokenizer. */
export const opusShape: EngineModel = {
  ...builtIn,
  id: 'opus-shape',
  path: 'opus-shape',
  runsOn: 'library',
}

/** Makes the model if it is not there; returns the folder that its folder lies in. */
export function prepareBenchModel(root: string, note: (text: string) => void): string {
  const cache = join(root, 'node_modules/.cache/sejajar-bench')
  const out = join(cache, opusShape.path)
  if (opusShape.files.every((file) => existsSync(join(out, file)))) return cache
  note('making the model to compare with …')
  const known = [process.env['PYTHON'], join(root, 'training/.venv/bin/python'), 'python3']
  const python = known.find((path) => path === 'python3' || (path !== undefined && existsSync(path)))!
  const tokenizer = join(root, 'public/models', builtIn.path)
  const script = join(root, 'training/bench_model.py')
  const { status } = spawnSync(python, [script, '--tokenizer', tokenizer, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    throw new Error(
      'Python with training/requirements.txt is needed; set PYTHON to it (see training/README.md)',
    )
  }
  return cache
}
