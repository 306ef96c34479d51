import type { Page } from '@playwright/test'
import { startOpusHub } from './fixtures/hub'
import { expect, test as base } from './fixtures/test'
import { WeakServer } from './fixtures/weak-server'
import { ReaderPage } from './pages/reader-page'

const test = base.extend<{ server: WeakServer }>({
  server: async ({ baseURL }, provide) => {
    const server = await WeakServer.before(baseURL ?? '')
    await provide(server)
    await server.end()
  },
})

test.use({ serviceWorkers: 'allow' })
test.setTimeout(180_000)

const saved = (page: Page) => page.getByTestId('offline-line')
const isIsolated = (page: Page) => page.evaluate(() => crossOriginIsolated)
const cacheNames = (page: Page) => page.evaluate(async () => (await caches.keys()).sort())

/** Addresses of what the worker keeps. */
const keptAddresses = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

const isControlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null)

test('after one visit everything is read and translated without a server', async ({
  page,
  context,
  server,
}) => {
  const reader = new ReaderPage(page)
  await page.goto(`${server.origin}/en/articles/pasar-pagi`)
  await reader.translated()
  await expect(saved(page)).toHaveText(/^Saved for offline reading \(\d+ MB\)$/, { timeout: 60_000 })
  // The built-in model runs on our own kernel; the library's runtime is for models of the hub.
  expect((await keptAddresses(page)).filter((path) => path.startsWith('/ort/'))).toEqual([])

  await context.setOffline(true)
  await server.end()

  await page.reload()
  await reader.ready()
  expect(await isIsolated(page)).toBe(true)
  await expect(saved(page)).toHaveText(/^Saved for offline reading/)

  // A text that has not been opened before, reached by the library's own links, in the other language.
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.waitForURL('**/en')
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
  await page.waitForURL('**/id')
  await page.locator('a[href="/id/articles/perahu-pinisi"]').first().click()
  await page.waitForURL('**/id/articles/perahu-pinisi*')
  await reader.translated()
  await expect(reader.english(0)).toHaveText(/[a-z]{3}.*[a-z]{3}/i)
  expect(await isIsolated(page)).toBe(true)

  // And by its address alone, as after closing the browser; the model is loaded anew.
  await page.goto(`${server.origin}/en/articles/lavrov-wonsan?view=stacked`)
  await reader.translated(150_000)
  await expect(reader.english(0)).toHaveText(/Lavrov/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('an address without a language finds the reader’s own', async ({ page, server }) => {
  await page.goto(`${server.origin}/id`)
  await expect.poll(() => isControlled(page), { timeout: 60_000 }).toBe(true)
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL('**/en')
  await server.end()
  await page.goto(`${server.origin}/`)
  await page.waitForURL('**/en')
  await expect(page.locator('.entry-title').first()).toBeVisible()
})

test('the library alone brings no model and no runtime', async ({ page, server }) => {
  const large: string[] = []
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(models|ort)\//.test(pathname)) large.push(pathname)
  })
  await page.goto(`${server.origin}/en`)
  await expect.poll(() => isControlled(page), { timeout: 60_000 }).toBe(true)
  const kept = await keptAddresses(page)
  expect(kept).toContain('/id/articles/bahasa-ibu')
  expect(kept.filter((path) => /^\/(models|ort)\//.test(path))).toEqual([])
  expect(large).toEqual([])
  await expect(saved(page)).toBeEmpty()
})

test('a model of the hub brings the runtime that it needs, and runs without a server', async ({
  page,
  context,
  server,
}) => {
  const hub = await startOpusHub()
  await page.addInitScript((address) => window.localStorage.setItem('sejajar-hub', address), hub.url)
  const reader = new ReaderPage(page)
  await page.goto(`${server.origin}/en/articles/pasar-pagi`)
  await reader.translated()
  const panel = await reader.openModels()
  const item = panel.locator('[data-model="opus-mt"]')
  await item.getByRole('button', { name: /Download 110 MB/ }).click()
  await item.getByRole('button', { name: 'Download', exact: true }).click()
  await expect(item).toContainText('In use', { timeout: 60_000 })
  const runtime = async () => (await keptAddresses(page)).filter((path) => path.startsWith('/ort/'))
  await expect.poll(runtime, { timeout: 60_000 }).toHaveLength(2)
  await hub.close()

  // What was lost is brought again, whether or not the model is used.
  await page.evaluate(() => caches.delete('sejajar-runtime'))
  await page.goto(`${server.origin}/en`)
  await expect.poll(runtime, { timeout: 60_000 }).toHaveLength(2)

  await context.setOffline(true)
  await server.end()
  await page.goto(`${server.origin}/en/articles/bahasa-ibu`)
  await expect(reader.target(0)).toHaveAttribute('data-model', 'opus-mt')
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
})

test('a server that does not answer is not waited for', async ({ page, server }) => {
  await page.goto(`${server.origin}/en`)
  await expect.poll(() => isControlled(page), { timeout: 60_000 }).toBe(true)
  server.fallSilent()
  await page.goto(`${server.origin}/en/articles/bahasa-ibu`)
  await expect(page.locator('[data-sentence]').first()).toBeVisible()
})

test('a new version waits, takes over at the next start and clears up after the old one', async ({
  page,
  context,
  server,
}) => {
  await page.goto(`${server.origin}/en`)
  await expect.poll(() => isControlled(page), { timeout: 60_000 }).toBe(true)
  // What an older version has left behind.
  await page.evaluate(() => caches.open('sejajar-visited-older'))

  server.renew()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  const waits = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
  await expect.poll(waits, { timeout: 60_000 }).toBe(true)
  expect(await cacheNames(page)).toContain('sejajar-visited-older')

  await page.close()
  const next = await context.newPage()
  await next.goto(`${server.origin}/en`)
  const done = () =>
    next.evaluate(async () => {
      const { waiting, active } = await navigator.serviceWorker.ready
      return waiting === null && active?.state === 'activated'
    })
  await expect.poll(done).toBe(true)
  await expect.poll(() => cacheNames(next)).not.toContain('sejajar-visited-older')
})

test('a device without room reads on as before', async ({ page, context, server }) => {
  const session = await context.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 200_000 })
  await page.goto(`${server.origin}/en`)
  const failed = () =>
    page.evaluate(() =>
      navigator.serviceWorker.register('/sw.js').then(
        ({ installing, waiting, active }) =>
          new Promise<boolean>((resolve) => {
            const worker = installing ?? waiting ?? active
            if (!worker || worker.state === 'redundant') return resolve(true)
            worker.onstatechange = () => resolve(worker.state === 'redundant')
          }),
      ),
    )
  expect(await failed()).toBe(true)
  await page.locator('a[href="/en/articles/pasar-pagi"]').first().click()
  await expect(page.locator('[data-sentence]').first()).toBeVisible()
  expect(await isControlled(page)).toBe(false)
  await expect(saved(page)).toBeEmpty()
})
