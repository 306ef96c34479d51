import { expect, test } from './fixtures/test'

const papers = {
  light: 'rgb(251, 249, 244)',
  dark: 'rgb(22, 21, 15)',
  sepia: 'rgb(244, 234, 214)',
  contrast: 'rgb(255, 255, 255)',
} as const

test('each appearance can be chosen and is there at the next visit, before the first paint', async ({
  page,
}) => {
  await page.goto('/en')
  const select = page.getByRole('combobox', { name: 'Appearance' })
  for (const [theme, paper] of Object.entries(papers)) {
    await select.selectOption(theme)
    await expect(page.locator('html')).toHaveCSS('background-color', paper)
  }
  await select.selectOption('dark')
  // As the body begins, long before React: the paper is dark already.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      document.documentElement.dataset.early = document.documentElement.dataset.theme ?? 'none'
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-early', 'dark')
  await expect(select).toHaveValue('dark')
})

test('as on this device: follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/en')
  await expect(page.locator('html')).toHaveCSS('background-color', papers.dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveCSS('background-color', papers.light)
})

test('on paper: two columns and nothing around them', async ({ page, reader }) => {
  await reader.open('pasar-pagi', { query: '?view=request' })
  await reader.chooseReference()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.site-header')).toBeHidden()
  await expect(page.locator('.reader-bar')).toBeHidden()
  const [source, english] = [await reader.source(0).boundingBox(), await reader.target(0).boundingBox()]
  expect(Math.abs((source?.y ?? 0) - (english?.y ?? 99))).toBeLessThan(2)
  expect(english?.x).toBeGreaterThan(source?.x ?? 9999)
})

test('at twice the size nothing is cut off sideways', async ({ page, reader }) => {
  // 200 % of 1280 × 800 is a page of 640 × 400.
  await page.setViewportSize({ width: 640, height: 400 })
  for (const locale of ['en', 'id'] as const) {
    await reader.open('listrik-dari-sampah', { locale })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  }
})
