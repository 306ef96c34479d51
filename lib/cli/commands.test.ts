import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { commands } from './commands'

vi.setConfig({ testTimeout: 120_000 })

const root = join(import.meta.dirname, '../..')

/** Says at its end whether the process has loaded the translation runtime's native library. */
const watch = `process.on('exit', () => {
  process.report.excludeNetwork = true
  const { sharedObjects } = process.report.getReport()
  process.stderr.write(sharedObjects.some((path) => path.includes('onnxruntime')) ? 'loaded' : 'not loaded')
})`

async function runtimeOf(name: string): Promise<string> {
  const asModule = `data:text/javascript,${encodeURIComponent(watch)}`
  const running = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--import', asModule, 'lib/cli/main.ts', name],
    { cwd: root },
  )
  running.child.stdin?.end()
  return (await running).stderr
}

it('every command of the help is there', async () => {
  const runs = await Promise.all(commands.map(({ load }) => load()))
  expect(runs.map(({ name }) => name)).toEqual(commands.map(({ name }) => name))
})

it('only the command that translates loads the runtime', async () => {
  expect(await runtimeOf('segment')).toBe('not loaded')
  expect(await runtimeOf('analyze')).toBe('not loaded')
  expect(await runtimeOf('translate')).toBe('loaded')
})
