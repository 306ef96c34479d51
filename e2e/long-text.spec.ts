import { expect, test } from './fixtures/test'

// A trace takes a picture of 5,000 rows at every step, which is slower than what is tested.
test.use({ trace: 'off' })

const thousands = Array.from(
  { length: 5000 },
  (_, index) => `Ini kalimat nomor ${index + 1} dari teks panjang.`,
)

test('5,000 sentences: all are there, few are heavy, and the first screen comes first', async ({
  page,
  library,
  reader,
}) => {
  test.setTimeout(300_000)
  await library.open()
  await library.read(thousands.join(' '), 'Panjang')
  await expect(reader.source(0)).toBeVisible()
  await expect(reader.rows).toHaveCount(5000, { timeout: 60_000 })
  // Word spans only for rows near the view.
  expect(await page.locator('[data-sentence]:has([data-token])').count()).toBeLessThan(200)
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
  expect(await page.locator('.target[data-status="done"]').count()).toBeLessThan(4000)
  await reader.row(4999).scrollIntoViewIfNeeded()
  await expect(reader.source(4999)).toBeInViewport()
  // What is now in view comes before the thousands between.
  await expect(reader.target(4999)).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
  expect(await page.locator('.target[data-status="done"]').count()).toBeLessThan(4000)
})
