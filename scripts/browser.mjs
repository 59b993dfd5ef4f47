/**
 * The browser for tests: an explicit path (SIGNET_BROWSER), else one that Playwright has, else the system's Chromium or
 * Chrome, else one that can be installed (Playwright's own download, else Debian's package as root), else an error
 * that says what to do.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The path of a browser that is there, or null. */
export function findBrowser(env = process.env) {
  const explicit = env['SIGNET_BROWSER']
  if (explicit) {
    if (!isExecutable(explicit))
      throw new Error(`SIGNET_BROWSER names ${explicit}, which cannot be run`)
    return explicit
  }
  return playwrightsOwn() ?? onPath(env['PATH'] ?? '') ?? (isExecutable(MAC) ? MAC : null)
}

/** The path of a browser, installed if need be. */
export function ensureBrowser(
  log = (/** @type {string} */ text) => process.stderr.write(`${text}\n`),
) {
  const found = findBrowser()
  if (found !== null) return found
  log('No browser found; asking Playwright to download Chromium')
  run(process.execPath, [
    createRequire(import.meta.url).resolve('@playwright/test/cli'),
    'install',
    'chromium',
  ])
  const downloaded = playwrightsOwn()
  if (downloaded !== null) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('The download did not work; installing Debian’s chromium')
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    const installed = onPath(process.env['PATH'] ?? '')
    if (installed !== null) return installed
  }
  throw new Error(
    'No browser for the end-to-end tests. Install Chromium or Chrome (on Debian: `apt-get install chromium`), ' +
      'or set SIGNET_BROWSER to the path of one.',
  )
}

/** Flags for a browser that runs in a test: no sandbox for root (Chromium refuses it), no calls home. */
export function browserFlags() {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
}

function playwrightsOwn() {
  try {
    const path = createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
    return isExecutable(path) ? path : null
  } catch {
    return null
  }
}

function onPath(/** @type {string} */ path) {
  for (const folder of path.split(delimiter))
    for (const name of SYSTEM_NAMES) if (isExecutable(join(folder, name))) return join(folder, name)
  return null
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  })
  return status === 0
}
