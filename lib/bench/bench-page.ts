/** A page in a headless browser, cross-origin isolated, with a worker of ours in it. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { findBrowser } from '@/lib/build/find-browser'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Sends a request to the worker on the page and waits for its answer. Runs in the page. */
const page = `<!doctype html><title>bench</title><script>
const worker = new Worker('/worker.js', { type: 'module' })
window.ask = (request) => new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => data.error ? reject(new Error(data.error)) : resolve(data.result)
  worker.onerror = (event) => reject(new Error(event.message))
  worker.postMessage(request)
})
</script>`

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser'],
    logLevel: 'error',
  })
  return outputFiles[0]!.contents
}

export type BenchPage = {
  ask<T>(request: unknown): Promise<T>
  /** Highest resident memory so far of the browser's processes for pages, in bytes; undefined where it cannot be told. */
  peakMemory(): Promise<number | undefined>
  close(): Promise<void>
}

/** The most memory a process has held, as Linux counts it. */
function peakOf(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return Number(kilobytes ?? 0) * 1024
}

/** Opens the page. `find` gives the file on disk for a path, or nothing. */
export async function openBenchPage(
  workerEntry: string,
  find: (path: string) => string | undefined,
): Promise<BenchPage> {
  const worker = await bundle(workerEntry)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname)
    const send = (type: string, body: string | Uint8Array): void =>
      void response.writeHead(200, { ...isolation, 'content-type': type }).end(body)
    if (path === '/') return send('text/html', page)
    if (path === '/worker.js') return send('text/javascript', worker)
    const file = find(path)
    if (file === undefined || !existsSync(file)) return void response.writeHead(404, isolation).end()
    send(types[extname(file)] ?? 'application/octet-stream', readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  const tab = await browser.newPage()
  await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  const session = await browser.newBrowserCDPSession()
  return {
    ask: <T>(request: unknown) =>
      tab.evaluate(
        (r) => (window as unknown as { ask(r: unknown): Promise<unknown> }).ask(r),
        request,
      ) as Promise<T>,
    peakMemory: async () => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
      const peak = Math.max(0, ...peaks)
      return peak > 0 ? peak : undefined
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
