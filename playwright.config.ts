import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './scripts/browser.mjs'

const executablePath = findBrowser()
/** `npm test` finds a free one; workers must read the same, so it is in the environment. */
const port = process.env['SIGNET_E2E_PORT'] ?? '8797'
const origin = `http://127.0.0.1:${port}`

/** End-to-end tests run against the built app behind the Node door; e2e/fixtures.ts intercepts every other request. */
export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'lab/**',
  fullyParallel: true,
  forbidOnly: true,
  // See playwrightCounts in scripts/steps.mjs: what passes at the second try only is named.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  // Generous: a machine with two cores runs two browsers and a server at the same time.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
    // Takes a third of the time; a failed test leaves its page in words. `--trace on` when that does not tell enough.
    trace: 'off',
    launchOptions: { args: browserFlags(), ...(executablePath === null ? {} : { executablePath }) },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} proxy/node.ts --port ${port}`,
    url: `${origin}/api/capabilities`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
