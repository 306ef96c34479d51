/** The built app in a headless browser, with a text of the reader's own, hovered word by word. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Locator, type Page } from 'playwright'
import { findBrowser } from '@/lib/build/find-browser'
import { ensureBuild } from '@/lib/build/production-build'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The names of the moments that the page marks are this and what happened. */
export const markPrefix = 'hover:'

type Served = { readonly url: string; readonly close: () => void }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/** The production build on a port of its own; or the server in E2E_URL, as the end-to-end tests have it. */
export async function serveApp(): Promise<Served> {
  const running = process.env.E2E_URL
  if (running) return { url: running, close: () => undefined }
  ensureBuild()
  const port = await freePort()
  const next = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url))
  const server = spawn(process.execPath, [next, 'start', '-p', `${port}`], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const url = `http://localhost:${port}`
  const until = Date.now() + 60_000
  while (!(await answers(`${url}/en`))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error('next start does not answer')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { url, close: () => void server.kill() }
}

/**
 * Marks what the bench reads in the trace: the pointer comes upon a word; the card with its word's facts has been
 * painted, which is when the frame after it came to its place is handed on. `cardIsThere` tells when the card has had
 * nothing new for a quarter of a second: nobody looks at the page meanwhile, since looking is work too. As text, since
 * it runs in the page.
 */
const watchCards = `
  let told = () => undefined
  window.cardIsThere = () => new Promise((resolve) => { told = resolve })
  const mark = (name, options) => performance.mark('${markPrefix}' + name, options)
  document.addEventListener('pointerover', ({ target, timeStamp }) => {
    if (target instanceof Element && target.closest('[data-token]')) mark('over', { startTime: timeStamp })
  }, { capture: true, passive: true })
  let card
  let timer
  const rest = () => {
    clearTimeout(timer)
    timer = setTimeout(() => { mark('end'); told() }, 250)
  }
  const own = new MutationObserver(rest)
  const isOfCard = (node) => node instanceof Element && node.matches('.card-popover, .word-card')
  new MutationObserver((records) => {
    if (!records.some((one) => [...one.addedNodes, ...one.removedNodes].some(isOfCard))) return
    const there = document.querySelector('.card-popover:has(.word-card)')
    if (there === card) return
    card = there
    own.disconnect()
    if (!card) return
    own.observe(card, { subtree: true, childList: true, characterData: true })
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => mark('painted')
      port2.postMessage('')
    })
    rest()
  }).observe(document, { subtree: true, childList: true })
`

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

/** Opens a text of the reader's own, as a reader does, up to the dictionary's marks on its first words. */
export async function openText(browser: Browser, url: string, text: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  page.setDefaultTimeout(120_000)
  await page.addInitScript(watchCards)
  await page.goto(`${url}/en`)
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.waitForURL(/\/texts\?id=/)
  await page.locator('[data-token][data-mark]').first().waitFor()
  return page
}

/** The longest word of a sentence that was not hovered yet: the one whose card has the most to say. */
async function pickWord(row: Locator, seen: Set<string>): Promise<Locator | undefined> {
  const words = row.locator('[data-token][data-kind="word"]')
  const forms = (await words.allTextContents()).map((form, at) => ({ form: form.toLowerCase(), at }))
  const [best] = forms.filter(({ form }) => !seen.has(form)).sort((a, b) => b.form.length - a.form.length)
  if (!best) return undefined
  seen.add(best.form)
  return words.nth(best.at)
}

export type Hovered = { readonly word: string; readonly isTranslating: boolean }

/** Rests on a word of a sentence until its card is there and quiet, then goes away again. Waits on conditions. */
export async function hoverWord(page: Page, sentence: number, seen: Set<string>): Promise<Hovered> {
  const row = page.locator(`[data-sentence="${sentence}"]`)
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await row.locator('[data-token][data-mark]').first().waitFor()
  await row.locator('.target[data-status="done"]').waitFor()
  const word = await pickWord(row, seen)
  if (!word) return hoverWord(page, sentence + 1, seen)
  const box = await word.boundingBox()
  if (!box) throw new Error('a word without a place')
  const isTranslating = (await page.locator('.target:not([data-status="done"])').count()) > 0
  // One stray move first, so that the word is come upon and not already there after scrolling.
  await page.mouse.move(4, 4)
  const isThere = page.evaluate(() => (window as unknown as { cardIsThere(): Promise<void> }).cardIsThere())
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await isThere
  const surface = (await word.textContent()) ?? ''
  await page.mouse.move(4, 4)
  await page.locator('.card-popover').waitFor({ state: 'detached' })
  return { word: surface, isTranslating }
}
