// @ts-check
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
  async headers() {
    return [
      { source: '/:path*', headers },
      // The version is part of the path, so these files never change.
      { source: '/models/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
    ]
  },
}

export default config
