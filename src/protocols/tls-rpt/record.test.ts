import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatTlsRptRecord,
  isSelectedTlsRptRecord,
  parseTlsRptRecord,
  type TlsRptProblem,
} from './record.ts'

const codes = (text: string, joins: number[] = []) =>
  parseTlsRptRecord(text, joins).problems.map(({ code }) => code)
const uris = (text: string) => parseTlsRptRecord(text).value?.rua.map(({ uri }) => uri) ?? null
const V = 'v=TLSRPTv1; '

describe('records that a strict sender uses', () => {
  const good = (text: string, rua: string[], problems: TlsRptProblem[] = []) =>
    test(text, () => {
      expect(uris(text)).toEqual(rua)
      expect(codes(text)).toEqual(problems)
    })

  good('v=TLSRPTv1; rua=mailto:t@d', ['mailto:t@d'])
  good('v=TLSRPTv1;rua=mailto:t@d;', ['mailto:t@d'])
  good('v=TLSRPTv1;\trua=mailto:t@d ; ', ['mailto:t@d']) // blanks belong to the delimiters
  good(`${V}rua=MAILTO:t@D`, ['MAILTO:t@D']) // a scheme has no case
  good(`${V}rua=mailto:t@d , https://r.d/v1`, ['mailto:t@d', 'https://r.d/v1'])
  good(`${V}rua=https://r.d/?id=1&x=y`, ['https://r.d/?id=1&x=y']) // only extensions forbid `=`
  good(`${V}x=y; rua=mailto:t@d`, ['mailto:t@d'], ['unknown-field'])
  good(`${V}rua=mailto:t@d; ri=86400`, ['mailto:t@d'], ['unknown-field'])
  good(`${V}rua=mailto:t@d; RUA=mailto:u@d`, ['mailto:t@d'], ['unknown-field'])
  good('v=TLSRPTv1 ; rua=mailto:t@d', ['mailto:t@d'], ['blank-before-semicolon'])
  good(`${V}rua=mailto:a@d; rua=mailto:b@d`, ['mailto:a@d'], ['rua-duplicate-field'])
  good(`${V}rua=mailto:a@d; rua=nonsense`, ['mailto:a@d'], ['rua-duplicate-field']) // a bad later one
  good(`${V}rua=mailto:a@d,mailto:A@D`, ['mailto:a@d', 'mailto:A@D'], ['rua-duplicate-uri'])
  good(`${V}rua=https://r.d,https://R.d/`, ['https://r.d', 'https://R.d/'], ['rua-duplicate-uri'])
  good(`${V}rua=https://r.d/a,https://r.d/A`, ['https://r.d/a', 'https://r.d/A'])
  good(
    `${V}rua=mailto:a@d,mailto:b@d,https://r.d/`,
    ['mailto:a@d', 'mailto:b@d', 'https://r.d/'],
    ['rua-many'],
  )
  good(`${V}rua=mailto:a@d?subject=x`, ['mailto:a@d?subject=x'], ['rua-mailto-query'])
  good(`${V}rua=http://r.d/,mailto:a@d`, ['mailto:a@d'], ['rua-scheme-beside'])
  good(`${V}rua=mailto:a@d,`, ['mailto:a@d'], ['rua-empty-item-beside'])
  good(`${V}rua=,mailto:a@d`, ['mailto:a@d'], ['rua-empty-item-beside'])
  good(`${V}rua=mailto:a@d,,mailto:b@d`, ['mailto:a@d', 'mailto:b@d'], ['rua-empty-item-beside'])
  good(`${V}rua=mailto:a@d, ,,`, ['mailto:a@d'], ['rua-empty-item-beside']) // neighbours are one
  good(`${V}rua=mailto:t@d; x=a\\b`, ['mailto:t@d'], ['unknown-field', 'escape-kept'])
  good(
    `${V}rua=https://r.d/?a=1&amp;b=2`,
    ['https://r.d/?a=1&amp'],
    ['escape-kept', 'unknown-field'],
  )
})

describe('records that a strict sender does not use', () => {
  const bad = (text: string, ...problems: TlsRptProblem[]) =>
    test(text, () => {
      expect(parseTlsRptRecord(text)).toMatchObject({ ours: true, value: null })
      expect(codes(text)).toEqual(problems)
    })

  // tlsrpt-version = %s"v=TLSRPTv1"
  bad('v=TLSRPTV1; rua=mailto:t@d', 'version-case')
  bad('v=tlsrptv1; rua=mailto:t@d', 'version-case')
  bad('V=TLSRPTv1; rua=mailto:t@d', 'version-case')
  bad('v=TLSRPT1; rua=mailto:t@d', 'version-typo')
  bad('v=TLS-RPTv1; rua=mailto:t@d', 'version-typo')
  bad('v=TLSRPTvl; rua=mailto:t@d', 'version-typo') // a small L
  bad('v=TLSv1; rua=mailto:t@d', 'version-typo')
  bad('v=TLSRPTv2; rua=mailto:t@d', 'version-typo')
  bad('v=TLSRPTv10; rua=mailto:t@d', 'version-typo')
  bad('v=TLSRPT1', 'version-typo') // and not the semicolon as well
  bad('TLSRPTv1; rua=mailto:t@d', 'version-typo')
  bad('v=TLSR\u0420Tv1; rua=mailto:t@d', 'lookalike') // a Cyrillic letter
  bad('rua=mailto:t@d; v=TLSRPTv1', 'version-first')
  bad('v = TLSRPTv1; rua=mailto:t@d', 'version-first')
  bad(' v=TLSRPTv1; rua=mailto:t@d', 'version-first')
  bad('"v=TLSRPTv1; rua=mailto:t@d"', 'version-first')
  bad('v=TLSRPTv1', 'version-first')
  bad('v=TLSRPTv1 rua=mailto:t@d', 'version-first')
  bad('v=TLSRPTv1, rua=mailto:t@d', 'version-first')
  bad('v=TLSRPTv1: rua=mailto:t@d', 'version-first')
  bad('v=TLSRPTV1; rua=a@d', 'version-case', 'rua-no-scheme') // two fields, two errors

  // one tlsrpt-rua is required
  bad('v=TLSRPTv1;', 'rua-missing')
  bad(`${V}RUA=mailto:t@d`, 'rua-missing')
  bad(`${V}ruf=mailto:t@d`, 'rua-missing')
  bad(`${V}ruf=https://r.d/?id=1`, 'rua-missing')
  bad(`${V}mailto:t@d`, 'rua-missing')
  bad(`${V}ri=86400`, 'rua-missing', 'unknown-field')

  // uri
  bad(`${V}rua=`, 'rua-empty')
  bad(`${V}rua=;`, 'rua-empty')
  bad(`${V}rua=mailto:`, 'rua-empty')
  bad(`${V}rua=mailto:a@d,mailto:`, 'rua-empty')
  bad(`${V}rua=a@d`, 'rua-no-scheme')
  bad(`${V}rua=r.example/x`, 'rua-no-scheme')
  bad(`${V}rua=r.example:8443/x`, 'rua-no-scheme')
  bad(`${V}rua=a@d,b@d`, 'rua-no-scheme') // missing everywhere: said once
  bad(`${V}rua=mailto:a@d,b@d`, 'rua-second-no-scheme')
  bad(`${V}rua=mailto:a@d, r.example/x`, 'rua-second-no-scheme')
  bad(`${V}rua=http://r.d/`, 'rua-scheme')
  bad(`${V}rua=ftp://r.d/,tel:+1`, 'rua-scheme', 'rua-scheme')
  bad(`${V}rua=mail:a@d`, 'rua-scheme')
  bad(`${V}rua=,`, 'rua-empty-item')
  bad(`${V}rua=,,`, 'rua-empty-item')
  bad(`${V}rua=a@d,`, 'rua-no-scheme', 'rua-empty-item')

  // "," "!" ";" percent-encoded
  bad(`${V}rua=mailto:a@d!10m`, 'rua-size-suffix')
  bad(`${V}rua=mailto:a@d!10m,mailto:b@d`, 'rua-size-suffix')
  bad(`${V}rua=https://r.d/x!5`, 'rua-size-suffix')
  bad(`${V}rua=https://r.d/a!b`, 'rua-unescaped')
  bad(`${V}rua=mailto:a!b@d`, 'rua-unescaped')
  bad(`${V}rua=https://r.d/a;b`, 'rua-unescaped')
  bad(`${V}rua=https://r.d/a,b`, 'rua-unescaped')
  bad(`${V}rua=mailto:a;b@d`, 'rua-unescaped')
  bad(`${V}rua=mailto:a,b@d`, 'rua-unescaped')

  // *(*WSP "," *WSP uri)
  bad(`${V}rua=mailto:a@d;mailto:b@d`, 'rua-separator')
  bad(`${V}rua=mailto:a@d; mailto:b@d; mailto:c@d`, 'rua-separator')
  bad(`${V}rua=mailto:a@d;https://r.d/?id=1`, 'rua-separator')
  bad(`${V}rua=mailto:a@d;b@d`, 'rua-separator')
  bad(`${V}rua=mailto:a@d mailto:b@d`, 'rua-separator')
  bad(`${V}rua=mailto:a@d|mailto:b@d`, 'rua-separator')
  bad(`${V}rua=mailto:a@d b@d`, 'rua-mailto-syntax') // no second address: a blank in the first

  // fields
  bad(`${V}hello; rua=mailto:t@d`, 'bad-field')
  bad(`${V}rua=mailto:t@d; hello`, 'bad-field')
  bad(`${V}rua=mailto:t@d; x=`, 'bad-field')
  bad(`${V}rua=mailto:t@d; x=a=b`, 'bad-field')
  bad(`${V}rua=mailto:t@d; ${'n'.repeat(33)}=1`, 'bad-field')
  bad(`${V}rua = mailto:t@d`, 'bad-field')
  bad(`${V}rua= mailto:t@d`, 'bad-field')
  bad(`${V}rua:mailto:t@d`, 'bad-field')
  bad(`${V}rua`, 'bad-field')
  bad('v=TLSRPTv1;; rua=mailto:t@d', 'empty-field')
  bad(`${V}rua=mailto:t@d;;`, 'empty-field')
  bad(`${V}rua=mailto:t@d `, 'trailing-blank')

  // what panels and word processors leave behind
  bad('v=TLSRPTv1\\; rua=mailto:t@d', 'escaped')
  bad('v=TLSRPTv1%3B rua=mailto:t@d', 'escaped')
  bad('\\"v=TLSRPTv1; rua=mailto:t@d\\"', 'escaped')
  bad('v=TLSRPTv1.0; rua=mailto:t@d', 'version-typo')
  bad('_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:t@d"', 'version-first')
  bad(`${V}rua=mailto:a@d\\;`, 'escaped')
  bad(`${V}rua=mailto:a@d\\,mailto:b@d`, 'escaped')
  bad(`${V}rua=&quot;mailto:a@d&quot;`, 'escaped')
  bad('v=TLSRPTv1;\u00a0rua=mailto:t@d', 'non-ascii')
  bad('v=TLSRPTv1；rua=mailto:t@d', 'non-ascii')
  bad(`${V}rua=mailto:tä@d`, 'non-ascii')
  bad(`${V}rua=mailto:t@d\u200b`, 'non-ascii')
})

test('other records at the same name are not ours', () => {
  for (const text of ['v=spf1 -all', '', 'v=STSv1; id=1', 'v=DMARC1; rua=mailto:t@d'])
    expect(parseTlsRptRecord(text)).toEqual({ text, ours: false, value: null, problems: [] })
})

test('a sender that sees several records keeps those that open exactly so', () => {
  expect(isSelectedTlsRptRecord('v=TLSRPTv1;rua=x')).toBe(true)
  expect(isSelectedTlsRptRecord('v=TLSRPTv1 ;rua=x')).toBe(false)
  expect(isSelectedTlsRptRecord('v=TLSRPTV1;rua=x')).toBe(false)
})

test('what got lost between two strings is the split, and nothing else', () => {
  expect(codes('v=TLSRPTv1rua=mailto:t@d', [10])).toEqual(['split'])
  expect(codes('v=TLSRPTv1rua=mailto:t@d')).toEqual(['version-first'])
  expect(codes(`${V}rua=mailto:a@dmailto:b@d`, [26])).toEqual(['split'])
  expect(codes(`${V}rua=mailto:tls rpt@d`, [26])).toEqual(['split'])
  expect(codes(`${V}rua=mailto:t@d`, [3, 20])).toEqual([])
})

test('a problem stands at its place', () => {
  const at = (text: string) => {
    const [{ span } = { span: { start: 0, end: 0 } }] = parseTlsRptRecord(text).problems
    return text.slice(span.start, span.end)
  }
  expect(at(`${V}rua=mailto:a@d, b@d`)).toBe('b@d')
  expect(at(`${V}rua=mailto:a@d!10m`)).toBe('!10m')
  expect(at(`${V}rua=https://r.d/a;b`)).toBe(';')
  expect(at(`${V}rua=https://r.d/a,b`)).toBe(',')
  expect(at(`${V}rua=mailto:a@d,, mailto:b@d`)).toBe(',')
  expect(at(`${V}rua=mailto:a@d ; mailto:b@d`)).toBe(' ;')
  expect(at(`${V}RUA=mailto:a@d`)).toBe('RUA=mailto:a@d')
  expect(at(`${V}rua=mailto:a@d  mailto:b@d`)).toBe('  ')
})

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
const mailto = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9+_-]{1,12}(\.[A-Za-z0-9]{1,5})?$/), host)
  .map(([local, at]) => ({
    scheme: 'mailto',
    uri: `mailto:${local}@${at}`,
    host: at,
    localPart: local,
  }))
const https = fc
  .tuple(
    host,
    fc.stringMatching(/^(:[1-9][0-9]{0,3})?(\/[a-z0-9=&.:@-]{0,9}){0,3}(\?[a-z=&/?]{0,9})?$/),
  )
  .map(([at, rest]) => ({
    scheme: 'https',
    uri: `https://${at}${rest}`,
    host: at,
    localPart: null,
  }))
const extension = fc.record({
  name: fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/)
    .filter((name) => name.toLowerCase() !== 'rua'),
  value: fc.stringMatching(/^[\x21-\x3a\x3c\x3e-\x7e]{1,20}$/).filter((v) => !/^[/a-z]/i.test(v)),
})

test('what is written is read back', () => {
  const record = fc.record({
    rua: fc.array(fc.oneof(mailto, https), { minLength: 1, maxLength: 4 }),
    extensions: fc.array(extension, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(record, (wanted) => {
      expect(parseTlsRptRecord(formatTlsRptRecord(wanted)).value).toEqual(wanted)
    }),
  )
  expect(formatTlsRptRecord({ rua: [{ uri: 'mailto:t@d' }] })).toBe('v=TLSRPTv1; rua=mailto:t@d')
})

test('no text throws, and no span leaves the text', () => {
  const pieces = fc.constantFrom(
    ...['v=', 'TLSRPTv1', ';', ' ', 'rua=', 'mailto:', 'https://', 'a@d', ',', '!', '\\', '=', 'x'],
    ...['%', '&amp', '\u00a0', '"', '[', ':', '?', '/'],
  )
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 16 }).map((parts) => `${V}rua=${parts.join('')}`),
  )
  fc.assert(
    fc.property(nasty, fc.array(fc.nat(40), { maxLength: 3 }), (text, joins) => {
      const { problems, value, ours } = parseTlsRptRecord(text, joins)
      for (const { span } of problems) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
      }
      // A record that is not used has a reason.
      expect(ours && value === null).toBe(ours && problems.some(isError))
    }),
    { numRuns: 2000 },
  )
})

function isError({ code }: { code: TlsRptProblem }): boolean {
  return !/beside|kept|unknown|many|query|duplicate|blank-before/.test(code)
}

test('long texts are read in no time', () => {
  for (const unit of [
    ',',
    ';',
    'a',
    ' ',
    'mailto:',
    'a@d,',
    ';mailto:a@d',
    '!1',
    '%41',
    '&amp',
    '.a',
  ])
    parseTlsRptRecord(`${V}rua=mailto:${unit.repeat(Math.floor(65536 / unit.length))}`)
})
