// @ts-check
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Cross-origin isolation lets the wasm runtime use threads; the content policy keeps the page on its own origin. */
const headers = [
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Sejajar may lie inside a larger checkout; without this Next guesses the root from stray lockfiles.
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  outputFileTracingRoot: fileURLToPath(new URL('.', import.meta.url)),
  compiler: {
    // The service worker lists the scripts of this very build, so every build writes it.
    runAfterProductionCompile: async ({ projectDir, distDir }) => {
      execFileSync(process.execPath, ['--import', 'tsx', 'lib/build/service-worker.ts', distDir], {
        cwd: projectDir,
        stdio: 'inherit',
      })
    },
  },
  async headers() {
    return [
      { source: '/:path*', headers },
      // The version is part of the path, so these files never change.
      {
        source: '/:folder(models|ort)/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
      },
    ]
  },
}

export default config
