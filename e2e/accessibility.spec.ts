import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test'

// Colours are judged when nothing is fading.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function violations(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page }).analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary ?? ''}`),
  )
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme })

    test('library', async ({ page, library }) => {
      for (const locale of ['en', 'id'] as const) {
        await library.open(locale)
        expect(await violations(page)).toEqual([])
      }
      await library.open()
      await library.submit.click()
      await expect(library.problem).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

    test('reader, in each view', async ({ page, reader }) => {
      await reader.open('pasar-pagi', { locale: 'id' })
      await reader.page.keyboard.press('j')
      for (const view of ['side', 'stacked', 'request', 'blur'] as const) {
        await reader.view.selectOption(view)
        expect(await violations(page)).toEqual([])
      }
    })

    test('panels and comparison', async ({ page, reader }) => {
      test.setTimeout(180_000)
      await reader.open('pasar-pagi')
      const panel = await reader.openModels()
      await panel.getByText('Diagnostics').click()
      await panel.getByRole('button', { name: /NLLB/ }).click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Compare' }).click()
      await reader.translated()
      expect(await violations(page)).toEqual([])
    })
  })
}

for (const theme of ['sepia', 'contrast'] as const) {
  test(`colours of ${theme}`, async ({ page, reader }) => {
    await reader.open('pasar-pagi')
    await page.getByRole('combobox', { name: 'Appearance' }).selectOption(theme)
    await page.keyboard.press('j')
    expect(await violations(page)).toEqual([])
  })
}
