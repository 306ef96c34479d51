import { expect, test } from './fixtures/test'

test('the seed article comes first, then the others by level', async ({ library }) => {
  await library.open()
  await expect(library.titles).toHaveText([
    'Lavrov Puji Aliansi Militer Rusia dan Korea Utara di Wonsan',
    'Pasar Pagi',
    'Pinisi, Kapal yang Lahir di Tepi Pantai',
    'Wanakerta Ubah Sampah Jadi Listrik, Emisi Ditargetkan Turun 12,4 Persen',
    'Bahasa Ibu yang Kehilangan Anak',
  ])
  const entry = library.entry('Pasar Pagi')
  await expect(entry).toContainText('Setiap hari Minggu, Ibu dan saya pergi ke pasar pagi.')
  for (const fact of ['Sejajar', '3 August 2025', 'A2', '2 minutes', '25 sentences'])
    await expect(entry).toContainText(fact)
})

test('how far an article was read is shown in the list', async ({ page, library, reader }) => {
  await reader.open('pasar-pagi')
  await reader.rows.last().scrollIntoViewIfNeeded()
  await expect(reader.rows.last()).toBeInViewport()
  await page.getByRole('link', { name: 'Sejajar', exact: true }).click()
  await expect(library.entry('Pasar Pagi').getByRole('img', { name: 'Read to the end' })).toBeVisible()
  await expect(library.entry('Lavrov').getByRole('img')).toHaveCount(0)
})

test('invented news says so', async ({ page, reader }) => {
  await reader.open('listrik-dari-sampah')
  await expect(page.getByText('Written for learners; people and figures are invented.')).toBeVisible()
})
