/** `npm start`: builds what is missing and serves the production app. PORT and further arguments go to `next start`. */
import { spawn } from 'node:child_process'
import { ensureBuild } from './production-build'

ensureBuild()
const server = spawn('npx', ['next', 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  shell: process.platform === 'win32',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
