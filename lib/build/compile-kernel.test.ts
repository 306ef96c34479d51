import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compileKernel } from './compile-kernel'

it('the compiled kernel in the repository is what its sources compile to', async () => {
  const folder = join(import.meta.dirname, '../translation/kernel')
  expect(await compileKernel(join(folder, 'assembly'))).toBe(readFileSync(join(folder, 'wasm.ts'), 'utf8'))
}, 120_000)
