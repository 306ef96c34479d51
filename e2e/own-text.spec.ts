import { expect, test } from './fixtures/test'

const long = `${'Pemerintah daerah mengumumkan rencana pembangunan jalan baru '.repeat(33)}tahun ini.`

test('a pasted text is kept on this device and read like any other', async ({ page, library, reader }) => {
  await library.open()
  await library.read('Hari di Pasar\n\nKami pergi ke pasar. Ibu membeli ikan.\n\nKami pulang.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hari di Pasar')
  await expect(reader.rows).toHaveCount(3)
  await expect(page.locator('.paragraph')).toHaveCount(2)
  await page.reload()
  await expect(reader.source(1)).toHaveText('Ibu membeli ikan.')
  await library.open()
  await page.getByRole('link', { name: 'Hari di Pasar' }).click()
  await expect(page).toHaveURL(/\/en\/texts\?id=/)
})

test('a text can be removed, and that can be undone', async ({ page, library }) => {
  await library.open()
  await library.read('Kami pulang.', 'Pulang')
  await library.open()
  await page.getByRole('button', { name: 'Remove “Pulang”' }).click()
  await expect(page.getByRole('link', { name: 'Pulang' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Pulang' })).toBeVisible()
})

test('nothing but blanks is refused in a sentence, and so is too much', async ({ library }) => {
  await library.open()
  await library.submit.click()
  await expect(library.problem).toHaveText('There is no text here yet. Paste at least one word.')
  await library.text.fill('  \n ')
  await expect(library.problem).toBeHidden()
  await library.submit.click()
  await expect(library.problem).toBeVisible()
  await library.text.fill('a'.repeat(2_000_001))
  await library.submit.click()
  await expect(library.problem).toContainText('up to 2 MB')
})

test('files: text is taken, pictures and giants are refused', async ({ library }) => {
  await library.open()
  await library.file.setInputFiles({
    name: 'cerita.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Kami pulang.'),
  })
  await expect(library.text).toHaveValue('Kami pulang.')
  await library.file.setInputFiles({
    name: 'foto.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  })
  await expect(library.problem).toHaveText(
    '“foto.png” is not a plain text file. Save it as .txt and choose it again.',
  )
  // The text that was there is not lost by a wrong file.
  await expect(library.text).toHaveValue('Kami pulang.')
  await library.file.evaluate((input: HTMLInputElement) => {
    const transfer = new DataTransfer()
    // A hundred times the same megabyte: the browser makes no copy of it until it is read.
    transfer.items.add(new File(Array(100).fill(new Blob([new Uint8Array(1_000_000)])), 'besar.txt'))
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(library.problem).toContainText('This text has 100 MB')
})

for (const [name, text, sentences] of [
  ['one word', 'Halo', 1],
  ['a sentence of 2,000 letters', long, 1],
  ['emoji only', '🙂🙃\n\n🎉', 2],
  ['mixed line ends', 'Satu.\r\nDua.\rTiga.\n\nEmpat.', 4],
] as const) {
  test(`${name} is read`, async ({ library, reader }) => {
    await library.open()
    await library.read(text, 'Uji')
    await expect(reader.rows).toHaveCount(sentences)
    await expect(reader.source(0)).toBeVisible()
  })
}

test('HTML is shown as text and never run', async ({ page, library, reader }) => {
  const html = '<img src=x onerror="window.wasRun = true"><script>window.wasRun = true</script> <b>Halo</b>.'
  await library.open()
  await library.read(html, '<i>Judul</i>')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<i>Judul</i>')
  await expect(reader.page.locator('.article-text')).toContainText('<b>Halo</b>')
  await expect(page.locator('.article-text img, .article-text b, .article-text script')).toHaveCount(0)
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test('a text that is not on this device says so', async ({ page }) => {
  await page.goto('/en/texts?id=tidak-ada')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This text is not on this device')
})
