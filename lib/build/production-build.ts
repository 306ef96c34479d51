import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = '.next/BUILD_ID'
const SOURCES = [
  'app',
  'components',
  'content',
  'lib',
  'locales',
  'public/models',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
]

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True when a production build exists that is newer than everything it is made from. */
export function isBuildFresh(): boolean {
  return existsSync(STAMP) && statSync(STAMP).mtimeMs > Math.max(...SOURCES.map(newest))
}

/** Runs one npm script with its output shown; exits the process with its status if it fails. */
export function runScript(name: string, args: readonly string[] = []): void {
  const result = spawnSync('npm', ['run', '--silent', name, ...(args.length ? ['--', ...args] : [])], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

export function ensureBuild(): void {
  if (!isBuildFresh()) runScript('build')
}
