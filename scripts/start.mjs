/** `npm start`: the set-up, a build when the sources are newer than the last one, then the app behind the Node door. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { become, root, run, setup } from './setup.mjs'

const SOURCES = ['src', 'public', 'proxy', 'index.html', 'vite.config.ts', 'package-lock.json']

const { node } = setup()
if (newest(SOURCES) > builtAt() && run(node, ['node_modules/vite/bin/vite.js', 'build']) !== 0) {
  process.stderr.write('The build failed.\n')
  process.exit(1)
}
become(node, [join(root, 'proxy', 'node.ts'), ...process.argv.slice(2)])

/** When the youngest file was changed, in milliseconds; 0 when there is none. @param {string[]} paths @returns {number} */
function newest(paths) {
  return Math.max(0, ...paths.map((path) => changed(join(root, path))))
}

/** @param {string} path @returns {number} */
function changed(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  // A file that was deleted changes its folder.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))))
}

function builtAt() {
  return statSync(join(root, 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? -1
}
