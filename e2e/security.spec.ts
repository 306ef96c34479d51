import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures/test'

/** What browsers say when a policy has refused something, in pages and in workers. */
function watchRefusals(context: BrowserContext): readonly string[] {
  const refusals: string[] = []
  context.on('console', (message) => {
    if (/content[- ]security[- ]policy|permissions[- ]policy/i.test(message.text()))
      refusals.push(message.text())
  })
  return refusals
}

const hydrated = (page: Page) => expect(page.getByRole('link', { name: 'Bahasa Indonesia' })).toBeVisible()

test('reading and translating, with a word’s card, is all within the policy', async ({
  page,
  context,
  reader,
}) => {
  test.setTimeout(180_000)
  const refusals = watchRefusals(context)
  await reader.open('pasar-pagi')
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done', { timeout: 150_000 })
  await reader.source(0).locator('[data-token]').first().click()
  await expect(page.locator('.card-popover, .card-sheet')).toBeVisible()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(refusals).toEqual([])
})

test('so are all other pages, rendered beforehand or when asked for', async ({ page, context }) => {
  const refusals = watchRefusals(context)
  const paths = [
    '',
    '/study',
    '/words',
    '/dictionary',
    '/dictionary?q=beli',
    '/words/membeli',
    '/progress',
    '/texts',
  ]
  for (const path of [...paths, '/no-such-page']) {
    const response = await page.goto(`/en${path}`)
    const headers = response?.headers() ?? {}
    expect.soft(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect.soft(headers['cross-origin-embedder-policy'], path).toBe('require-corp')
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff')
    expect.soft(headers['referrer-policy'], path).toBe('same-origin')
    expect.soft(headers['permissions-policy'], path).toContain('camera=()')
    await hydrated(page)
    // The boot script has run, and React after it: typing in a field or following a link needs both.
    await expect(page.locator('html')).toHaveClass(/\bjs\b/)
    await page.waitForLoadState('networkidle')
  }
  expect(refusals).toEqual([])
})

test('a script that came with a text would not run, and nothing could be sent away', async ({
  page,
  context,
}) => {
  const refusals = watchRefusals(context)
  await page.goto('/en/words/membeli')
  await hydrated(page)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="/none" onerror="window.ran = true">')
    const sent = await fetch('https://example.org/').then(
      () => true,
      () => false,
    )
    return { ran: 'ran' in window, sent }
  })
  expect(ran).toEqual({ ran: false, sent: false })
  await expect.poll(() => refusals.length).toBeGreaterThanOrEqual(3)
})

for (const path of [
  '/en/words/%E0%A4%A',
  '/en/articles/%',
  '/id/%E0%A4%A/x',
  '/en/words/%00',
  '/models/%E0',
]) {
  test(`${path} is not found, and nothing breaks`, async ({ page }) => {
    // Browsers mend some addresses before they ask; the server is asked as it is.
    const response = await page.request.get(path)
    expect(response.status()).toBe(404)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /There is no page here|Tidak ada halaman di sini/,
    )
  })
}
