import { expect, test } from 'vitest'
import { txtFact, type DnsDetails } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { expectFindings, outcomeOf } from '../../../testing/expect-findings.ts'
import { noStsRecord } from '../../example.ts'
import { recordDns as rule } from './record-dns.ts'

const NAME = '_mta-sts.example.com'

test.each<[string, string, DnsDetails, string[]]>([
  ['signed, an hour', 'v=STSv1; id=1', { authenticated: true }, []],
  ['not signed', 'v=STSv1; id=1', {}, ['notice sts.record.dnssec']],
  ['a day', 'v=STSv1; id=1', { authenticated: true, ttl: 86400 }, []],
  [
    'more than a day',
    'v=STSv1; id=1',
    { authenticated: true, ttl: 86401 },
    ['warning sts.record.ttl'],
  ],
  [
    'a week, not signed',
    'v=STSv1; id=1',
    { ttl: 604800 },
    ['notice sts.record.dnssec', 'warning sts.record.ttl'],
  ],
  ['a near miss', 'v=STSV1; id=1', {}, ['notice sts.record.dnssec']],
  ['another record', 'v=spf1 -all', { ttl: 604800 }, []],
])('%s', (_, text, details, expected) =>
  expectFindings(rule, { mtaStsTxt: txtFact(NAME, [text], details) }, expected),
)

test('a record that was typed has no TTL and no signature', () => {
  const text = 'v=STSv1; id=1'
  const typed = found([{ text, strings: [text], encoding: 'utf-8' as const }], {
    name: 'typed',
    via: 'typed',
  })
  expectFindings(rule, { mtaStsTxt: typed }, [])
})

test('no record, no finding', () => {
  expectFindings(rule, noStsRecord(), [])
  expect(outcomeOf(rule, {}).state).toBe('not-applicable')
})
