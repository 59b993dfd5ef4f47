/**
 * The set-up that every command shares: the packages of package-lock.json, and the Node that the project pins. Plain
 * JavaScript without dependencies, because it runs before anything is installed, under whatever Node (20 or newer) the
 * machine has.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const LOCK = join(root, '.cache', 'setup.lock')
const LOCK_MS = 600_000

/**
 * Makes sure that the packages are there and returns the path of the project's own Node. Quiet: everything that is
 * said goes to standard error, so that standard output stays a program's own.
 *
 * @param {{ quiet?: boolean }} options
 * @returns {{ node: string }}
 */
export function setup({ quiet = false } = {}) {
  if (!isInstalled(root) || pinnedNode() === null) locked(() => install(quiet))
  const node = pinnedNode()
  if (node === null)
    throw new Error(
      'The project’s own Node could not be installed. Allow the install script of the npm package `node`, or run this with Node 24.',
    )
  return { node }
}

/**
 * Runs a command with the terminal it was given and returns its exit status; a command that could not be started, or
 * that a signal ended, counts as a failure.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: Record<string, string> }} options
 * @returns {number}
 */
export function run(command, args, { quiet = false, cwd = root, env = {} } = {}) {
  const { status } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 2, 2] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  return status ?? 1
}

/**
 * Hands this process over to another one: same terminal, signals passed on, and its exit status in the end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string }} options
 */
export function become(command, args, { cwd = process.cwd() } = {}) {
  // Node keeps what it has compiled, and starts in half the time.
  const env = { NODE_COMPILE_CACHE: join(root, '.cache', 'node'), ...process.env }
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
  })
}

/**
 * Is every package of package-lock.json there in its version? npm keeps its own list of what it has installed;
 * packages for other machines are not in it.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = packagesIn(join(folder, 'package-lock.json'))
  const there = packagesIn(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = there[path]
    return found === undefined
      ? Boolean(optional || devOptional) && Object.keys(there).length > 0
      : found.version === version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

/** @param {boolean} quiet */
function install(quiet) {
  if (!isInstalled(root)) {
    process.stderr.write('Installing the packages of this project (once)\n')
    if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], quiet) !== 0)
      throw new Error('`npm ci` failed')
  }
  if (pinnedNode() !== null) return
  // Newer versions of npm run no install scripts unless they are told to; the package `node` fetches its binary in one.
  npm(['rebuild', 'node', '--ignore-scripts=false'], quiet)
  if (pinnedNode() !== null) return
  const folder = join(root, 'node_modules', 'node')
  run(process.execPath, ['installArchSpecificPackage.js'], { quiet, cwd: folder })
}

/** The npm that started this script if there is one. @param {string[]} args @param {boolean} quiet */
function npm(args, quiet) {
  const own = process.env['npm_execpath']
  return own?.endsWith('.js') && existsSync(process.execPath)
    ? run(process.execPath, [own, ...args], { quiet })
    : run('npm', args, { quiet })
}

/** The path of a Node in the pinned major version that runs here, or null. */
function pinnedNode() {
  const major = wantedMajor()
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(root, 'node_modules', 'node', 'bin', name)
  // A file of some kilobytes is the placeholder that stays when the install script has not run.
  if (existsSync(own) && statSync(own).size > 1_000_000) return own
  return Number(process.versions.node.split('.')[0]) === major && existsSync(process.execPath)
    ? process.execPath
    : null
}

function wantedMajor() {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Number(/\d+/.exec(devDependencies.node)?.[0])
}

/** One set-up at a time: two `npm ci` in one folder destroy each other's work. @param {() => void} work */
function locked(work) {
  mkdirSync(dirname(LOCK), { recursive: true })
  while (!take())
    if (Date.now() - ageOf(LOCK) > LOCK_MS) rmSync(LOCK, { recursive: true, force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    work()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function take() {
  try {
    mkdirSync(LOCK)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
function ageOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}
