/**
 * `npm test`: lint, types, unit and contract tests, then end-to-end tests in a real Chromium on the production build.
 * Every step runs even when an earlier one failed, so that one run tells everything; the last line counts
 * unit and end-to-end tests, and each failed check (lint, types, build) as one more failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './find-browser'
import { isBuildFresh } from './production-build'

type Count = { passed: number; failed: number }

const RESULTS = 'test-results'

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`)
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32',
  })
  return result.status === 0
}

const check = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

/** Counts from a JSON report; a runner that failed without one counts as one failure. */
function counted(file: string, ok: boolean, read: (report: never) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const count = read(JSON.parse(readFileSync(file, 'utf8')) as never)
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count
}

function unitTests(): Count {
  const file = `${RESULTS}/unit.json`
  const ok = run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return counted(file, ok, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))
}

function endToEnd(): Count {
  const file = `${RESULTS}/e2e.json`
  const ok = run('npx', ['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return counted(file, ok, (report: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
  }))
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const counts: Count[] = [
  check(run('npm', ['run', '--silent', 'prepare:assets'])),
  check(run('npm', ['run', '--silent', 'lint'])),
  check(run('npm', ['run', '--silent', 'types'])),
  unitTests(),
]
const built = isBuildFresh() || run('npx', ['next', 'build'])
counts.push(check(built))
if (built) counts.push(endToEnd())
const passed = counts.reduce((sum, c) => sum + c.passed, 0)
const failed = counts.reduce((sum, c) => sum + c.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
