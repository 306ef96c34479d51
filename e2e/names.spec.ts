import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test'
import type { LibraryPage } from './pages/library-page'
import type { ReaderPage } from './pages/reader-page'

test.describe.configure({ timeout: 120_000 })

type Answers = Readonly<Record<string, readonly string[]>>

const lost = 'Presiden menerima Sergei Lavrov di kota itu.'
const changed = 'Kemarin Vladimir Kuznetsov tiba di Jakarta.'
const kept = 'Mereka bertemu dengan Sergei Lavrov lagi.'

/** What the browser's own translator answers to each sentence, the first time and when it is asked again. */
const answers: Answers = {
  [lost]: [
    'The president received a guest in that city.',
    'The president received Sergei Lavrov in that city.',
  ],
  [changed]: ['Yesterday Vladimir Kuzmin arrived in Jakarta.'],
  [kept]: ['They met with Sergei Lavrov again.'],
}

/** Stands where Chrome has its translator: https://developer.mozilla.org/docs/Web/API/Translator. */
const browserTranslator = (given: Answers) => {
  const asked: Record<string, number> = {}
  const built = {
    translate: async (text: string) => {
      const turns = given[text] ?? [`English of: ${text}`]
      const turn = asked[text] ?? 0
      asked[text] = turn + 1
      return turns[Math.min(turn, turns.length - 1)]
    },
    destroy: () => undefined,
  }
  const value = { availability: async () => 'available', create: async () => built }
  Object.defineProperty(window, 'Translator', { value, configurable: true })
}

/** The three sentences, as a text of the reader's own, in the English of the browser's translator. */
async function read(page: Page, library: LibraryPage, reader: ReaderPage) {
  await page.addInitScript(browserTranslator, answers)
  await library.open()
  await library.read([lost, changed, kept].join(' '), 'Nama')
  const panel = await reader.openModels()
  await panel.getByRole('button', { name: /Chrome’s built-in translator$/ }).click()
  await page.keyboard.press('Escape')
  await expect(reader.target(0)).toHaveAttribute('data-model', 'chrome')
  await reader.translated()
}

const mark = (reader: ReaderPage, sentence: number) => reader.target(sentence).locator('.finding-mark')
const finding = (reader: ReaderPage, sentence: number) => reader.target(sentence).locator('.finding')

test('a name that the English lost or changed is told in words beside its sentence, and only there', async ({
  page,
  library,
  reader,
}) => {
  await read(page, library, reader)
  await expect(reader.english(0)).toHaveText('The president received a guest in that city.')
  await expect(mark(reader, 0)).toHaveText('name differs')
  await expect(mark(reader, 1)).toHaveText('name differs')
  await expect(mark(reader, 2)).toHaveCount(0)
  await mark(reader, 0).click()
  await expect(finding(reader, 0)).toContainText('The name Sergei is missing in the translation.')
  await expect(finding(reader, 0)).toContainText('The name Lavrov is missing in the translation.')
  await mark(reader, 1).click()
  await expect(finding(reader, 1)).toContainText('The source names Kuznetsov, the translation says Kuzmin.')
  // What is right is not found fault with: the first name, and a place.
  await expect(finding(reader, 1)).not.toContainText('Vladimir')
  await expect(finding(reader, 1)).not.toContainText('Jakarta')
  const { violations } = await new AxeBuilder({ page }).include('.reader').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('by keyboard: the note opens, and a second try that brings the name takes it away', async ({
  page,
  library,
  reader,
}) => {
  await read(page, library, reader)
  await mark(reader, 0).focus()
  await page.keyboard.press('Enter')
  await expect(finding(reader, 0)).toContainText('The name Lavrov is missing in the translation.')
  await finding(reader, 0).getByRole('button', { name: 'Try again' }).focus()
  await page.keyboard.press('Enter')
  await expect(reader.english(0)).toHaveText('The president received Sergei Lavrov in that city.')
  await expect(finding(reader, 0)).toHaveCount(0)
  await expect(mark(reader, 0)).toHaveCount(0)
})

test('a second try that brings nothing better says so, and the note stays', async ({
  page,
  library,
  reader,
}) => {
  await read(page, library, reader)
  await mark(reader, 1).click()
  await finding(reader, 1).getByRole('button', { name: 'Try again' }).click()
  await expect(finding(reader, 1)).toContainText('Other wordings were tried; none was likelier.')
  await expect(finding(reader, 1)).toContainText('The source names Kuznetsov')
})

test('the note is in the language of the page', async ({ page, library, reader }) => {
  await read(page, library, reader)
  await page.goto(page.url().replace('/en/', '/id/'))
  await expect(mark(reader, 1)).toHaveText('nama berbeda')
  await expect(mark(reader, 1)).toHaveAttribute('lang', 'id')
  await mark(reader, 1).click()
  await expect(finding(reader, 1)).toContainText('Di sumber tertulis nama Kuznetsov, di terjemahan Kuzmin.')
})
