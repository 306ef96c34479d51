import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { seed } from './fixtures/seed'
import { expect, test } from './fixtures/test'
import type { ReaderPage } from './pages/reader-page'

const card = (page: Page) => page.locator('.card-popover, .card-sheet')
const word = (reader: ReaderPage, sentence: number, surface: string): Locator =>
  reader
    .source(sentence)
    .locator('[data-token]')
    .filter({ hasText: new RegExp(`^${surface}$`) })
    .first()
const lit = (row: Locator) => row.locator('[data-partner]')

/** The dictionary has answered: words carry their marks. */
async function openMarked(reader: ReaderPage, slug = seed, locale: 'en' | 'id' = 'en') {
  await reader.open(slug, { locale })
  await expect(reader.source(0).locator('[data-mark]').first()).toBeAttached()
}

async function violations(page: Page) {
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

test.describe('the card by mouse', () => {
  test('opens on resting, tells how the word is built, and does not cover its line', async ({
    page,
    reader,
  }) => {
    await openMarked(reader)
    const memuji = page.locator('[data-token]', { hasText: /^memuji$/i }).first()
    await memuji.hover()
    await expect(card(page)).toBeVisible()
    await expect(card(page).getByRole('heading')).toHaveText('memuji')
    await expect(card(page)).toContainText('to praise')
    await expect(card(page)).toContainText('The p of the root drops out after mem-')
    await expect(card(page)).toContainText('verb')
    await expect(card(page)).toContainText('dipuji')
    const parts = card(page).getByRole('group', { name: 'Parts of the word' })
    await expect(parts.getByRole('button')).toHaveText(['meN-', 'puji'])
    await parts.getByRole('button', { name: 'meN-' }).click()
    await expect(card(page)).toContainText('Makes an active verb')
    const [line, box] = [await memuji.boundingBox(), await card(page).boundingBox()]
    if (!line || !box) throw new Error('nothing to measure')
    expect(box.y >= line.y + line.height || box.y + box.height <= line.y).toBe(true)
  })

  test('stays while the pointer is on it, goes when the pointer goes, and Esc closes it', async ({
    page,
    reader,
  }) => {
    await openMarked(reader)
    await word(reader, 0, 'memuji').hover()
    await expect(card(page)).toBeVisible()
    await card(page).hover()
    await expect(card(page).getByRole('heading')).toBeVisible()
    await page.locator('h1').hover()
    await expect(card(page)).toHaveCount(0)
    await word(reader, 0, 'memuji').hover()
    await expect(card(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(card(page)).toHaveCount(0)
  })

  test('near the bottom of the window it stands over its line, grows upwards, and goes with the page', async ({
    page,
    reader,
  }) => {
    await openMarked(reader)
    const low = reader.source(8).locator('[data-kind="word"]').first()
    await low.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await low.click()
    await expect(card(page).getByRole('heading')).toBeVisible()
    const places = async () => {
      const [line, box] = [await low.boundingBox(), await card(page).boundingBox()]
      if (!line || !box) throw new Error('nothing to measure')
      return { line, box, gap: line.y - box.y - box.height }
    }
    const before = await places()
    expect(before.gap).toBeGreaterThan(0)
    expect(before.box.y).toBeGreaterThanOrEqual(0)
    await card(page).getByRole('button', { name: 'Add your own meaning' }).click()
    await expect(card(page).getByRole('textbox')).toBeVisible()
    const grown = await places()
    expect(grown.box.height).toBeGreaterThan(before.box.height)
    expect(grown.gap).toBeCloseTo(before.gap, 0)
    await page.evaluate(() => window.scrollBy({ top: 40, behavior: 'instant' }))
    await expect.poll(async () => (await places()).line.y).toBeLessThan(before.line.y - 30)
    await expect.poll(async () => (await places()).gap).toBeCloseTo(before.gap, 0)
  })

  test('the click that closes it does nothing else', async ({ page, reader }) => {
    await openMarked(reader)
    await word(reader, 0, 'memuji').click()
    await expect(card(page)).toBeVisible()
    const active = page.locator('[data-active]')
    await expect(active).toHaveAttribute('data-sentence', '0')
    await reader.source(2).locator('[data-token]').last().click()
    await expect(card(page)).toHaveCount(0)
    await expect(active).toHaveAttribute('data-sentence', '0')
  })

  test('a term of several words is one, with its words behind it', async ({ page, reader }) => {
    await openMarked(reader)
    await page
      .locator('[data-token]', { hasText: /^Luar$/ })
      .first()
      .hover()
    await expect(card(page).getByRole('heading')).toHaveText(/menteri luar negeri/i)
    await card(page).getByRole('button', { name: 'Luar' }).click()
    await expect(card(page).getByRole('heading')).toHaveText('luar')
    await card(page)
      .getByRole('button', { name: /^Part of menteri luar negeri/i })
      .click()
    await expect(card(page).getByRole('heading')).toHaveText(/menteri luar negeri/i)
  })

  test('save, know and ignore by key; it can be taken back and lasts', async ({ page, reader }) => {
    await openMarked(reader)
    const memuji = word(reader, 0, 'memuji')
    await memuji.hover()
    await expect(card(page)).toBeVisible()
    await page.keyboard.press('s')
    await expect(memuji).toHaveAttribute('data-mark', 'learning')
    await expect(card(page).getByRole('button', { name: /^Saved/ })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('k')
    await expect(memuji).toHaveAttribute('data-mark', 'known')
    await card(page).getByRole('button', { name: 'Undo' }).click()
    await expect(memuji).toHaveAttribute('data-mark', 'learning')
    await page.keyboard.press('i')
    await expect(memuji).toHaveAttribute('data-mark', 'ignored')
    await page.reload()
    await expect(word(reader, 0, 'memuji')).toHaveAttribute('data-mark', 'ignored')
  })
})

test.describe('the card by keyboard', () => {
  test('arrows go by word, Enter goes into the card, Esc comes back to the word', async ({
    page,
    reader,
  }) => {
    await openMarked(reader)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(reader.row(1)).toBeFocused()
    const tokens = reader.source(1).locator('[data-token]')
    await page.keyboard.press('ArrowRight')
    await expect(tokens.nth(0)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(tokens.nth(1)).toBeFocused()
    await expect(card(page)).toBeVisible()
    await expect(tokens.nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(card(page).locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(card(page)).toHaveCount(0)
    await expect(tokens.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(tokens.nth(0)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(reader.row(2)).toBeFocused()
  })

  test('what is shown is said', async ({ page, reader }) => {
    await openMarked(reader)
    await word(reader, 0, 'memuji').hover()
    await expect(
      page.locator('[aria-live="polite"]').filter({ hasText: 'memuji: to praise. new.' }),
    ).toBeAttached()
  })
})

test.describe('the card by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('comes from below, leaves the word in view, is dragged or tapped away', async ({ page, reader }) => {
    await openMarked(reader)
    const memuji = word(reader, 0, 'memuji')
    await memuji.tap()
    const sheet = page.locator('.card-sheet')
    await expect(sheet.getByRole('heading')).toHaveText('memuji')
    await expect
      .poll(async () => {
        const [line, box] = [await memuji.boundingBox(), await sheet.boundingBox()]
        return line && box ? box.y >= line.y + line.height && box.height <= 844 * 0.6 + 1 : false
      })
      .toBe(true)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Close the card' }).tap()
    await expect(sheet).toHaveCount(0)
    await memuji.tap()
    await expect(sheet).toBeVisible()
    await page
      .locator('.row')
      .first()
      .tap({ position: { x: 5, y: 5 } })
    await expect(sheet).toHaveCount(0)
  })
})

test.describe('alignment', () => {
  test('lights up partners from either side', async ({ page, reader }) => {
    await openMarked(reader)
    await reader.chooseReference()
    await word(reader, 0, 'memuji').hover()
    const praised = reader
      .english(0)
      .locator('[data-word]')
      .filter({ hasText: /^(praised|praises|praise)$/ })
    await expect(praised.first()).toHaveAttribute('data-partner', /[123]/)
    await page.mouse.move(2, 2)
    await expect(lit(reader.row(0))).toHaveCount(0)
    await praised.first().hover()
    await expect(word(reader, 0, 'memuji')).toHaveAttribute('data-partner', /[123]/)
  })

  test('by the built-in model’s own attention', async ({ reader }) => {
    await openMarked(reader)
    await reader.translated()
    await word(reader, 0, 'memuji').hover()
    await expect(lit(reader.english(0)).first()).toBeVisible()
  })
})

test('lenses change the text and are remembered', async ({ page, reader }) => {
  await openMarked(reader)
  await page.getByRole('button', { name: 'Lenses' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lenses' })
  await dialog.getByLabel('Roots inside words').check()
  await dialog.getByLabel('Passives').check()
  await dialog.getByLabel(/^Glosses between the lines/).selectOption('2')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  const memuji = reader.source(0).locator('[data-token]').filter({ hasText: 'uji' }).first()
  await expect(memuji.locator('.word-root')).toHaveText('uji')
  await expect(memuji.locator('.swallowed')).toHaveAttribute('data-letter', '(p)')
  await expect(page.locator('.article-text rt').first()).toBeVisible()
  await page.reload()
  await expect(page.locator('.word-root').first()).toBeAttached()
  await expect(page.locator('.article-text')).toHaveAttribute('data-lenses', /passives/)
})

test('an unknown word is admitted, and the reader’s own meaning is kept', async ({
  page,
  library,
  reader,
}) => {
  // Our own word: the dictionary grows, and would come to know any real one.
  await library.open()
  await library.read('Kami membeli zubrenga di pasar.', 'Kata baru')
  await expect(reader.source(0).locator('[data-mark]').first()).toBeAttached()
  const unknown = page.locator('[data-token]', { hasText: /^zubrenga$/ }).first()
  await unknown.click()
  await expect(card(page)).toContainText('Not in the dictionary.')
  await expect(card(page).getByRole('link', { name: /Wiktionary/ })).toHaveAttribute('rel', /noopener/)
  await card(page).getByRole('textbox').fill('master')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('master')
  await page.reload()
  await unknown.click()
  await expect(card(page)).toContainText('master')
})

for (const locale of ['en', 'id'] as const) {
  test(`the open card is accessible (${locale})`, async ({ page, reader }) => {
    await openMarked(reader, seed, locale)
    await word(reader, 0, 'memuji').click()
    await expect(card(page).getByRole('heading')).toHaveText('memuji')
    await expect(card(page)).toContainText(locale === 'en' ? 'Know' : 'Kenal')
    expect(await violations(page)).toEqual([])
  })

  test(`the dictionary is accessible (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/words/berjalan`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('berjalan')
    await expect(page.locator('.family-tree').getByRole('link', { name: 'jalan', exact: true })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.goto(`/${locale}/dictionary?q=berjalan`)
    await expect(page.getByTestId('hits')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

test('search finds by any form, by English and in spite of slips', async ({ page }) => {
  await page.goto('/en/dictionary')
  const field = page.getByRole('searchbox')
  const hits = page.getByTestId('hits').getByRole('link')
  await field.fill('jalan')
  await expect(hits.filter({ hasText: /^berjalan$/ })).toBeVisible()
  await field.fill('mempertanggungjawabkan')
  await expect(hits.filter({ hasText: /^tanggung ?jawab$/ }).first()).toBeVisible()
  await field.fill('pemerintahn')
  await expect(hits.first()).toHaveText(/^pemerintah/)
  await field.fill('journalist')
  await expect(hits.filter({ hasText: /^wartawan$/ })).toBeVisible()
  await hits.filter({ hasText: /^wartawan$/ }).click()
  await expect(page).toHaveURL(/\/en\/words\/wartawan$/)
})

test('a word that is not there offers what comes near', async ({ page }) => {
  await page.goto('/en/words/pemerintahn')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not in the dictionary')
  await expect(page.getByRole('link', { name: 'pemerintah', exact: true })).toBeVisible()
})

test.describe('dictionaries of the reader’s own', () => {
  const json = (value: unknown) => strToU8(JSON.stringify(value))
  const index = { title: 'Kamus Uji', revision: 'r1', format: 3, sourceLanguage: 'id', targetLanguage: 'en' }
  const rows = Array.from({ length: 4000 }, (_, at) => [`kata${at}`, '', '', '', 0, [`word ${at}`], at, ''])
  const good = zipSync({
    'index.json': json(index),
    'term_bank_1.json': json([
      [
        'memuji',
        '',
        'v',
        '',
        1,
        [{ type: 'structured-content', content: ['to laud <img src=x onerror=alert(1)>'] }],
        1,
        '',
      ],
      ...rows,
    ]),
  })
  const give = (page: Page, name: string, buffer: Uint8Array) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(buffer) })

  test('a Yomitan zip is added, shown under our own, and removed', async ({ page, reader }) => {
    await page.goto('/en/dictionary')
    await expect(page.getByText('Sejajar, built in')).toBeVisible()
    await give(page, 'kamus.zip', good)
    await expect(page.getByTestId('dictionary-work')).toContainText('Kamus Uji is added')
    await expect(page.getByText('4001 entries')).toBeVisible()
    await openMarked(reader)
    await word(reader, 0, 'memuji').hover()
    await expect(card(page).getByRole('region', { name: 'From Kamus Uji' })).toContainText(
      'to laud <img src=x',
    )
    await page.goto('/en/dictionary')
    await page.getByRole('button', { name: 'Remove Kamus Uji' }).click()
    await expect(page.getByTestId('dictionary-work')).toContainText('Kamus Uji is removed')
    await page.reload()
    await expect(page.getByText('Sejajar, built in')).toBeVisible()
    await expect(page.getByText('4001 entries')).toHaveCount(0)
  })

  test('a bad one is refused with the reason', async ({ page }) => {
    await page.goto('/en/dictionary')
    await expect(page.getByText('Sejajar, built in')).toBeVisible()
    const work = page.getByTestId('dictionary-work')
    await give(page, 'teks.zip', strToU8('this is no zip'))
    await expect(work).toContainText('This is not a zip file')
    await give(page, 'foto.zip', zipSync({ 'a.txt': strToU8('x') }))
    await expect(work).toContainText('There is no index.json in it')
    await give(page, 'lama.zip', zipSync({ 'index.json': json({ ...index, format: 1 }) }))
    await expect(work).toContainText('another version of the format (1)')
    await give(page, 'rusak.zip', zipSync({ 'index.json': json(index), 'term_bank_1.json': strToU8('[[') }))
    await expect(work).toContainText('term_bank_1.json in it is damaged')
    await give(
      page,
      'bom.zip',
      zipSync({ 'index.json': json(index), 'term_bank_1.json': new Uint8Array(9_000_000) }),
    )
    await expect(work).toContainText('grow beyond all measure')
    await give(page, 'jepang.zip', zipSync({ 'index.json': json({ ...index, sourceLanguage: 'ja' }) }))
    await expect(work).toContainText('another language (ja)')
  })
})

test('nothing is asked of other hosts', async ({ page, reader, foreign }) => {
  await openMarked(reader)
  await word(reader, 0, 'memuji').click()
  await expect(card(page)).toBeVisible()
  await page.goto('/en/words/berjalan')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(foreign).toEqual([])
})
