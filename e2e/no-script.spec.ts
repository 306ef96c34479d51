import { expect, test } from './fixtures/test'
import { seedReference } from './fixtures/seed'

test.use({ javaScriptEnabled: false })

test('an article reads as Indonesian prose, with the reference behind a heading', async ({
  page,
  reader,
}) => {
  await page.goto('/en/articles/lavrov-wonsan')
  await expect(reader.rows).toHaveCount(seedReference.length)
  await expect(reader.source(0)).toBeVisible()
  await expect(reader.source(seedReference.length - 1)).toBeVisible()
  await expect(page.locator('.target').first()).toBeHidden()
  const reference = page.locator('details', { hasText: 'English translation' })
  await expect(reference.getByText('Russian Foreign Minister')).toBeHidden()
  await reference.locator('summary').click()
  await expect(reference.getByText('Russian Foreign Minister')).toBeVisible()
})

test('the library and both languages are reached by links', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('link', { name: 'Pasar Pagi' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pasar Pagi' })).toBeVisible()
  await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
  await expect(page).toHaveURL('/id/articles/pasar-pagi')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
})
