/** `npm test`: all the set-up, then every check of the project, then one line with the sum. */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setup } from './setup.mjs'
import { closingLine, playwrightCounts, runSteps, vitestCounts } from './steps.mjs'

const { node } = setup({ quiet: false })
const { ensureBrowser } = await import('./browser.mjs')
const browser = ensureBrowser()
mkdirSync('test-results', { recursive: true })

const tool = (/** @type {string} */ path) => `node_modules/${path}`
const only = process.argv.slice(2)

/** @type {import('./steps.mjs').Step[]} */
const steps = [
  {
    name: 'format',
    command: node,
    args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  { name: 'lint', command: node, args: [tool('oxlint/bin/oxlint')] },
  ...['pure', 'app', 'node'].map((name) => ({
    name: `types of ${name}`,
    command: node,
    args: [tool('typescript/bin/tsc'), '-p', `tsconfig.${name}.json`],
  })),
  { name: 'folders', command: node, args: ['scripts/checks/main.ts'] },
  {
    name: 'unit',
    command: node,
    args: [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    report: { file: 'test-results/unit.json', read: vitestCounts },
  },
  { name: 'build', command: node, args: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
  { name: 'size', command: node, args: ['scripts/checks/budgets.ts'] },
  {
    name: 'e2e',
    command: node,
    args: [tool('@playwright/test/cli.js'), 'test'],
    env: { SIGNET_BROWSER: browser, SIGNET_E2E_PORT: String(await freePort()) },
    report: { file: 'test-results/e2e.json', read: playwrightCounts },
  },
]

const counts = runSteps(only.length === 0 ? steps : steps.filter(({ name }) => only.includes(name)))
process.stdout.write(`\n${closingLine(counts)}\n`)
process.exitCode = counts.failed === 0 ? 0 : 1

/** A port that nobody used a moment ago: another run, or one that was killed, may still hold the usual one. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      )
    })
  })
}
