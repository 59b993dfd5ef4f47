/**
 * Size budgets of the built app, in kilobytes (1000 bytes) of gzip: what a first visit loads before anything else, and
 * the largest chunk that is loaded on demand.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const INITIAL_SCRIPT = 100
const INITIAL_STYLE = 12
const LAZY_CHUNK = 150

const dist = new URL('../../dist/', import.meta.url)

export interface Sizes {
  initialScript: number
  initialStyle: number
  lazy: { file: string; size: number }[]
}

/** What index.html loads by itself, preloads included; everything else in the folder is on demand. */
export function measure(folder: URL = dist): Sizes {
  const html = readFileSync(new URL('index.html', folder), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  )
  const size = (file: string) => gzipSync(readFileSync(new URL(file, folder))).length / 1000
  const sum = (ending: string) =>
    named.filter((file) => file.endsWith(ending)).reduce((total, file) => total + size(file), 0)
  const lazy = readdirSync(new URL('assets/', folder))
    .map((file) => `assets/${file}`)
    .filter((file) => /\.(js|css)$/.test(file) && !named.includes(file))
    .map((file) => ({ file, size: size(file) }))
    .sort((a, b) => b.size - a.size)
  return { initialScript: sum('.js'), initialStyle: sum('.css'), lazy }
}

function main(): void {
  const { initialScript, initialStyle, lazy } = measure()
  const rows: [string, number, number][] = [
    ['initial script', initialScript, INITIAL_SCRIPT],
    ['initial style', initialStyle, INITIAL_STYLE],
    [`largest on demand (${lazy[0]?.file ?? 'none'})`, lazy[0]?.size ?? 0, LAZY_CHUNK],
  ]
  for (const [name, size, budget] of rows) {
    const over = size > budget
    process.stdout.write(`${over ? 'OVER ' : ''}${name}: ${size.toFixed(1)} of ${budget} kB gzip\n`)
    if (over) process.exitCode = 1
  }
}

if (import.meta.main) main()
