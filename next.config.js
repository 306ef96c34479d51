// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A mirror of the model hub that this build may download from. */
const hub = process.env.SEJAJAR_HUB ?? ''

/**
 * What a worker may load and reach: workers live under the policy of their own script. Pages get theirs from proxy.ts,
 * which takes the place of this one (docs/decisions/009). The development server evaluates code and has none.
 */
function contentPolicy() {
  const file = new URL('app/content-policy.json', import.meta.url)
  /** @type {Record<string, string[]>} */
  const directives = JSON.parse(readFileSync(file, 'utf8'))
  if (hub !== '') directives['connect-src']?.push(new URL(hub).origin)
  const value = Object.entries(directives).map(([name, sources]) => [name, ...sources].join(' '))
  return { key: 'Content-Security-Policy', value: value.join('; ') }
}

/** Cross-origin isolation lets the wasm runtime use threads; the rest takes away what the app has no use for. */
const headers = [
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'midi']
      .map((feature) => `${feature}=()`)
      .join(', '),
  },
]

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  env: { SEJAJAR_HUB: hub },
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
      {
        source: '/:path*',
        headers: process.env.NODE_ENV === 'production' ? [...headers, contentPolicy()] : headers,
      },
      // The version is part of the path, so these files never change.
      {
        source: '/:folder(models|ort)/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
      },
    ]
  },
}

export default config
