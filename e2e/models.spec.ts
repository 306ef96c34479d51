import type { HubServer } from '../lib/build/hub-server'
import { startOpusHub } from './fixtures/hub'
import { expect, test } from './fixtures/test'

const decoder = 'onnx/decoder_model_merged_quantized.onnx'
const encoder = 'onnx/encoder_model_quantized.onnx'

let hub: HubServer

test.describe.configure({ timeout: 150_000 })

test.beforeEach(async ({ page }) => {
  hub = await startOpusHub()
  await page.addInitScript((address) => window.localStorage.setItem('sejajar-hub', address), hub.url)
})

test.afterEach(() => hub.close())

test('a download is asked about, shows one bar, and the text goes over to it when it is ready', async ({
  page,
  reader,
}) => {
  hub.faults.set(decoder, { kind: 'slow', chunk: 100_000 })
  await reader.open('pasar-pagi')
  const panel = await reader.openModels()
  const item = panel.locator('[data-model="opus-mt"]')
  await expect(item).toContainText('Licence Apache-2.0')
  await item.getByRole('button', { name: /Download 110 MB/ }).click()
  await expect(item.getByRole('group', { name: 'Download OPUS-MT?' })).toContainText('127.0.0.1')
  expect(hub.requests).toEqual([])
  await item.getByRole('button', { name: 'Download', exact: true }).click()
  await expect(item.getByRole('progressbar')).toBeVisible()
  await expect(item).toContainText(/[\d.]+ of [\d.]+ MB/)
  await expect(item).toContainText('Until then the text stays with the Built-in model.')
  await expect(item).toContainText('In use', { timeout: 90_000 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Translation: OPUS-MT' })).toBeVisible()
  await expect(reader.target(0)).toHaveAttribute('data-model', 'opus-mt')
  await expect(reader.target(0)).toHaveAttribute('data-status', 'done', { timeout: 60_000 })
})

test('cancelled, it goes on from where it was, also after a reload', async ({ page, reader }) => {
  hub.faults.set(encoder, { kind: 'slow', chunk: 30_000 })
  await reader.open('pasar-pagi')
  let panel = await reader.openModels()
  let item = panel.locator('[data-model="opus-mt"]')
  await item.getByRole('button', { name: /Download 110 MB/ }).click()
  await item.getByRole('button', { name: 'Download', exact: true }).click()
  // A part of the encoder, 4 MB, is stored by then.
  await expect
    .poll(async () => Number(await item.getByRole('progressbar').getAttribute('aria-valuenow')), {
      timeout: 60_000,
    })
    .toBeGreaterThan(42)
  await item.getByRole('button', { name: 'Cancel' }).click()
  await expect(item.getByRole('progressbar')).toBeHidden()
  hub.faults.clear()
  hub.requests.length = 0
  await page.reload()
  await reader.ready()
  panel = await reader.openModels()
  item = panel.locator('[data-model="opus-mt"]')
  await item.getByRole('button', { name: /Download 110 MB/ }).click()
  await item.getByRole('button', { name: 'Download', exact: true }).click()
  await expect(item).toContainText('In use', { timeout: 60_000 })
  expect(hub.requests.some((request) => request.includes(encoder) && request.includes('bytes='))).toBe(true)
})

test('a file that is not there is named, and trying again helps', async ({ reader }) => {
  hub.faults.set('tokenizer.json', { kind: 'status', status: 404 })
  await reader.open('pasar-pagi')
  const item = (await reader.openModels()).locator('[data-model="opus-mt"]')
  await item.getByRole('button', { name: /Download 110 MB/ }).click()
  await item.getByRole('button', { name: 'Download', exact: true }).click()
  await expect(item.getByRole('alert')).toContainText('tokenizer.json is not where it should be.', {
    timeout: 30_000,
  })
  // The page goes on with the model it had.
  await expect(reader.target(0)).toHaveAttribute('data-model', 'sejajar')
  hub.faults.clear()
  await item.getByRole('button', { name: 'Try again' }).click()
  await expect(item).toContainText('In use', { timeout: 60_000 })
})

test('the reference can be read instead, at once', async ({ page, reader }) => {
  await reader.open('pasar-pagi')
  await reader.chooseReference()
  await expect(reader.english(1)).toHaveText('We get up at five o’clock, when it is still dark.')
  await expect(page.getByRole('button', { name: 'Translation: Reference' })).toBeVisible()
  await reader.open('perahu-pinisi')
  await expect(page.getByRole('button', { name: 'Translation: Reference' })).toBeVisible()
})
