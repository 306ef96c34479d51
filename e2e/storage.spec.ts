import { expect, test } from './fixtures/test'

test('where nothing may be kept, reading goes on and a line says what is lost', async ({
  page,
  library,
  reader,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission', 'SecurityError')
    }
  })
  await library.open()
  await expect(page.getByText('This browser does not let Sejajar keep anything here')).toBeVisible()
  await library.read('Kami pulang. Ibu memasak.', 'Pulang')
  await expect(reader.rows).toHaveCount(2)
  await reader.view.selectOption('stacked')
  await expect(page).toHaveURL(/view=stacked/)
})

test('when the device is full, reading goes on and a line says what is not kept', async ({
  page,
  library,
  reader,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room', 'QuotaExceededError')
    }
  })
  await library.open()
  await library.read('Kami pulang. Ibu memasak.', 'Pulang')
  await expect(reader.rows).toHaveCount(2)
  await expect(page.getByText('This device has no room left.')).toBeVisible()
})

test('two tabs read the same article, and both keep their place', async ({ context, reader, page }) => {
  await reader.open('pasar-pagi')
  const other = await context.newPage()
  await other.goto('/en/articles/pasar-pagi?view=stacked')
  await expect(other.locator('[data-token]').first()).toBeAttached()
  await reader.view.selectOption('blur')
  await other.reload()
  await expect(other.locator('.reader-bar select')).toHaveValue('stacked')
  await expect(page.getByText('Sejajar is open in another tab')).toHaveCount(0)
})
