/** The built app in a headless Chromium that keeps what it stores, with its main thread under watch. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { BrowserContext, CDPSession } from 'playwright'
import { findBrowser } from '@/lib/build/find-browser'
import { processOf, traceCategories, workBetween, type Work } from './study-trace'
import type { TraceEvent } from './trace-event'

/** One opening of a page. Milliseconds from the start of the navigation; CPU times are of the main thread. */
export type Opening = {
  readonly usable: number
  /** Until it is usable, and until it has nothing more to do. */
  readonly before: Work
  readonly all: Work
  /** JavaScript heap in use once nothing more happens, before and after the garbage is taken away, in bytes. */
  readonly heap: number
  readonly heapAfterCollection: number
  /** The most memory that the page's process has held, in bytes. */
  readonly peak: number
}

/** Serves the production build in `root`; resolves with what stops it. */
export async function serveApp(root: string, port: number): Promise<() => void> {
  const answers = () =>
    fetch(`http://localhost:${port}/en`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (await answers()) throw new Error(`Something else answers on port ${port}; set PORT to another`)
  const server = spawn(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) break
    if (await answers()) return () => void server.kill()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  server.kill()
  throw new Error(`The app does not answer on port ${port}`)
}

/**
 * A browser with a profile of its own on disk: a private one would keep its database in memory, which is faster. The
 * profile goes when the browser is closed, unless it was given.
 */
export async function openBrowser(
  given?: string,
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = given ?? mkdtempSync(join(tmpdir(), 'sejajar-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  })
  // The runner of these commands wraps functions in calls of this to keep their names, which the page does not know.
  await context.addInitScript('globalThis.__name = (value) => value')
  return {
    context,
    close: async () => {
      await context.close()
      if (given === undefined) rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Marks the start of the document and the first frame with the awaited element in it. Runs in the page. */
function watchFor(selector: string): void {
  performance.mark('bench-start')
  const look = () => {
    if (!document.querySelector(selector)) return
    observer.disconnect()
    // The next frame shows it; a message after it comes when it has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.mark('bench-usable')
      port2.postMessage(null)
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
}

/** Opens an address in a new tab, waits until `selector` is there and then until the page rests. */
export async function openTab(context: BrowserContext, url: string, selector: string) {
  const page = await context.newPage()
  page.setDefaultTimeout(180_000)
  await page.addInitScript(watchFor, selector)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const stop = await startTrace(session)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('bench-usable').length > 0)
  await rest(session)
  const events = await stop()
  const usable = await page.evaluate(() => performance.getEntriesByName('bench-usable')[0]?.startTime ?? NaN)
  const heap = await heapOf(session)
  const peak = highWater(processOf(events, 'bench-start', 'bench-usable'))
  await session.send('HeapProfiler.collectGarbage')
  const opening: Opening = {
    usable,
    before: workBetween(events, 'bench-start', 'bench-usable'),
    all: workBetween(events, 'bench-start', 'bench-usable', true),
    heap,
    heapAfterCollection: await heapOf(session),
    peak,
  }
  return { page, session, opening }
}

/** Traces until the returned function is called, which gives the events. */
export async function startTrace(session: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: traceCategories,
      excludedCategories: ['*'],
      traceBufferSizeInKb: 400_000,
    },
  })
  return async () => {
    const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
    await session.send('Tracing.end')
    await done
    return events
  }
}

const metric = async (session: CDPSession, wanted: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? 0
}

const heapOf = (session: CDPSession): Promise<number> => metric(session, 'JSHeapUsedSize')

/** Resolves when the main thread has done next to nothing for a second, or after a quarter of a minute. */
async function rest(session: CDPSession): Promise<void> {
  let quiet = 0
  let before = await metric(session, 'TaskDuration')
  for (let rounds = 0; quiet < 2 && rounds < 30; rounds += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const now = await metric(session, 'TaskDuration')
    quiet = now - before < 0.05 ? quiet + 1 : 0
    before = now
  }
}

/** The most memory that a process has held, as Linux counts it; 0 elsewhere. */
function highWater(pid = 0): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Number(kilobytes ?? 0) * 1024
}
