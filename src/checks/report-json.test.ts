import { expect, test } from 'vitest'
import { mxFact, policyFileFact, txtRecord } from '../facts/build.ts'
import { failed, found } from '../facts/fact.ts'
import { judge } from './report.ts'
import { reportJson } from './report-json.ts'

const domain = { kind: 'domain', name: 'example.com' } as const
const record = found([txtRecord('v=STSV1; id=20160831085700Z')], {
  name: '_mta-sts.example.com',
  via: 'typed',
})

test('a report as programs read it', () => {
  const facts = { mtaStsTxt: record }
  const json = reportJson(judge({ kind: 'record', name: 'mta-sts' }, facts), ['mta-sts'])
  expect(json).toEqual({
    schema: 'signet-report/1',
    subject: { kind: 'record', name: 'mta-sts' },
    verdicts: { 'mta-sts': 'error' },
    findings: [
      {
        id: 'sts.record.version-case',
        severity: 'error',
        about: '_mta-sts.example.com',
        title: expect.stringContaining('v=STSV1'),
        advice: expect.stringMatching(/\.$/),
        at: { line: 1, column: 1, length: 7 },
        spec: [{ document: 'RFC 8461', section: '3.1' }],
      },
    ],
    unknown: [],
    facts,
  })
})

test('it survives the way through text', () => {
  const json = reportJson(judge(domain, { mtaStsTxt: record }))
  expect(JSON.parse(JSON.stringify(json))).toEqual(json)
})

test('a domain has a verdict for each of its protocols', () => {
  const six = ['mta-sts', 'tls-rpt', 'bimi', 'mx', 'dmarc', 'dane']
  expect(Object.keys(reportJson(judge(domain, {})).verdicts)).toEqual(six)
})

test('lines and columns count from 1, columns in UTF-16 code units', () => {
  const body =
    'version: STSv1\r\nmode: enforce\r\nx: 😀\r\nmx: a_b.example.com\r\nmax_age: 604800\r\n'
  const facts = { mtaStsPolicyFile: policyFileFact('example.com', body) }
  const { findings } = reportJson(judge({ kind: 'policy', name: 'f' }, facts), ['mta-sts'])
  const places = findings.map(({ id, at }) => [id, at])
  expect(places).toContainEqual(['sts.policy.non-ascii', { line: 3, column: 4, length: 2 }])
})

test('a finding about no place has none', () => {
  const { findings } = reportJson(
    judge(domain, { mx: mxFact('example.com', ['10 mail.example.com']) }),
  )
  const single = findings.find(({ id }) => id === 'mx.single')
  expect(single).toMatchObject({ severity: 'notice', about: 'example.com' })
  expect(single).not.toHaveProperty('at')
})

test('what could not be learned is named with its reason', () => {
  const source = { name: 'https://mta-sts.example.com/', via: 'proxy' } as const
  const facts = { mtaStsTxt: record, mtaStsPolicyFile: failed('timeout', 'too slow', source) }
  expect(reportJson(judge(domain, facts)).unknown).toEqual([
    { fact: 'mtaStsPolicyFile', reason: 'timeout', detail: 'too slow' },
  ])
})

test('a text is judged by its own protocol only', () => {
  const facts = {
    mx: mxFact('example.com', ['10 10.0.0.1']),
    mtaStsTxt: found([txtRecord('v=STSv1; id=20160831085700Z')], {
      name: '_mta-sts',
      via: 'typed',
    }),
  }
  const report = judge({ kind: 'record', name: 'mta-sts' }, facts)
  expect(reportJson(report, ['mta-sts'])).toMatchObject({
    verdicts: { 'mta-sts': 'pass' },
    findings: [],
  })
  expect(reportJson(report).findings.map(({ id }) => id)).toContain('mx.ip')
})
