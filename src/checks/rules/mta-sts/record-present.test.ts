import { describe, expect, test } from 'vitest'
import { dnsSource, hostAddresses, mxFact, noHost, nothing } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { HostAddresses } from '../../../facts/fact-set.ts'
import { expectFindings, outcomeOf } from '../../../testing/expect-findings.ts'
import {
  all,
  noPolicyFile,
  noStsRecord,
  policyFile,
  policyText,
  seen,
  stsRecords,
} from '../../example.ts'
import type { Example } from '../../rule.ts'
import { recordPresent as rule } from './record-present.ts'

const HOST = 'mta-sts.example.com'
const RANDOM = 'k3v9x2.example.com'
const source = { name: HOST, via: 'dns' } as const
const timeout = failed('timeout', 'no answer in 5 s', source)
const at = (name: string, target: string) => ({ chain: [{ name, target, ttl: 300 }] })

const host = (addresses: HostAddresses): Example =>
  seen('a host', { policyHost: found(addresses, source) })
const someHost = host(hostAddresses(HOST, ['198.51.100.7']))
const none = host(noHost(HOST))
const wildcard = (addresses: HostAddresses): Example =>
  seen('a probe', {
    wildcard: found({ name: RANDOM, txt: nothing(RANDOM, 'TXT'), addresses }, source),
  })
const elsewhere = (name: string, ...texts: string[]): Example => ({
  show: name,
  facts: {
    mtaStsElsewhere: found(
      [{ name, txt: stsRecords(...texts).facts.mtaStsTxt ?? nothing(name, 'TXT') }],
      dnsSource(name, 'TXT'),
    ),
  },
})
const before = seen('a record at the last check', {
  previous: found(
    { time: '2026-08-01T00:00:00Z', stsId: '1', policyText: null, mode: null, maxAge: null },
    { name: 'the last check', via: 'derived' },
  ),
})
const noDomain = seen('no domain', { mx: nothing('example.com', 'MX') })
const nullMx = seen('no mail', { mx: mxFact('example.com', ['0 .']) })

describe('no TXT record', () => {
  test.each([
    ['nothing of MTA-STS', [none], ['notice sts.record.present']],
    ['nothing at all: `dns.nxdomain-domain`', [none, noDomain], []],
    ['a policy host', [someHost], ['error sts.record.present']],
    ['an IPv6 host', [host(hostAddresses(HOST, ['2001:db8::1']))], ['error sts.record.present']],
    ['a host without the file', [someHost, noPolicyFile()], ['error sts.record.present']],
    [
      'a host with a web page',
      [someHost, policyFile('<!doctype html>')],
      ['error sts.record.present'],
    ],
    ['a host with the file: `sts.host.orphan`', [someHost, policyFile(policyText())], []],
    [
      'a host that a wildcard makes',
      [someHost, wildcard(hostAddresses(RANDOM, ['198.51.100.7']))],
      ['notice sts.record.present'],
    ],
    [
      'a host beside a wildcard with another address',
      [someHost, wildcard(hostAddresses(RANDOM, ['198.51.100.8']))],
      ['error sts.record.present'],
    ],
    ['the record at a wrong name', [someHost, elsewhere(HOST, 'v=STSv1; id=1')], []],
    [
      'another record at a wrong name',
      [none, elsewhere(HOST, 'v=spf1 -all')],
      ['notice sts.record.present'],
    ],
    ['a domain without mail', [none, nullMx], []],
    [
      'a domain without mail and with a policy host',
      [someHost, nullMx],
      ['error sts.record.present'],
    ],
    ['a record that went since the last check', [someHost, before], []],
  ])('%s', (_, parts, expected) => expectFindings(rule, all(noStsRecord(), ...parts), expected))

  test('an alias that leads nowhere has its own finding', () => {
    const mtaStsTxt = nothing(
      '_mta-sts.example.com',
      'TXT',
      'nxdomain',
      at('_mta-sts.example.com', 'gone.example'),
    )
    expectFindings(rule, { mtaStsTxt, ...none.facts }, [])
  })

  test('an alias that a wildcard gives to every name is not one', () => {
    const mtaStsTxt = nothing(
      '_mta-sts.example.com',
      'TXT',
      'nodata',
      at('_mta-sts.example.com', 'web.example'),
    )
    const txt = nothing(RANDOM, 'TXT', 'nodata', at(RANDOM, 'web.example'))
    const policyHost = found(hostAddresses(HOST, ['198.51.100.7'], at(HOST, 'web.example')), source)
    const probe = { wildcard: found({ name: RANDOM, txt }, source) }
    expectFindings(rule, { mtaStsTxt, policyHost, ...probe }, ['notice sts.record.present'])
  })
})

test('other TXT records have their own finding', () => {
  expectFindings(rule, all(stsRecords('v=spf1 -all'), someHost), [])
})

test('while the policy host is not known, neither is how bad it is', () => {
  const policyHost = found({ name: HOST, a: timeout, aaaa: timeout }, source)
  expect(outcomeOf(rule, { ...noStsRecord().facts, policyHost: timeout }).state).toBe('unknown')
  expect(outcomeOf(rule, { ...noStsRecord().facts, policyHost }).state).toBe('unknown')
  expect(outcomeOf(rule, noStsRecord().facts).state).toBe('not-applicable')
})
