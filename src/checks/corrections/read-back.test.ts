import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derive } from '../../facts/derive/derive.ts'
import { valueOf } from '../../facts/fact.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { domainFacts, type DomainSketch } from '../../testing/domain-facts.ts'
import { findingsOf, judge } from '../report.ts'
import { correctionOf } from './correct.ts'
import { surplusTexts } from './record.ts'

/** All three texts replaced by what is offered; the rules must be content with the result. */
function corrected(raw: RawFactSet): Partial<DomainSketch> {
  const facts = derive(raw)
  const text = (name: Parameters<typeof correctionOf>[0]) => correctionOf(name, facts)?.text
  const surplus = surplusTexts(facts)
  const kept = (valueOf(facts.mtaStsTxt) ?? [])
    .map((txt) => txt.text)
    .filter((t) => !surplus.includes(t))
  const [record, file, reports] = [
    text('mta-sts-record'),
    text('mta-sts-policy'),
    text('tls-rpt-record'),
  ]
  return {
    sts: record === undefined ? kept : [record],
    ...(file !== undefined && { policy: file, redirect: null }),
    ...(reports !== undefined && { rpt: [reports] }),
  }
}

function troubles(sketch: Partial<DomainSketch>): string[] {
  const report = judge({ kind: 'domain', name: 'example.com' }, domainFacts(sketch))
  return findingsOf(report)
    .filter(({ words }) => words.severity !== 'notice')
    .map(({ id }) => id)
}

describe('what is offered has no error and no warning', () => {
  const nasty = (parts: string[], glue: string) =>
    fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((chosen) => chosen.join(glue))
  const records = nasty(
    [
      'v=STSv1',
      'v=STSV1',
      'V = STSv1',
      ';',
      '; ',
      ' ',
      'id=1',
      'id=a-b',
      'ID=2',
      'x=y',
      'x=',
      'mode=none',
      '\\',
      '"',
      'é',
      'id=2026091401',
    ],
    '',
  )
  const files = nasty(
    [
      'version: STSv1',
      'Version: 1',
      'mode: enforce',
      'mode: Testing',
      'mode: none',
      'mx: mail1.example.com',
      'mx: *.example.com',
      'mx: *.com',
      'mx: 192.0.2.1',
      'mx: mail9.example.net',
      'mx:',
      'max_age: 0',
      'max_age: 31557600',
      'max_age: 99999999',
      'note: a:b',
      'note: é',
      'x: y',
      '# no',
      '',
      '\ufeff',
      'Mode: x',
      'max-age: 5',
    ],
    '\n',
  )
  const reports = nasty(
    [
      'v=TLSRPTv1',
      'v=tlsrptv1',
      '; ',
      ';',
      ' ',
      ',',
      'rua=',
      'RUA=',
      'mailto:a@b.example',
      'a@b.example',
      'https://r.example/a;b',
      'http://r.example',
      'x=y',
      '!10m',
      '\\',
      'é',
      '?subject=x',
      'tel:1',
      'mailto:',
      '<',
      '%3B',
      '&amp;',
    ],
    '',
  )

  test('whatever stood there before', () => {
    fc.assert(
      fc.property(records, records, files, reports, (first, second, file, report) => {
        const before = { sts: [first, second], policy: file, rpt: [report] }
        const after = { ...before, ...corrected(domainFacts(before)) }
        expect({ before, after, rest: troubles(after) }).toEqual({ before, after, rest: [] })
      }),
      { numRuns: 300 },
    )
  })
})

test('the ordinary domain is in order', () => {
  expect(troubles({})).toEqual([])
})

test('long texts of any kind do not hang', { timeout: 30_000 }, () => {
  for (const unit of [
    ';',
    ' ',
    '; ',
    'a=',
    '"',
    ',',
    'rua=',
    'mailto:a@',
    '\\',
    'mx: ',
    '\n',
    'é;',
    '&',
  ]) {
    const long = unit.repeat(Math.floor(64000 / unit.length))
    const sketch = {
      sts: [`v=STSv1${long}`],
      rpt: [`v=TLSRPTv1; rua=${long}`],
      policy: `mode: none\n${long}`,
    }
    expect(corrected(domainFacts(sketch)).sts).toHaveLength(1)
  }
})
