import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession, Page } from 'playwright'
import { ensureBuild } from '@/lib/build/production-build'
import { writeBackup } from '@/lib/storage/backup-format'
import type { Bench } from './bench'
import { openBrowser, openTab, serveApp, startTrace, type Opening } from './study-browser'
import { makeLearner } from './study-learner'
import { workBetween } from './study-trace'

const root = fileURLToPath(new URL('../../', import.meta.url))
const words = 20_000
const loads = 5
const port = Number(process.env['PORT'] ?? 3129)
/** A browser profile to use: filled at the first run, measured as it is at the next ones. */
const profile = process.env['BENCH_PROFILE']

/** The pages, each with the element that says it can be used. */
const places = [
  { name: 'study', selector: '.study-start .button-main' },
  { name: 'words', selector: '.word-table tbody th' },
  { name: 'progress', selector: 'figure.chart' },
] as const

const round = (value: number): number => Math.round(value)
const megabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(1))
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Fills the app's database by its own import of a backup. Returns milliseconds from the choice to the end. */
async function fill(context: BrowserContext, origin: string, backup: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sejajar-backup-'))
  const file = join(folder, 'backup.json')
  writeFileSync(file, backup)
  const page = await context.newPage()
  page.setDefaultTimeout(600_000)
  await page.goto(`${origin}/en/words`)
  await page.getByRole('button', { name: 'Import' }).click()
  const begun = performance.now()
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Imported.').waitFor()
  const took = performance.now() - begun
  await page.close()
  rmSync(folder, { recursive: true })
  return took
}

type Place = (typeof places)[number]

/** Opens a page several times, each in a new tab, after one time that does not count. */
async function measureOpening(context: BrowserContext, origin: string, { name, selector }: Place) {
  const openings: Opening[] = []
  for (let index = 0; index <= loads; index += 1) {
    const { page, opening } = await openTab(context, `${origin}/en/${name}`, selector)
    await page.close()
    if (index > 0) openings.push(opening)
  }
  const of = (value: (opening: Opening) => number) => median(openings.map(value))
  return {
    usableMs: round(of(({ usable }) => usable)),
    usableFastestMs: round(Math.min(...openings.map(({ usable }) => usable))),
    cpuUntilUsableMs: round(of(({ before }) => before.cpu)),
    cpuMs: round(of(({ all }) => all.cpu)),
    cpuOfWorkersMs: round(of(({ all }) => all.others)),
    longestTaskMs: round(of(({ all }) => all.longestWall)),
    longestTaskCpuMs: round(of(({ all }) => all.longestCpu)),
    heapMB: megabytes(of(({ heap }) => heap)),
    heapAfterCollectionMB: megabytes(of(({ heapAfterCollection }) => heapAfterCollection)),
    peakMemoryMB: megabytes(of(({ peak }) => peak)),
  }
}

/** A frame that came later than this missed its turn, at sixty a second. */
const late = 25

type Frame = { readonly gap: number; readonly isEmpty: boolean }

type Scroll = { readonly step: number; readonly most: number }

/** As with a wheel, for some seconds; and as with the bar, from the first word to the last. */
const scrolls: readonly Scroll[] = [
  { step: 400, most: 300 },
  { step: 4000, most: Infinity },
]

/** Scrolls the table so many pixels a frame, to its end or for so many frames. Runs in the page. */
async function scrollThrough({ step, most }: Scroll): Promise<readonly Frame[]> {
  const box = document.querySelector('.word-table')
  if (!box) throw new Error('There is no table')
  const frames: Frame[] = []
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  performance.mark('bench-scroll')
  let last = await nextFrame()
  while (frames.length < most && box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
    box.scrollTop += step
    const now = await nextFrame()
    const { top, bottom } = box.getBoundingClientRect()
    // A row in the middle of the box is there unless drawing has fallen behind.
    const middle = document.elementFromPoint(innerWidth / 2, (top + bottom) / 2)
    frames.push({ gap: now - last, isEmpty: !middle?.closest('tr[aria-rowindex]') })
    last = now
  }
  performance.mark('bench-scrolled')
  return frames
}

async function measureScrolling(page: Page, session: CDPSession, scroll: Scroll) {
  await page.evaluate(() => document.querySelector('.word-table')?.scrollTo(0, 0))
  const stop = await startTrace(session)
  const frames = await page.evaluate(scrollThrough, { ...scroll, most: Math.min(scroll.most, 100_000) })
  const work = workBetween(await stop(), 'bench-scroll', 'bench-scrolled')
  const gaps = frames.map(({ gap }) => gap).sort((a, b) => a - b)
  return {
    pixelsPerFrame: scroll.step,
    frames: frames.length,
    medianFrameMs: Number(median(gaps).toFixed(1)),
    slowestFrameMs: round(gaps.at(-1) ?? 0),
    lateFrames: gaps.filter((gap) => gap > late).length,
    emptyFrames: frames.filter(({ isEmpty }) => isEmpty).length,
    cpuPerFrameMs: Number((work.cpu / Math.max(1, frames.length)).toFixed(1)),
    longestTaskMs: round(work.longestWall),
    longestTaskCpuMs: round(work.longestCpu),
  }
}

/** `/study`, `/words` and `/progress` of the built app with 20,000 words and 200,000 answers in its database. */
export const study: Bench = {
  name: 'study',
  summary: 'study, words and progress of the built app with 20,000 words and 200,000 answers',
  run: async (note) => {
    ensureBuild()
    const roots = readFileSync(join(root, 'public/study/roots.txt'), 'utf8').split('\n').filter(Boolean)
    const now = Date.now()
    const learner = makeLearner(roots, words, now)
    const stop = await serveApp(root, port)
    const isFilled = profile !== undefined && existsSync(profile)
    const { context, close } = await openBrowser(profile)
    const results: Record<string, unknown> = { words: learner.cards.length, reviews: learner.reviews.length }
    const add = (name: string, result: unknown) => {
      results[name] = result
      note(`${name}: ${JSON.stringify(result)}`)
    }
    try {
      const origin = `http://localhost:${port}`
      if (!isFilled) add('importMs', round(await fill(context, origin, writeBackup(learner, now))))
      for (const place of places) add(place.name, await measureOpening(context, origin, place))
      const { page, session } = await openTab(context, `${origin}/en/words`, places[1].selector)
      const scrolling = []
      for (const scroll of scrolls) scrolling.push(await measureScrolling(page, session, scroll))
      add('scrolling', scrolling)
      return results
    } finally {
      await close()
      stop()
    }
  },
}
