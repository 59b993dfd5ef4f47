import { describe, expect, test } from 'vitest'
import { mxFact } from '../facts/build.ts'
import { policyText } from './example.ts'
import { findingsIn } from './report-json.ts'
import { readBack, type Generated } from './read-back.ts'

const NOW = Date.parse('2026-09-14T10:00:00Z')
const GOOD = 'v=STSv1; id=2026091401'

function txt(name: string, value: string, ttl = 3600) {
  return { name, type: 'TXT', value, ttl }
}

function found(generated: Partial<Generated>, around = {}): string[] {
  const all = { domain: 'example.com', records: [], policy: null, ...generated }
  const { report, only } = readBack(all, NOW, around)
  return findingsIn(report, only).map(({ id, words }) => `${words.severity} ${id}`)
}

test.each<[string, Partial<Generated>, string[]]>([
  ['nothing', {}, []],
  ['a good record', { records: [txt('_mta-sts.example.com', GOOD)] }, []],
  [
    'a long TTL',
    { records: [txt('_mta-sts.example.com', GOOD, 604800)] },
    ['warning sts.record.ttl'],
  ],
  ['a good policy', { policy: policyText() }, []],
  [
    'a wildcard of the own domain',
    { policy: policyText({ mx: ['*.example.com'] }) },
    ['warning sts.policy.mx-wildcard-own'],
  ],
  [
    'a broken id',
    { records: [txt('_mta-sts.example.com', 'v=STSv1; id=a-b')] },
    ['error sts.record.id-charset'],
  ],
  [
    'reports, outside',
    { records: [txt('_smtp._tls.example.com', 'v=TLSRPTv1; rua=mailto:a@example.net')] },
    ['notice rpt.record.rua-external'],
  ],
  [
    'a logo',
    { records: [txt('default._bimi.example.com', 'v=BIMI1; l=https://example.com/a.svg')] },
    [],
  ],
  [
    'a picture',
    { records: [txt('x._bimi.example.com', 'v=BIMI1; l=https://example.com/a.png')] },
    ['error bimi.record.l-extension'],
  ],
  [
    'an alias is none of these',
    { records: [{ name: 'mta-sts.example.com', type: 'CNAME', value: 'v=STSv1;', ttl: 1 }] },
    [],
  ],
])('%s', (_what, generated, expected) => {
  expect(found(generated)).toEqual(expected)
})

describe('what is known around it', () => {
  const around = { mx: mxFact('example.com', ['10 mail1.example.com', '20 new.example.com']) }

  test('mail servers that the policy leaves out', () => {
    expect(found({ policy: policyText({ mx: ['mail1.example.com'] }) }, around)).toContain(
      'error sts.match.all-mx',
    )
  })

  test('what was generated takes the place of what is live', () => {
    const old = readBack(
      {
        domain: 'example.com',
        records: [txt('_mta-sts.example.com', 'v=STSV1; id=1')],
        policy: null,
      },
      NOW,
    )
    expect(found({ records: [txt('_mta-sts.example.com', GOOD)] }, old.report.facts)).toEqual([])
  })

  test('a record behind an alias is judged at its own name', () => {
    const { report, only } = readBack(
      { domain: 'example.com', records: [txt('sts.provider.net', GOOD)], policy: null },
      NOW,
    )
    expect(report.facts.mtaStsTxt?.source.name).toBe('_mta-sts.example.com')
    expect(only).toEqual(['mta-sts'])
  })

  test('only the protocols of what was generated judge', () => {
    const records = [
      txt('_mta-sts.example.com', GOOD),
      txt('_dmarc.example.com', 'v=DMARC1; p=quarantine'),
      txt('default._bimi.example.com', 'v=BIMI1; l=https://example.com/a.svg'),
    ]
    const { only } = readBack({ domain: 'example.com', records, policy: null }, NOW)
    expect(only).toEqual(['mta-sts', 'dmarc', 'bimi'])
  })
})
