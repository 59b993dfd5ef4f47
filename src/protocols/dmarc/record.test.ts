import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDmarcRecord,
  parseDmarcRecord,
  type DmarcProblem,
  type DmarcRecord,
} from './record.ts'
import { isReportUri, reportDomain } from './report-uri.ts'

const codes = (text: string) => parseDmarcRecord(text).problems.map(({ code }) => code)

describe('records that receivers use', () => {
  const good = (text: string, wanted: Partial<DmarcRecord>, ...problems: DmarcProblem[]) =>
    test(text, () => {
      expect(parseDmarcRecord(text).value).toMatchObject(wanted)
      expect(codes(text)).toEqual(problems)
    })

  good('v=DMARC1; p=reject', {
    p: 'reject',
    sp: null,
    np: null,
    testing: false,
    psd: 'u',
    pct: null,
    rua: [],
  })
  good('v=DMARC1;p=none;', { p: 'none' })
  good('v = DMARC1 ; p = quarantine ; ', { p: 'quarantine' })
  good('V=DMARC1; p=none', { p: 'none' })
  good('v=DMARC1; p=Reject', { p: 'reject' }) // values are case-insensitive
  good('v=DMARC1; p=none; rua=mailto:a@b.example,mailto:c@d.example!10m', {
    rua: ['mailto:a@b.example', 'mailto:c@d.example!10m'],
  })
  good('v=DMARC1; p=reject; sp=none; np=quarantine; psd=n', {
    sp: 'none',
    np: 'quarantine',
    psd: 'n',
  })
  good('v=DMARC1; p=reject; adkim=s; aspf=r; fo=1:d:s; ruf=mailto:f@b.example', { p: 'reject' })
  good('v=DMARC1; p=reject; t=y', { testing: true }, 't-y')
  good('v=DMARC1; p=reject; psd=y', { psd: 'y' }, 'psd')
  good('v=DMARC1; p=reject; pct=100', { pct: 100 }, 'old-tags')
  good('v=DMARC1; p=reject; pct=50; ri=86400; rf=afrf', { pct: 50 }, 'pct', 'old-tags', 'old-tags')
  good('v=DMARC1; rua=mailto:a@b.example; p=none', { p: 'none' }, 'p-position')
  good('v=DMARC1; p=none; p=reject', { p: 'none' }, 'dup-tag')
  good('v=DMARC1; p=none; foo=1', { p: 'none' }, 'unknown-tag')
  good('v=DMARC1; p=none; P=reject', { p: 'none' }, 'unknown-tag') // tag names are case-sensitive
  good('v=DMARC1; p=none; rua=a@b.example', { rua: [] }, 'rua-syntax')
  good('v=DMARC1; p=none; ruf=https://x.example/', { rua: [] }, 'rua-syntax')
  good('v=DMARC1; p=none; hello', { p: 'none' }, 'bad-field')
  good('v=DMARC1;; p=none', { p: 'none' }, 'bad-field')
  // a missing or unknown policy counts as none, as long as there is a target for reports
  good('v=DMARC1; rua=mailto:a@b.example', { p: null }, 'p-missing')
  good('v=DMARC1; p=block; rua=mailto:a@b.example', { p: null }, 'p-missing')
  good(
    'v=DMARC1; p=reject; sp=monitor; rua=mailto:a@b.example',
    { p: 'reject', sp: null },
    'sp-np-invalid',
  )
})

describe('records that receivers do not use', () => {
  const bad = (text: string, ...problems: DmarcProblem[]) =>
    test(text, () => {
      expect(parseDmarcRecord(text)).toMatchObject({ ours: true, value: null })
      expect(codes(text)).toEqual(problems)
    })

  bad('v=DMARC1.0; p=none', 'version')
  bad('v=dmarc1; p=none', 'version')
  bad('v=DMARC2; p=none', 'version')
  bad('p=none; v=DMARC1', 'version')
  bad('"v=DMARC1; p=none"', 'version')
  bad(' v=DMARC1; p=none', 'version')
  bad('v=DMARC1 p=none', 'version')
  bad('v=DMARC1', 'p-missing')
  bad('v=DMARC1;', 'p-missing')
  bad('v=DMARC1; p=block', 'p-missing')
  bad('v=DMARC1; p=', 'p-missing')
  bad('v=DMARC1; p=reject; sp=monitor', 'sp-np-invalid')
})

test('other records are not ours', () => {
  for (const text of ['', 'v=spf1 -all', 'v=STSv1; id=1', 'dmarc'])
    expect(parseDmarcRecord(text)).toEqual({ text, ours: false, value: null, problems: [] })
})

test('a target of reports is a mail address with a domain', () => {
  expect(reportDomain('mailto:d@Example.COM')).toBe('example.com')
  expect(reportDomain('MAILTO:d%21x@example.com?subject=x')).toBe('example.com')
  for (const uri of [
    'mailto:d',
    'mailto://d@example.com',
    'mailto:@example.com',
    'd@example.com',
    'mailto:a b@example.com',
    'https://example.com',
  ])
    expect(isReportUri(uri)).toBe(false)
})

const policy = fc.constantFrom('none', 'quarantine', 'reject')
const record = fc.record({
  p: policy,
  sp: fc.option(policy),
  np: fc.option(policy),
  testing: fc.boolean(),
  psd: fc.constantFrom('y', 'n', 'u'),
  pct: fc.option(fc.integer({ min: 0, max: 100 })),
  rua: fc.array(fc.stringMatching(/^mailto:[a-z]{1,8}@[a-z]{1,8}\.example$/), { maxLength: 3 }),
}) as fc.Arbitrary<DmarcRecord>

test('what is written is read back', () => {
  fc.assert(
    fc.property(record, (wanted) => {
      expect(parseDmarcRecord(formatDmarcRecord(wanted)).value).toEqual(wanted)
    }),
  )
})

test('no text throws, and no span leaves the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((rest) => `v=DMARC1;${rest}`),
    fc
      .array(fc.constantFrom('v=DMARC1', ';', ' ', 'p=', 'none', ',', 'rua=mailto:a@b.c', '!'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (given) => {
      for (const { span } of parseDmarcRecord(given).problems) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(given.length)
      }
    }),
  )
})
