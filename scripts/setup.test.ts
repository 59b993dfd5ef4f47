import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isInstalled, root, run, setup } from './setup.mjs'

type Packages = Record<string, { version?: string; optional?: boolean }>

function folderWith(wanted: Packages | null, there: Packages | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'signet-setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'node_modules'))
  const write = (path: string, packages: Packages | null) =>
    packages !== null && writeFileSync(join(folder, path), JSON.stringify({ packages }))
  write('package-lock.json', wanted)
  write(join('node_modules', '.package-lock.json'), there)
  return folder
}

const WANTED: Packages = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/for-windows': { version: '2.0.0', optional: true },
}

test.each<[string, Packages | null, boolean]>([
  ['everything is there', { 'node_modules/a': { version: '1.0.0' } }, true],
  [
    'more than everything is there',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
    true,
  ],
  ['nothing is there', null, false],
  ['the list is empty', {}, false],
  ['a package is missing', { 'node_modules/b': { version: '1.0.0' } }, false],
  ['a package has another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  [
    'an optional package has another version',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-windows': { version: '1.9.0' } },
    false,
  ],
])('when %s', (_what, there, installed) => {
  expect(isInstalled(folderWith(WANTED, there))).toBe(installed)
})

test('here everything is installed, and the pinned Node runs', () => {
  expect(isInstalled(root)).toBe(true)
  const { node } = setup({ quiet: true })
  expect(run(node, ['-e', 'process.exit(process.versions.node.startsWith("24.") ? 0 : 1)'])).toBe(0)
})

test('the exit status is passed on; a command that cannot be started has failed', () => {
  expect(run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7)
  expect(run('/nowhere/command', [])).toBe(1)
})
