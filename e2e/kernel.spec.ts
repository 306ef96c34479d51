import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from './fixtures/test'
import type { Compared } from './fixtures/kernel-forms'

// Node 20 has no relaxed SIMD, so the form that most readers have is only met in a browser.
test('the kernel computes the same to the last digit in every form that the browser has', async ({
  page,
}) => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('fixtures/kernel-forms.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'error',
  })
  await page.goto('/en')
  await page.evaluate(outputFiles[0]!.text)
  const compared = await page.evaluate<Compared>('compareForms()')
  expect(compared.numbers).toBeGreaterThan(50_000)
  expect(compared.different, compared.form).toBe(0)
  test.info().annotations.push({ type: 'form', description: compared.form })
})
