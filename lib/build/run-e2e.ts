/** `npm run e2e [-- playwright arguments]`: builds if needed, finds a browser, runs the end-to-end tests. */
import { spawnSync } from 'node:child_process'
import { findBrowser } from './find-browser'
import { ensureBuild } from './production-build'

ensureBuild()
const result = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: findBrowser() },
  shell: process.platform === 'win32',
})
process.exit(result.status ?? 1)
