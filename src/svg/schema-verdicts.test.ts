import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLogo } from './logo.ts'

/** Where the schema's parser is followed no further: e2e/lab/logo.lab.ts gives the reasons. */
const QUIRKS = ['"&#12;" value XML 1.1', 'EUC-JP over Latin 1']

interface Row {
  valid: boolean
  bytes: Uint8Array
  name: string
}

/** Recorded from the published schema under jing: verdict, bytes, name. */
const rows: Row[] = readFileSync('src/svg/schema-verdicts.txt', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [verdict, base64 = '', ...name] = line.split(' ')
    return { valid: verdict === '+', bytes: Buffer.from(base64, 'base64'), name: name.join(' ') }
  })

test('the recorded verdicts of the schema are ours', () => {
  expect(rows.length).toBeGreaterThan(1000)
  const other = rows.filter(({ valid, bytes }) => readLogo(bytes).schemaValid !== valid)
  expect(other.map(({ name }) => name)).toEqual(QUIRKS)
})

test('our own logo passes', () => {
  const logo = readLogo(readFileSync('public/logo.svg'))
  expect(logo).toMatchObject({ schemaValid: true, faults: [], instead: null })
})

test('an SVGZ is judged by what it holds, and a damaged one by nothing', async () => {
  const { gzipSync } = await import('node:zlib')
  const zipped = gzipSync(readFileSync('public/logo.svg'))
  expect(readLogo(zipped)).toMatchObject({ schemaValid: true, compressed: true })
  expect(readLogo(zipped.subarray(0, -20)).corrupt).toBe(true)
  expect(
    readLogo(zipped.map((byte, i) => (i === zipped.length - 6 ? byte ^ 1 : byte))).corrupt,
  ).toBe(true)
  expect(readLogo(gzipSync(new Uint8Array(2_000_000))).corrupt).toBe(true)
})

const SAMPLE =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" baseProfile="tiny-ps" x="0"><g fill = "x" style="a">t&amp;<a><image/></a></g></svg>'

test('each fault stands at its own place', () => {
  const { faults } = readLogo(new TextEncoder().encode(SAMPLE))
  expect(faults.map(({ code, span }) => [code, SAMPLE.slice(span.start, span.end)])).toEqual([
    ['title.missing', '<svg'],
    ['root.version', 'version="1.1"'],
    ['root.position', 'x="0"'],
    ['attribute.style', 'style="a"'],
    ['text.misplaced', 't&amp;'],
    ['element.forbidden', '<a>'],
    ['element.raster', '<image/>'],
  ])
})
