import { expect, test } from './fixtures/test'

test('arrows and j/k move by sentence, Esc clears', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  await page.keyboard.press('ArrowDown')
  await expect(reader.row(0)).toBeFocused()
  await expect(reader.row(0)).toHaveAttribute('data-active', 'true')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(reader.row(1)).toBeFocused()
  await expect(page.locator('[data-active]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-active]')).toHaveCount(0)
})

test('the last sentence is brought into view, and there it ends', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  const count = await reader.rows.count()
  for (let step = 0; step < count + 3; step++) await page.keyboard.press('j')
  await expect(reader.row(count - 1)).toBeFocused()
  await expect(reader.row(count - 1)).toBeInViewport()
})

test('the text is one stop of the Tab key', async ({ reader, page }) => {
  await reader.open('pasar-pagi')
  await expect(page.locator('[data-sentence][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(reader.row(1)).toBeFocused()
})

test('? lists the keys, and keys stay with the list while it is open', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toContainText('Next sentence')
  await page.keyboard.press('j')
  await expect(page.locator('[data-active]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('typing in a field moves no sentence', async ({ page, library }) => {
  await library.open()
  await library.text.pressSequentially('jk?')
  await expect(library.text).toHaveValue('jk?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the first Tab offers to skip to the text', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#content')).toBeFocused()
})
