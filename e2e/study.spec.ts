import AxeBuilder from '@axe-core/playwright'
import { readFile, writeFile } from 'node:fs/promises'
import { sampleData } from '@/lib/storage/study-sample'
import { writeBackup } from '@/lib/storage/backup-format'
import { expect, test } from './fixtures/test'
import { StudyPage } from './pages/study-page'

const day = 86_400_000
const start = Date.UTC(2026, 0, 12, 9)
/** A learner of three words, two weeks in. */
const sample = () => Buffer.from(writeBackup(sampleData(Date.now() - 20 * day), Date.now()))

test('a week of study: read, save, review for seven days, export, wipe, import, the schedule is the same', async ({
  page,
  reader,
}) => {
  test.slow()
  const study = new StudyPage(page)
  await page.clock.install({ time: start })
  await reader.open('pasar-pagi')
  const saved = new Set<string>()
  for (const [row, token] of [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0],
    [5, 0],
    [6, 0],
    [7, 0],
    [8, 0],
  ] as const) {
    if (saved.size === 5) break
    const word = reader.row(row).locator('.source [data-token]').nth(token)
    const form = (await word.innerText()).toLowerCase()
    if (saved.has(form)) continue
    await word.click()
    const save = page.getByRole('button', { name: /^Save/ })
    await expect(save).toBeVisible()
    await page.keyboard.press('s')
    await expect(page.getByRole('button', { name: /^Saved/ })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Escape')
    saved.add(form)
  }
  expect(saved.size).toBe(5)

  let answers = 0
  for (let days = 0; days < 7; days += 1) {
    await page.clock.setSystemTime(start + days * day)
    await page.goto('/en/study')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if ((await study.begin.count()) === 0) continue
    await study.begin.click()
    answers += await study.answerAll('3', days === 3 ? '1' : '3')
  }
  expect(answers).toBeGreaterThan(10)

  const before = await study.exportBackup()
  expect(before.file.data.cards.filter(({ memory }) => memory.reps > 0)).toHaveLength(5)
  expect(before.file.data.reviews).toHaveLength(answers)

  await study.wipe()
  await page.goto('/en/words')
  await expect(page.getByText('No words yet.')).toBeVisible()
  await study.importBackup(await readFile(before.path))
  await expect(page.getByText('5 words', { exact: true })).toBeVisible()
  const after = await study.exportBackup()
  expect(after.file.data).toEqual(before.file.data)
})

test('a card by the keyboard: show, grade, undo, edit, suspend', async ({ page }) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  await page.goto('/en/study')
  await study.begin.press('Enter')
  await expect(study.card).toBeVisible()
  const question = await study.card.locator('.card-question').innerText()
  await study.reveal()
  await page.keyboard.press('1')
  await expect(study.grades).toBeHidden()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(study.card.locator('.card-question')).toHaveText(question, { useInnerText: true })
  await study.reveal()
  await page.keyboard.press('e')
  await page.getByLabel('Meaning').fill('my own meaning')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(study.card).toContainText('my own meaning')
  await page.keyboard.press('s')
  await expect(study.grades).toBeHidden()
  await study.answerAll('3')
  const { file } = await study.exportBackup()
  const [edited] = file.data.cards.filter((card) => JSON.stringify(card).includes('my own meaning'))
  expect(edited).toMatchObject({ suspended: true })
})

test('a word that keeps being forgotten is suspended, said so, and brought back', async ({ page }) => {
  const study = new StudyPage(page)
  const data = sampleData(Date.now() - 40 * day)
  const cards = data.cards
    .filter(({ lemma }) => lemma === 'anak-anak')
    .map((card) => ({
      ...card,
      memory: { ...card.memory, phase: 'review' as const, due: Date.now() - day, lapses: 7 },
    }))
  await study.importBackup(Buffer.from(writeBackup({ ...data, cards, reviews: [] }, Date.now())))
  await page.goto('/en/study')
  await study.begin.click()
  await study.reveal()
  await page.keyboard.press('1')
  await expect(study.summary).toBeVisible()
  const notice = page.getByRole('status').filter({ hasText: 'forgotten 8 times and is suspended' })
  await expect(notice).toContainText('anak-anak')
  await notice.getByRole('button', { name: 'Edit this word' }).click()
  await page.getByLabel('Note').fill('two of them')
  await page.getByRole('button', { name: 'Save' }).click()
  await notice.getByRole('button', { name: 'Bring back' }).click()
  await expect(study.card).toBeVisible()
  await study.reveal()
  await expect(study.card).toContainText('two of them')
  await page.goto('/en/words')
  await expect(page.getByRole('row', { name: /anak-anak/ })).toContainText('Often forgotten')
  await expect(page.getByRole('row', { name: /anak-anak/ })).not.toContainText('Suspended')
})

test('what cannot be imported is refused in words, and nothing changes', async ({ page }, testInfo) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  const whole = sample()
  const files: [string, Buffer, string][] = [
    ['cut.json', whole.subarray(0, whole.length - 300), 'The file ends in the middle'],
    ['other.json', Buffer.from('{"words":[]}'), 'This is no file of this app'],
    ['empty.csv', Buffer.from(''), 'The file is empty'],
    ['table.csv', Buffer.from('a,b\n1,2'), 'The first line must name the columns'],
    ['deck.apkg', Buffer.from('PK\u0003\u0004 no zip'), 'The file ends in the middle'],
  ]
  for (const [name, buffer, message] of files) {
    await study.choose({ name, mimeType: 'application/octet-stream', buffer })
    await expect(page.getByText(message)).toBeVisible()
  }
  const large = testInfo.outputPath('large.json')
  await writeFile(large, Buffer.alloc(50 * 1024 * 1024 + 1, ' '))
  await study.choose(large)
  await expect(page.getByText('The file is larger than 50 MB')).toBeVisible()
  await page.goto('/en/words')
  await expect(page.getByText('3 words', { exact: true })).toBeVisible()
})

test('a script in a field is shown as text', async ({ page, errors }) => {
  const study = new StudyPage(page)
  const text = '<img src=x onerror="document.title=1"> <script>document.title=2</script>'
  const table = `word,gloss,sentence\nrumah,"${text.replaceAll('"', '""')}","rumah ${text.replaceAll('"', '""')}"`
  await study.choose({ name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('cell', { name: text })).toBeVisible()
  await page.goto('/en/study')
  await study.begin.click()
  await expect(study.card).toContainText(text)
  await expect(page).toHaveTitle(/Study/)
  expect(errors).toEqual([])
})

test('a change in one tab shows in the other', async ({ page, context }) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  const other = await context.newPage()
  await other.goto('/en/words')
  await expect(other.getByText('3 words', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Choose memuji' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  await expect(other.getByText('2 words', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(other.getByText('3 words', { exact: true })).toBeVisible()
})

test('words go to Anki and to a table', async ({ page }) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  await page.getByRole('button', { name: 'Export' }).click()
  for (const [button, name] of [
    ['Anki package (.apkg)', /\.apkg$/],
    ['CSV', /\.csv$/],
    ['TSV', /\.tsv$/],
  ] as const) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(name)
    expect((await readFile(await download.path())).length).toBeGreaterThan(200)
  }
})

test('search, filter and sort the words', async ({ page }) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  const words = page.getByRole('rowheader')
  await page.getByRole('button', { name: 'Word', exact: true }).click()
  await expect(words).toHaveText(['anak-anak', 'di', 'memuji'])
  await page.getByRole('button', { name: 'Word', exact: false }).first().click()
  await expect(words).toHaveText(['memuji', 'di', 'anak-anak'])
  await page.getByRole('searchbox').fill('praise')
  await expect(words).toHaveText(['memuji'])
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('known')
  await expect(words).toHaveText(['di'])
})

for (const locale of ['en', 'id'] as const) {
  test(`study, words and progress have no accessibility faults (${locale})`, async ({ page }) => {
    const study = new StudyPage(page)
    await study.importBackup(sample())
    for (const place of ['study', 'words', 'progress']) {
      await page.goto(`/${locale}/${place}`)
      const shown =
        { study: '.study-start .button-main', words: '.word-table', progress: 'figure' }[place] ?? ''
      await expect(page.locator(shown).first()).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
    await page.goto(`/${locale}/study`)
    await page.locator('.study-start .button-main').click()
    await expect(study.card).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

test('each chart has its numbers in a table', async ({ page }) => {
  const study = new StudyPage(page)
  await study.importBackup(sample())
  await page.goto('/en/progress')
  const figures = page.locator('figure')
  await expect(figures).toHaveCount(5)
  for (const figure of await figures.all()) {
    await figure.locator('summary').click()
    await expect(figure.getByRole('table')).toBeVisible()
    expect(await figure.getByRole('row').count()).toBeGreaterThan(2)
  }
})
