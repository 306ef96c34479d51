import { defineConfig } from '@playwright/test'

const port = 3127
/** A server that is running already, e.g. `npm run dev` in another terminal, instead of the production build. */
const running = process.env.E2E_URL

/** The journeys of readers, on the production build, in a real Chromium. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  // Two cores run a browser, a server and a translating worker at once; a second and third try tell slowness from fault.
  retries: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results/e2e',
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Tests refuse and delay requests by routing, which a service worker would get around; offline.spec.ts allows it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        // The sandbox needs rights that containers do not give; the background services look for Google's hosts.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: `npx next start -p ${port}`,
          url: `http://localhost:${port}/en`,
          timeout: 60_000,
          env: { NEXT_TELEMETRY_DISABLED: '1' },
        },
      }),
})
