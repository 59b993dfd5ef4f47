/**
 * `npm run test:lab`: the tests against real servers. They need root (ports below 1024 on loopback) and Debian's bind9;
 * where either is missing the command says so, and counts the whole lab as one skipped test.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { setup } from './setup.mjs'
import { closingLine, runSteps, vitestCounts } from './steps.mjs'

const PROGRAMS = {
  named: 'bind9',
  'dnssec-signzone': 'bind9-utils',
  dig: 'dnsutils',
  openssl: 'openssl',
}

const { node } = setup({ quiet: false })
const { ensureBrowser } = await import('./browser.mjs')
const missing = whatIsMissing()
if (missing.length > 0) {
  process.stdout.write(`The lab was skipped: it needs ${missing.join(' and ')}.\n\n`)
  process.stdout.write(`${closingLine({ passed: 0, failed: 0, skipped: 1 })}\n`)
} else {
  const browser = ensureBrowser()
  mkdirSync('test-results', { recursive: true })
  const counts = runSteps([
    {
      name: 'build',
      command: node,
      args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    },
    {
      name: 'lab',
      command: node,
      args: [
        ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.lab.config.ts'],
        ...['--reporter=default', '--reporter=json', '--outputFile.json=test-results/lab.json'],
      ],
      env: { SIGNET_BROWSER: browser },
      report: { file: 'test-results/lab.json', read: vitestCounts },
    },
  ])
  process.stdout.write(`\n${closingLine(counts)}\n`)
  process.exitCode = counts.failed === 0 ? 0 : 1
}

function whatIsMissing() {
  const absent = Object.entries(PROGRAMS)
    .filter(([program]) => !isThere(program))
    .map(([program, debian]) => `\`${program}\` (Debian’s ${debian})`)
  return process.getuid?.() === 0 ? absent : ['root', ...absent]
}

function isThere(/** @type {string} */ program) {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin']
  return folders.some((folder) => existsSync(`${folder}/${program}`))
}
