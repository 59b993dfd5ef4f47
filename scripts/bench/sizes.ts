/** What a visitor downloads, compressed. The app is built when there is no build yet. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measure } from '../checks/budgets.ts'
import { root, run } from '../setup.mjs'
import type { Row } from './table.ts'

/** On-demand files that are listed one by one. */
const LISTED = 8

export function sizes(): Row[] {
  if (!existsSync(join(root, 'dist', 'index.html')) && build() !== 0)
    return [{ what: 'the app', measured: 'could not be built' }]
  const { initialScript, initialStyle, lazy } = measure()
  const total = lazy.reduce((sum, { size }) => sum + size, 0)
  return [
    {
      what: 'initial script',
      measured: kilobytes(initialScript),
      bar: '100 kB',
      ratio: initialScript / 100,
    },
    {
      what: 'initial style',
      measured: kilobytes(initialStyle),
      bar: '12 kB',
      ratio: initialStyle / 12,
    },
    { what: `on demand, ${lazy.length} files`, measured: kilobytes(total) },
    ...lazy.slice(0, LISTED).map(({ file, size }) => ({
      what: `  ${file.replace('assets/', '')}`,
      measured: kilobytes(size),
    })),
  ]
}

function build(): number {
  return run(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    quiet: true,
  })
}

function kilobytes(size: number): string {
  return `${size.toFixed(1)} kB`
}
