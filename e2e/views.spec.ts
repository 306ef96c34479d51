import { expect, test } from './fixtures/test'

test('side by side: a sentence and its English share their first line', async ({ reader }) => {
  await reader.open('lavrov-wonsan')
  await reader.chooseReference()
  for (const index of [0, 3, 15]) {
    const [source, english] = [
      await reader.source(index).boundingBox(),
      await reader.target(index).boundingBox(),
    ]
    expect(Math.abs((source?.y ?? 0) - (english?.y ?? 99))).toBeLessThan(1)
    expect(english?.x).toBeGreaterThan((source?.x ?? 0) + (source?.width ?? 0))
  }
})

test('a view chosen goes into the address and is remembered', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  for (const view of ['stacked', 'request', 'blur', 'side'] as const) {
    await reader.view.selectOption(view)
    await expect(page).toHaveURL(`/en/articles/pasar-pagi?view=${view}`)
  }
  await reader.view.selectOption('blur')
  await reader.open('perahu-pinisi')
  await expect(reader.view).toHaveValue('blur')
  await expect(page).toHaveURL('/en/articles/perahu-pinisi?view=blur')
})

test('the view in the address wins over the one remembered', async ({ reader }) => {
  await reader.open('pasar-pagi', { query: '?view=stacked' })
  await expect(reader.view).toHaveValue('stacked')
  const [source, english] = [await reader.source(0).boundingBox(), await reader.target(0).boundingBox()]
  expect(english?.y).toBeGreaterThanOrEqual((source?.y ?? 0) + (source?.height ?? 0))
})

test('on request: the English opens under its own sentence only', async ({ page, reader }) => {
  await reader.open('pasar-pagi', { query: '?view=request' })
  await expect(reader.target(0)).toBeHidden()
  await reader.source(1).click()
  await expect(reader.target(1)).toBeVisible()
  await expect(reader.target(0)).toBeHidden()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(reader.target(2)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(reader.target(2)).toBeHidden()
})

test('blurred: pointing, tapping and moving by key make a sentence clear', async ({ page, reader }) => {
  await reader.open('pasar-pagi', { query: '?view=blur' })
  await reader.chooseReference()
  await expect(reader.english(0)).toHaveCSS('filter', /blur/)
  await reader.target(0).hover()
  await expect(reader.english(0)).toHaveCSS('filter', 'none')
  await reader.source(2).click()
  await expect(reader.english(2)).toHaveCSS('filter', 'none')
  await page.keyboard.press('j')
  await expect(reader.english(3)).toHaveCSS('filter', 'none')
})

test('pointing at either side lights both', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  await reader.chooseReference()
  const plain = 'rgba(0, 0, 0, 0)'
  await expect(reader.english(1)).toHaveCSS('background-color', plain)
  await reader.source(1).hover()
  await expect(reader.english(1)).not.toHaveCSS('background-color', plain)
  await reader.target(4).hover()
  await expect(reader.source(4).locator('.text')).not.toHaveCSS('background-color', plain)
  await page.mouse.move(5, 5)
  await expect(reader.english(1)).toHaveCSS('background-color', plain)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the English stands under each sentence, and a tap lights it', async ({ page, reader }) => {
    await reader.open('pasar-pagi')
    const [source, english] = [await reader.source(0).boundingBox(), await reader.target(0).boundingBox()]
    expect(english?.y).toBeGreaterThanOrEqual((source?.y ?? 0) + (source?.height ?? 0))
    await reader.target(0).tap()
    await expect(reader.row(0)).toHaveAttribute('data-active', 'true')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
