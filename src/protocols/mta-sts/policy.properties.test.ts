import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../text/utf8.ts'
import {
  formatStsPolicy,
  MAX_AGE_LIMIT,
  parseStsPolicy,
  type StsMode,
  type StsPolicy,
} from './policy.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const codes = (input: string) => parseStsPolicy(input).problems.map(({ code }) => code)

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'))
const pattern = fc.oneof(
  host,
  host.map((name) => `*.${name}`),
)
const extension = fc.record({
  name: fc.stringMatching(/^x[A-Za-z0-9_.-]{0,31}$/),
  value: fc.stringMatching(/^[!-~\u00e9\u4e2d]([ -~\u00a0\u{1f4ee}]{0,20}[!-~\u00a0])?$/u),
})
const policy: fc.Arbitrary<StsPolicy> = fc.record({
  mode: fc.constantFrom<StsMode>('enforce', 'testing', 'none'),
  mx: fc.array(pattern, { minLength: 1, maxLength: 5 }),
  maxAge: fc.nat(MAX_AGE_LIMIT),
  extensions: fc.array(extension, { maxLength: 3 }),
})

test('what is written is read back, and without extensions has no problem', () => {
  fc.assert(
    fc.property(policy, (wanted) => {
      expect(parseStsPolicy(formatStsPolicy(wanted)).value).toEqual(wanted)
      expect(parseStsPolicy(utf8(formatStsPolicy(wanted))).value).toEqual(wanted)
      expect(codes(formatStsPolicy({ ...wanted, extensions: [] }))).toEqual([])
    }),
  )
})

const pieces = [
  'version',
  'mode',
  'mx',
  'max_age',
  ':',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  'STSv1',
  'none',
]
const morePieces = [
  'enforce',
  '86400',
  '*.',
  'a.example',
  '\ufeff',
  '\u00a0',
  '<',
  '#',
  '\0',
  'é',
  '10 ',
]
const patchwork = fc
  .array(fc.constantFrom(...pieces, ...morePieces), { maxLength: 60 })
  .map((parts) => utf8(parts.join('')))

test('no bytes throw, spans stay within the text that is shown, and errors decide', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), patchwork), (input) => {
      const { text, ours, value, problems } = parseStsPolicy(input)
      expect(text).toBe(decodeText(input).text)
      if (!ours) expect(value).toBeNull()
      if (value !== null) expect(parseStsPolicy(formatStsPolicy(value)).value).toEqual(value)
      for (const { span } of problems) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 1000 },
  )
})

/** An independent reading: the grammar as one expression per line, as the catalogue of rules prints it. */
function usableByGrammar(text: string): boolean {
  const lines = text.split(/\r\n|\n/)
  if (lines.at(-1) === '') lines.pop()
  const domain =
    '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*'
  const forms: [string, RegExp][] = [
    ['version', /^version:[ \t]*STSv1[ \t]*$/],
    ['mode', /^mode:[ \t]*(?:testing|enforce|none)[ \t]*$/],
    ['mx', new RegExp(`^mx:[ \\t]*(?:\\*\\.)?${domain}[ \\t]*$`)],
    ['max_age', /^max_age:[ \t]*0*(?:[0-9]{1,7}|[12][0-9]{7}|30[0-9]{6}|31[0-4][0-9]{5})[ \t]*$/],
  ]
  const extension =
    /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}:[ \t]*[!-~\u0080-\u{10ffff}](?:[ -~\u0080-\u{10ffff}]*[!-~\u0080-\u{10ffff}])?[ \t]*$/u
  const seen = new Set<string>()
  for (const line of lines) {
    const key = forms.map(([name]) => name).find((name) => line.startsWith(`${name}:`))
    if (key === undefined) {
      if (!extension.test(line)) return false
    } else if (key !== 'mx' && seen.has(key)) {
      // "All entries except for the first are ignored", whatever they hold; a control character breaks any line.
      if (/\p{Cc}/u.test(line.replace(/[\t\u0080-\u009f]/g, ''))) return false
    } else if (!forms.find(([name]) => name === key)?.[1].test(line)) return false
    if (key !== undefined) seen.add(key)
  }
  const none = lines.find((line) => line.startsWith('mode:'))?.includes('none') === true
  return ['version', 'mode', 'max_age'].every((key) => seen.has(key)) && (none || seen.has('mx'))
}

const lineOf = fc
  .tuple(
    fc.constantFrom('', '', '', '', '', ' ', '\ufeff', '#'),
    fc.constantFrom('version', 'mode', 'mx', 'max_age', 'note', 'MX', 'max-age', ''),
    fc.constantFrom(':', ': ', ':\t', ':', ' :', '=', ''),
    fc.constantFrom(
      'STSv1',
      'none',
      'testing',
      'a.example',
      '*.b',
      '9',
      '31557601',
      'é',
      'a\tb',
      '',
    ),
    fc.constantFrom('', '', '', ' ', '\t', '.', '\r'),
    fc.constantFrom('\n', '\n', '\r\n', '\n\n'),
  )
  .map((parts) => parts.join(''))
const good = fc.constantFrom('version: STSv1\n', 'mode: none\n', 'max_age: 9\n', 'mx: a.b\n')

test('the parser and the grammar agree on what is usable', () => {
  const text = fc
    .array(fc.oneof({ arbitrary: good, weight: 5 }, lineOf), { maxLength: 8 })
    .map((lines) => lines.join(''))
  let usable = 0
  fc.assert(
    fc.property(text, (input) => {
      const isUsable = parseStsPolicy(input).value !== null
      if (isUsable) usable++
      expect(isUsable).toBe(usableByGrammar(input))
    }),
    { numRuns: 5000 },
  )
  expect(usable).toBeGreaterThan(50)
})

test.each([
  ['one line of blanks', (n: number) => `mode: a${' '.repeat(n)}b`],
  ['a label that does not end', (n: number) => `mx: ${'a-'.repeat(n / 2)}.`],
  ['line ends', (n: number) => '\n'.repeat(n)],
  ['carriage returns', (n: number) => '\r'.repeat(n)],
  ['colons', (n: number) => ':'.repeat(n)],
  ['short lines', (n: number) => 'mx:a\n'.repeat(n / 5)],
  ['blanks after opening brackets', (n: number) => `<!--${' \t\n'.repeat(n / 3)}`],
])('64 KB of %s take a moment', (_, make) => {
  const started = performance.now()
  parseStsPolicy(utf8(make(65536)))
  expect(performance.now() - started).toBeLessThan(1000)
})
