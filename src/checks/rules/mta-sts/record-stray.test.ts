import { expect, test } from 'vitest'
import {
  dnsSource,
  hostAddresses,
  noHost,
  nothing,
  txtFact,
  txtRecord,
} from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { noStsRecord, stsRecords } from '../../example.ts'
import { recordStray as rule } from './record-stray.ts'

const HOST = 'mta-sts.example.com'
const RANDOM = 'k3v9x2.example.com'
const source = dnsSource(HOST, 'A')
const host: RawFactSet = { policyHost: found(hostAddresses(HOST, ['198.51.100.7']), source) }
const none: RawFactSet = { policyHost: found(noHost(HOST), source) }
const wildcard: RawFactSet = {
  wildcard: found(
    {
      name: RANDOM,
      txt: txtFact(RANDOM, ['v=spf1 -all']),
      addresses: hostAddresses(RANDOM, ['198.51.100.7']),
    },
    source,
  ),
}
const elsewhere: RawFactSet = {
  mtaStsElsewhere: found([{ name: HOST, txt: txtFact(HOST, ['v=STSv1; id=1']) }], source),
}

test.each<[string, string[], RawFactSet, string[]]>([
  ['an SPF record', ['v=spf1 -all'], none, ['notice sts.record.only-stray']],
  ['several, told once', ['v=spf1 -all', 'x'], none, ['notice sts.record.only-stray']],
  ['an empty record', [''], none, ['notice sts.record.only-stray']],
  ['beside a policy host', ['v=spf1 -all'], host, ['error sts.record.only-stray']],
  [
    'beside a host of a wildcard',
    ['v=spf1 -all'],
    { ...host, ...wildcard },
    ['notice sts.record.only-stray'],
  ],
  ['nobody asked for the host', ['v=spf1 -all'], {}, ['notice sts.record.only-stray']],
  [
    'the host could not be learned',
    ['v=spf1 -all'],
    { policyHost: failed('timeout', '', source) },
    ['notice sts.record.only-stray'],
  ],
  ['the record at a wrong name', ['v=spf1 -all'], { ...none, ...elsewhere }, []],
  ['a near miss', ['v=STSV1; id=1'], host, []],
  ['a record', ['v=STSv1; id=1', 'v=spf1 -all'], host, []],
])('%s', (_, texts, facts, expected) =>
  expectFindings(rule, { ...stsRecords(...texts).facts, ...facts }, expected),
)

test('a text that was given by itself: nothing else of MTA-STS is known', () => {
  const mtaStsTxt = found([txtRecord('v=spf1 -all')], { name: '_mta-sts', via: 'typed' })
  expectFindings(rule, { mtaStsTxt }, ['notice sts.record.only-stray'])
})

test('at the end of an alias it is the alias that leads nowhere', () => {
  const name = '_mta-sts.example.com'
  const chain = [{ name, target: 'a.example', ttl: 60 }]
  expectFindings(rule, { mtaStsTxt: txtFact(name, ['v=spf1 -all'], { chain }) }, [])
  expect(outcomeOf(rule, { mtaStsTxt: nothing(name, 'TXT') }).state).toBe('not-applicable')
  expect(outcomeOf(rule, noStsRecord().facts).state).toBe('not-applicable')
})

test('the finding shows the other record', () => {
  expect(findingsFor(rule, stsRecords('v=spf1 -all'))[0]).toMatchObject({
    about: '_mta-sts.example.com',
    args: { text: 'v=spf1 -all' },
    spot: { fact: 'mtaStsTxt', index: 0, start: 0, end: 11 },
  })
})
