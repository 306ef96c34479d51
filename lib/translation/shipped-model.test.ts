import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { modelShape } from './model-shape'
import type { Json } from './model-shape'
import { builtIn } from './models'

const read = (file: string): Json =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../public/models', builtIn.path, file), 'utf8'),
  ) as Json

it('the shipped model is the version of its folder, and says in what case and how sure it wants its sentences', () => {
  expect(builtIn.path.endsWith(`/${String(read('manifest.json')['version'])}`)).toBe(true)
  const shape = modelShape(read('config.json'), read('generation_config.json'), () => undefined)
  expect(shape.sentenceCase).toBe(true)
  expect(shape.unsure).toBeGreaterThan(-2)
  expect(shape.unsure).toBeLessThan(0)
})
