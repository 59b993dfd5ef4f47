import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SAMPLE_LOGO } from '../sample-logo.ts'
import { judgeLogo } from './judged-logo.ts'
import { bytesWords, layerVerdicts, worstStanding } from './verdicts.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const GOOD = readFileSync('public/logo.svg', 'utf8')

const lines = (text: string | Uint8Array) =>
  layerVerdicts(judgeLogo('logo.svg', text)).map(
    ({ name, standing, sentence }) => `${name}: ${standing}: ${sentence}`,
  )

test('our own logo passes in all three layers', () => {
  expect(lines(GOOD)).toEqual([
    'Schema: pass: It is SVG Tiny PS by the published schema',
    `Draft: pass: ${bytesWords(GOOD.length)} of 32,768 bytes`,
    'Mailboxes: pass: Nothing that a provider is known to ask for is missing',
  ])
})

test('one finding is told in its own words, many are counted', () => {
  const [one] = lines(GOOD.replace('version="1.2" ', ''))
  expect(one).toBe('Schema: error: The root has no `version`')
  const [two] = lines(GOOD.replace('version="1.2" baseProfile="tiny-ps" ', ''))
  expect(two).toBe('Schema: error: The root has no `version`. The root has no `baseProfile`')
  const [many] = lines(SAMPLE_LOGO.text)
  expect(many).toMatch(/^Schema: error: \w+ places that SVG Tiny PS does not allow$/)
})

test('the same fault more than once is said once, with how often', () => {
  const twice = GOOD.replace('<g ', '<path style="a"/><path style="a"/><g ')
  expect(lines(twice)[0]).toBe('Schema: error: The element `path` has a `style` attribute, twice')
})

describe('what is no drawing', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])

  test('is what it is, and nothing is said about the other layers', () => {
    const [schema, draft, mailboxes] = lines(png)
    expect(schema).toContain('a PNG image')
    expect(draft).toBe('Draft: unknown: The drawing could not be read')
    expect(mailboxes).toBe('Mailboxes: unknown: The drawing could not be read')
  })

  test('broken XML is told at its place', () => {
    expect(lines(`<svg ${NS}><g></svg>`)[0]).toMatch(/^Schema: error: The XML cannot be read/)
  })
})

test('a packed logo is judged by what is in it', () => {
  expect(lines(new Uint8Array(gzipSync(GOOD)))).toEqual(lines(GOOD))
})

test('the worst of the three stands for the file', () => {
  const of = (text: string | Uint8Array) => worstStanding(layerVerdicts(judgeLogo('a', text)))
  expect(of(GOOD)).toBe('pass')
  expect(of(GOOD.replace('width="512"', 'width="100%"'))).toBe('warning')
  expect(of(SAMPLE_LOGO.text)).toBe('error')
})

test('a file is judged once, however often it is asked about', () => {
  const bytes = new TextEncoder().encode(GOOD)
  expect(judgeLogo('a.svg', bytes)).toBe(judgeLogo('a.svg', bytes))
})
