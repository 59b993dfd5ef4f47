import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCoveredByPrefixes, isPrefixList, selectorOfLocalPart } from './local-part.ts'
import type { BimiRecordProblem } from './problem.ts'
import { formatBimiRecord, parseBimiRecord, type BimiRecord } from './record.ts'
import { isSelector } from './selector.ts'
import { bimiUriFlaw, bimiUriHost, extensionOf } from './uri.ts'
import { isSelectedBimiRecord } from './version.ts'

const codes = (text: string, joins: number[] = []) =>
  parseBimiRecord(text, joins).problems.map(({ code }) => code)
const LOGO = 'https://example.com/logo.svg'
const MARK = 'https://example.com/mark.pem'

describe('records that receivers use', () => {
  const good = (text: string, wanted: Partial<BimiRecord>, ...problems: BimiRecordProblem[]) =>
    test(text, () => {
      expect(parseBimiRecord(text).value).toMatchObject(wanted)
      expect(codes(text)).toEqual(problems)
    })

  good(`v=BIMI1; l=${LOGO}`, {
    location: LOGO,
    evidence: '',
    preference: 'brand',
    localPartPrefixes: null,
  })
  good(`v=BIMI1; l=${LOGO}; a=${MARK}`, { location: LOGO, evidence: MARK })
  good(`v = BIMI1 ; l = ${LOGO} ; a = ${MARK}`, { location: LOGO, evidence: MARK })
  good(`v=BIMI1;a=${MARK};l=${LOGO}`, { location: LOGO, evidence: MARK }) // free order after v
  good(`v=BIMI1; l=${LOGO};`, { location: LOGO }, 'semicolon-end')
  good('v=BIMI1; l=HTTPS://example.com/logo.svgz?x=1', {}) // schemes have no case
  good('v=BIMI1; l=; a=;', { location: '', evidence: '' }, 'semicolon-end') // declination
  good('v=BIMI1; l=', { location: '' })
  good(`v=BIMI1; l=${LOGO}; avp=personal`, { preference: 'personal' })
  good(`v=BIMI1; l=${LOGO}; avp=brand`, { preference: 'brand' }, 'avp-default')
  good(`v=BIMI1; l=${LOGO}; avp=logo`, { preference: 'brand' }, 'avp-value')
  good(`v=BIMI1; l=${LOGO}; lps=`, { localPartPrefixes: [] })
  good(`v=BIMI1; l=${LOGO}; lps=Brand-, news`, { localPartPrefixes: ['brand-', 'news'] })
  good(`v=BIMI1; l=${LOGO}; lps=info@`, { localPartPrefixes: null }, 'lps-syntax')
  good(`v=BIMI1; l=${LOGO}; lps=a.b`, { localPartPrefixes: null }, 'lps-syntax')
  good(`v=BIMI1; f=svg; z=64x64; l=${LOGO}`, {}, 'old-tags', 'old-tags')
  good(`v=BIMI1; l=${LOGO}; rua=mailto:a@b`, {}, 'other-protocol')
  good(`v=BIMI1; l=${LOGO}; foo=bar`, {}, 'unknown-tag')
  good('v=BIMI1; l=https://example.com/logo', {}, 'l-extension')
  good(`v=BIMI1; l=${LOGO}; a=https://example.com/mark.crt`, {}, 'a-extension')
  good('v=BIMI1; l=https://example.com/a%3Bb.svg', {})
  good(`v=BIMI1; l=${LOGO}; A=${MARK}`, { location: LOGO, evidence: '' }, 'tag-case-beside')
  good(`v=BIMI1; l=${LOGO}; L=${LOGO}`, { location: LOGO }, 'tag-case-beside')
  // [FWS] URI [FWS]: a folded line is as good as a blank.
  good(`v=BIMI1; l=\r\n ${LOGO}\r\n\t; a= \r\n ${MARK}\r\n `, { location: LOGO, evidence: MARK })
})

describe('records that receivers do not use', () => {
  const bad = (text: string, ...problems: BimiRecordProblem[]) =>
    test(text, () => {
      expect(parseBimiRecord(text)).toMatchObject({ ours: true, value: null })
      expect(codes(text)).toEqual(problems)
    })

  bad(`v=bimi1; l=${LOGO}`, 'version-case')
  bad(`v=Bimi1; l=${LOGO}`, 'version-case')
  bad(`V=BIMI1; l=${LOGO}`, 'version-case')
  bad(`v=BIMl1; l=${LOGO};`, 'version-lookalike', 'semicolon-end') // as the talk's text prints it
  bad(`v=BlMI1; l=${LOGO}`, 'version-lookalike')
  bad(`v=BIMII; l=${LOGO}`, 'version-lookalike')
  bad(`v=BIM11; l=${LOGO}`, 'version-lookalike')
  bad(`v=B\u0406MI1; l=${LOGO}`, 'version-lookalike')
  bad(`l=${LOGO}; v=BIMI1`, 'version-first')
  bad(` v=BIMI1; l=${LOGO}`, 'version-first')
  bad(`"v=BIMI1; l=${LOGO}"`, 'version-first')
  bad(`v=BIMI2; l=${LOGO}`, 'version-other')
  bad(`v=BIMI; l=${LOGO}`, 'version-other')
  bad(`v=BIMI1, l=${LOGO}`, 'syntax')
  bad(`v=BIMI1 l=${LOGO}`, 'syntax')
  bad('v=BIMI1; l:https://example.com/logo.svg', 'syntax')
  bad(`v=BIMI1; l=${LOGO}; hello`, 'bad-field')
  bad(`v=BIMI1;; l=${LOGO}`, 'trailing-junk')
  bad(`v=BIMI1\\; l=${LOGO}`, 'escaped')
  bad(`v=BIMI1; l=${LOGO}\\; a=${MARK}`, 'escaped')
  bad(`v=BIMI1；l=${LOGO}`, 'non-ascii')
  bad(`v=BIMI1; l=“${LOGO}”`, 'non-ascii')
  bad(`v=BIMI1; l=${LOGO}; l=${LOGO}`, 'duplicate-tag')
  bad(`v=BIMI1; L=${LOGO}`, 'tag-case')
  bad(`v=BIMI1; A=${MARK}`, 'l-missing', 'tag-case-beside')
  bad(`v=BIMI1; l=${LOGO};;`, 'trailing-junk')
  bad(`v=BIMI1; l=${LOGO}; avp=\r\n brand`, 'avp-value', 'non-ascii')
  bad('v=BIMI1; l=data:image/svg+xml;base64,PHN2Zz4=', 'l-scheme')
  bad(
    `v=BIMI1; l=data:image/svg+xml;charset=utf-8;base64,PHN2Zz4=; a=${MARK};`,
    'l-scheme',
    'semicolon-end',
  )
  bad(`default._bimi IN TXT "v=BIMI1; l=${LOGO}"`, 'version-first')
  bad(`v=BIMI1; a=${MARK}`, 'l-missing')
  bad('v=BIMI1', 'l-missing')
  bad('v=BIMI1;', 'l-missing')
  bad(`v=BIMI1; l=; a=${MARK}`) // no problem of the text: the rule about the record as a whole says it
  bad('v=BIMI1; l=http://example.com/logo.svg', 'l-scheme')
  bad('v=BIMI1; l=example.com/logo.svg', 'l-scheme')
  bad(`v=BIMI1; l=${LOGO}; a=http://example.com/mark.pem`, 'a-scheme')
  bad('v=BIMI1; l=https://192.0.2.1/l.svg', 'uri-syntax')
  bad('v=BIMI1; l=https://localhost/l.svg', 'uri-syntax')
  bad('v=BIMI1; l=https://example.com/my logo.svg', 'uri-syntax')
  bad('v=BIMI1; l=https://example.com/a,b.svg', 'uri-syntax')
  bad('v=BIMI1; l=https://a.example/1.svg,https://b.example/2.svg', 'uri-multiple')
  bad('v=BIMI1; l=https://example.com/logo.PNG', 'l-other-format')
  bad(`v=BIMI1; l=${MARK}; a=${LOGO}`, 'l-is-pem', 'a-is-svg')
})

test('other records are not ours', () => {
  for (const text of ['', 'v=spf1 -all', 'v=STSv1; id=1', 'bimi', 'v=BIMINIISLANDS'])
    expect(parseBimiRecord(text).ours).toBe(false)
})

test('a string that ended after the version took the semicolon with it', () => {
  expect(codes(`v=BIMI1l=${LOGO}`, [7])).toEqual(['split'])
  expect(codes(`v=BIMI1l=${LOGO}`)).toEqual(['syntax'])
  expect(codes(`v=BIMI1; l=${LOGO}`, [8])).toEqual([])
})

test('receivers keep the records that begin with the version', () => {
  expect(['v=BIMI1; l=', 'v = BIMI1;', 'v=BIMI1'].every(isSelectedBimiRecord)).toBe(true)
  expect(['v=bimi1; l=', 'v=BIMI10;', ' v=BIMI1;'].some(isSelectedBimiRecord)).toBe(false)
})

test('a local part becomes a label', () => {
  const labels = [
    'Brand.Shop',
    'news_weekly+x',
    '.a..b__c-',
    'katie',
    '+x',
    'ä',
    'a'.repeat(64),
  ].map(selectorOfLocalPart)
  expect(labels).toEqual(['brand-shop', 'news-weekly', 'a-b-c', 'katie', null, null, null])
  expect(isCoveredByPrefixes('brand-shop', ['brand-'])).toBe(true)
  expect(isCoveredByPrefixes('shop', ['brand-'])).toBe(false)
  expect(isCoveredByPrefixes('shop', [])).toBe(true)
  expect(isPrefixList('a,,b')).toBe(false)
})

test('selectors are labels with dots between', () => {
  expect(
    ['default', 'brand.2026', 'a-b'].every((selector) => isSelector(selector, 'example.com')),
  ).toBe(true)
  expect(
    ['my_logo', '', 'a..b', '-a', 'a'.repeat(64)].some((selector) =>
      isSelector(selector, 'example.com'),
    ),
  ).toBe(false)
  expect(isSelector(`${'a'.repeat(60)}.`.repeat(4).slice(0, -1), 'example.com')).toBe(false)
})

test('addresses', () => {
  expect(bimiUriFlaw('https://example.com:8443/a.svg')).toBeNull()
  expect(bimiUriFlaw('https://user@example.com/a.svg')).toBe('syntax')
  expect(bimiUriHost('https://CDN.Example.com:8443/a.svg')).toBe('cdn.example.com')
  expect(extensionOf('https://example.com/a.b/logo.SVG?v=2.png#x')).toBe('svg')
  expect(extensionOf('https://example.com')).toBe('')
})

const label = fc.stringMatching(/^[a-z0-9]{1,10}$/)
const record: fc.Arbitrary<BimiRecord> = fc.record({
  location: label.map((name) => `https://${name}.example/${name}.svg`),
  evidence: fc.oneof(
    fc.constant(''),
    label.map((name) => `https://${name}.example/${name}.pem`),
  ),
  preference: fc.constantFrom('brand', 'personal'),
  localPartPrefixes: fc.option(fc.array(label, { maxLength: 3 })),
})

test('what is written is read back without a problem', () => {
  fc.assert(
    fc.property(record, (wanted) => {
      expect(parseBimiRecord(formatBimiRecord(wanted))).toMatchObject({
        value: wanted,
        problems: [],
      })
    }),
  )
})

test('no text throws, and no span leaves the text', () => {
  const pieces = fc.constantFrom(
    'v=BIMI1',
    ';',
    ' ',
    'l=',
    'https://',
    'a.b',
    '/x.svg',
    ',',
    '\\',
    'ü',
    'lps=',
    'a=',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((rest) => `v=BIMI1;${rest}`),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (given) => {
      for (const { span } of parseBimiRecord(given).problems) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(given.length)
      }
    }),
  )
})
