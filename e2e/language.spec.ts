import { expect, test } from './fixtures/test'

test.describe('a browser that asks for Indonesian', () => {
  test.use({ locale: 'id-ID' })

  test('gets Indonesian', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL('/id')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Baca bahasa Indonesia di sebelah bahasa Inggrisnya.',
    )
  })
})

test('an address without a language goes to the browser’s, keeping the page', async ({ page }) => {
  await page.goto('/articles/pasar-pagi?view=stacked')
  await expect(page).toHaveURL('/en/articles/pasar-pagi?view=stacked')
})

test('switching keeps article and view, and is remembered', async ({ page, reader }) => {
  await reader.open('pasar-pagi', { query: '?view=blur' })
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('dark')
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
  await expect(page).toHaveURL('/id/articles/pasar-pagi?view=blur')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await expect(reader.view).toHaveValue('blur')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/')
  await expect(page).toHaveURL('/id')
})

test('the text says which language it is in, whatever the interface speaks', async ({ reader }) => {
  for (const locale of ['en', 'id'] as const) {
    await reader.open('pasar-pagi', { locale })
    await expect(reader.source(0)).toHaveAttribute('lang', 'id')
    await expect(reader.target(0)).toHaveAttribute('lang', 'en')
  }
})

test('an address that has no page says so in the reader’s language', async ({ page }) => {
  const response = await page.goto('/id/articles/tidak-ada')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tidak ada halaman di sini')
  await page.getByRole('link', { name: 'Kembali ke bacaan' }).click()
  await expect(page).toHaveURL('/id')
})
