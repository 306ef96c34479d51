import { corpusChrf } from '../lib/language/chrf'
import { seed, seedReference } from './fixtures/seed'
import { expect, test } from './fixtures/test'

test('the model beside the reference: differences marked, chrF of the article said', async ({
  page,
  reader,
}) => {
  test.setTimeout(180_000)
  await reader.open(seed)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/compare=sejajar%2Creference/)
  await expect(reader.row(0).locator('.target')).toHaveCount(2)
  await expect(page.locator('.target[data-model="sejajar"][data-status="done"]')).toHaveCount(
    seedReference.length,
    {
      timeout: 120_000,
    },
  )
  const english: string[] = []
  for (let index = 0; index < seedReference.length; index++) {
    await expect(reader.english(index, 1)).toHaveText(seedReference[index] ?? '')
    english.push((await reader.english(index, 0).textContent()) ?? '')
  }
  const score = corpusChrf(english, seedReference).toFixed(1)
  await expect(page.getByTestId('chrf-sejajar')).toHaveText(`chrF ${score} against the reference`)
  // A word is marked exactly if the other side lacks it; equal sentences have no marks.
  for (const index of [0, 5, 15]) {
    const isSame = english[index] === seedReference[index]
    expect((await reader.target(index, 0).locator('.different').count()) > 0).toBe(!isSame)
  }
})

test('the comparison is in the address, can be changed and ended', async ({ page, reader }) => {
  await reader.open('pasar-pagi', { query: '?compare=reference,sejajar' })
  await expect(page.getByRole('combobox', { name: 'First translation' })).toHaveValue('reference')
  await page.getByRole('combobox', { name: 'Second translation' }).selectOption('opus-mt')
  await expect(page.getByText('This model is not on this device yet.')).toBeVisible()
  await page.getByRole('button', { name: 'End comparison' }).click()
  await expect(page).not.toHaveURL(/compare/)
  await expect(reader.row(0).locator('.target')).toHaveCount(1)
})
