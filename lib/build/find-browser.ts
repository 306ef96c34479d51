import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const ADVICE = `No Chromium found. Do one of these and run the command again:
  - set CHROMIUM_PATH to a Chromium or Chrome binary
  - Debian/Ubuntu:  apt-get install chromium
  - any system:     npx playwright install chromium`

/** Only root in a Debian-like container may install a package unasked: that is CI, not somebody's laptop. */
function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function installFromDebian(): string | undefined {
  console.error('No browser found; installing Debian’s chromium package …')
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], { ...quiet, stdio: ['ignore', 'ignore', 'inherit'] })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    ...quiet,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return INSTALLED.find((path) => existsSync(path))
}

function downloadWithPlaywright(): string | undefined {
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 120_000,
  })
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/**
 * Path of a Chromium to test with: CHROMIUM_PATH, an installed one, Playwright's own (downloaded if it can be), or
 * Debian's package. Throws an error that says exactly what to install.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is set to ${named}, but there is no such file.`)
    return named
  }
  const own = chromium.executablePath()
  const found =
    INSTALLED.find((path) => existsSync(path)) ??
    (existsSync(own) ? own : undefined) ??
    (mayInstallPackages() ? installFromDebian() : undefined) ??
    downloadWithPlaywright()
  if (!found) throw new Error(ADVICE)
  execFileSync(found, ['--version', '--no-sandbox'], { stdio: 'ignore' })
  return found
}
