import { seed, seedReference } from './fixtures/seed'
import { expect, test } from './fixtures/test'
import { layoutShift } from './pages/reader-page'

test.describe.configure({ timeout: 240_000 })

/**
 * The first workers that have text to show die of it, as in a browser short of memory. They are killed from inside the
 * page: a machine that translates a thousand sentences in two seconds is done before a test looks a second time.
 */
const killWorkers = (deaths: number) => {
  const Native = window.Worker
  let left = deaths
  window.Worker = class MortalWorker extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', ({ data }: MessageEvent<{ type?: unknown }>) => {
        if (data.type !== 'partial' || left === 0) return
        left -= 1
        document.documentElement.dataset.deaths = String(deaths - left)
        this.terminate()
        this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))
      })
    }
  }
}

test('the seed article is read to its last sentence, all on this device', async ({
  page,
  reader,
  foreign,
}) => {
  await reader.open(seed)
  await expect(reader.rows).toHaveCount(seedReference.length)
  await reader.translated(180_000)
  const english = await page.locator('.target .text').allTextContents()
  expect(english.filter((text) => text.trim() === '')).toEqual([])
  // In order: names and numbers stand in the rows where people put them.
  for (const [index, word] of [
    [0, 'Lavrov'],
    [1, 'Kim Jong Un'],
    [1, 'Wonsan'],
    [3, '2024'],
    [9, '30,000'],
    [10, 'Kursk'],
    [11, '14,000'],
    [13, 'Kursk'],
  ] as const) {
    expect.soft(seedReference[index]).toContain(word)
    expect.soft(english[index], `${word} in sentence ${index + 1}`).toContain(word)
  }
  await expect(page.getByTestId('status')).toHaveText(`All ${seedReference.length} sentences are in English`)
  expect(foreign).toEqual([])
  expect(await layoutShift(page)).toBeLessThan(0.05)
})

test('the second visit shows the English at once, with every model file refused', async ({
  page,
  reader,
}) => {
  await reader.open(seed)
  await reader.translated(180_000)
  const before = await page.locator('.target .text').allTextContents()
  const asked: string[] = []
  await page.context().route(/\/(models|ort)\//, async (route) => {
    asked.push(route.request().url())
    await route.abort()
  })
  await page.reload()
  await reader.translated(10_000)
  expect(await page.locator('.target .text').allTextContents()).toEqual(before)
  expect(asked).toEqual([])
  expect(await layoutShift(page)).toBeLessThan(0.05)
})

test('when the model cannot be had, the text stays readable and trying again helps', async ({
  page,
  reader,
}) => {
  await page.context().route(/\/models\//, (route) => route.abort())
  await reader.open('pasar-pagi')
  const trouble = page.locator('.reader').getByRole('alert')
  await expect(trouble).toBeVisible({ timeout: 60_000 })
  await expect(reader.source(3)).toBeVisible()
  await page.context().unroute(/\/models\//)
  await trouble.getByRole('button').click()
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done', { timeout: 90_000 })
  await expect(trouble).toBeHidden()
})

/** Many batches, so that there is much left to do at each death. */
const hundredDays = Array.from(
  { length: 100 },
  (_, day) => `Pada hari ke-${day + 1} mereka berjalan ke kota untuk menjual ikan.`,
).join(' ')

test('a worker that dies in mid-sentence is started again and nothing is lost', async ({
  page,
  library,
  reader,
}) => {
  await page.addInitScript(killWorkers, 1)
  await library.open()
  await library.read(hundredDays, 'Seratus hari')
  await reader.translated(180_000)
  await expect(page.locator('html')).toHaveAttribute('data-deaths', '1')
  await expect(page.locator('.reader').getByRole('alert')).toHaveCount(0)
})

test('a worker that dies twice is said so, and reading goes on', async ({ page, library, reader }) => {
  await page.addInitScript(killWorkers, 2)
  await library.open()
  await library.read(hundredDays, 'Seratus hari')
  await expect(page.locator('.reader').getByRole('alert')).toContainText(
    'The translator stopped twice in a row',
    { timeout: 90_000 },
  )
  await page.locator('.reader').getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await reader.translated(180_000)
  await expect(page.locator('html')).toHaveAttribute('data-deaths', '2')
})

test('a text of one’s own: one sentence changed is one sentence translated', async ({
  page,
  library,
  reader,
}) => {
  await library.open()
  await library.read('Kami pergi ke pasar. Ibu membeli ikan. Kami pulang.', 'Pertama')
  await reader.translated(120_000)
  // From here on nothing can be translated: what is there was kept.
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers')
      }
    } as unknown as typeof Worker
  })
  await library.open()
  await library.read('Kami pergi ke pasar. Ayah membeli ikan. Kami pulang.', 'Kedua')
  await expect(page.locator('.reader').getByRole('alert')).toBeVisible()
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done')
  await expect(reader.target(2)).toHaveAttribute('data-status', 'done')
  await expect(reader.target(1)).toHaveAttribute('data-status', 'pending')
})
