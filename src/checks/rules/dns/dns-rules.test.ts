import { describe, expect, test } from 'vitest'
import {
  dnsSource,
  hostAddresses,
  mxFact,
  nothing,
  txtFact,
  type DnsDetails,
} from '../../../facts/build.ts'
import { failed, faulty, found, type FailedReason } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { mx, stsRecords } from '../../example.ts'
import { dnsAnswers } from './answers.ts'
import { dnsBroken } from './broken.ts'
import { dnsCaa } from './caa.ts'
import { dnsExistence } from './existence.ts'
import { dnsInformation } from './information.ts'
import { dnssecMxHosts, dnssecSigned } from './signed.ts'
import { dnsWildcard } from './wildcard.ts'

const domain = 'example.com'
const name = `_mta-sts.${domain}`

const failure = (reason: FailedReason, at = domain, details: DnsDetails = {}) =>
  failed(reason, 'SERVFAIL', dnsSource(at, 'MX', { rcode: 'SERVFAIL', ...details }))

describe('lookups that fail', () => {
  test.each<[string, RawFactSet, string[]]>([
    ['all is well', mx('10 a.example.com').facts, []],
    ['nobody answers', { mx: failure('servfail') }, ['error dns.servfail']],
    ['signatures do not verify', { mx: failure('bogus') }, ['error dnssec.bogus']],
    [
      'everything is broken, and it is said once',
      { mx: failure('bogus'), mtaStsTxt: failure('bogus', name), tlsRptTxt: failure('bogus', 'x') },
      ['error dnssec.bogus'],
    ],
    ['a timeout says nothing about the domain', { mx: failure('timeout') }, []],
    ['nor does a resolver that is down', { mx: failure('resolver') }, []],
    ['nor being offline', { mx: failure('offline') }, []],
    [
      'a mail server’s zone is broken',
      {
        mxHosts: found(
          [
            {
              name: 'a.example',
              a: failure('bogus', 'a.example'),
              aaaa: failure('bogus', 'a.example'),
            },
          ],
          dnsSource(domain, 'MX'),
        ),
      },
      ['error dnssec.bogus'],
    ],
  ])('%s', (_, facts, expected) => expectFindings(dnsBroken, facts, expected))

  test('the reason is that of the Extended DNS Error, and every name is there', () => {
    const extendedErrors = [{ code: 7, text: 'signature expired' }]
    const facts = {
      mx: failure('bogus', domain, { extendedErrors }),
      mtaStsTxt: failure('bogus', name),
    }
    expect(findingsFor(dnsBroken, facts)[0]?.args).toEqual({
      names: [domain, name],
      trouble: 'a signature has expired',
    })
  })
})

describe('existence', () => {
  const chain = [{ name: domain, target: 'gone.example', ttl: 300 }]
  test.each<[string, RawFactSet, string[]]>([
    ['a name that does not exist', { mx: nothing(domain, 'MX') }, ['error dns.nxdomain-domain']],
    ['a name without MX', { mx: nothing(domain, 'MX', 'nodata') }, []],
    ['an alias whose target is gone', { mx: nothing(domain, 'MX', 'nxdomain', { chain }) }, []],
  ])('%s', (_, facts, expected) => expectFindings(dnsExistence, facts, expected))

  test('a lookup that failed proves nothing', () => {
    expect(outcomeOf(dnsExistence, { mx: failure('timeout') }).state).toBe('unknown')
  })
})

describe('answers', () => {
  const txt = (details: DnsDetails): RawFactSet => ({
    mtaStsTxt: txtFact(name, ['v=STSv1; id=1'], details),
  })
  const ede = (code: number): RawFactSet => txt({ extendedErrors: [{ code, text: '' }] })
  const host = (address: string): RawFactSet => ({
    policyHost: found(
      hostAddresses('mta-sts.example.com', [address]),
      dnsSource('mta-sts.example.com', 'A'),
    ),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['ordinary', txt({}), []],
    [
      'a loop',
      { mtaStsTxt: faulty('alias-loop', 'loop', dnsSource(name, 'TXT')) },
      ['error dns.cname.loop'],
    ],
    [
      'two resolvers disagree',
      txt({ otherResolver: { resolver: 'b', saw: 'nothing' } }),
      ['warning dns.lame'],
    ],
    ...[15, 16, 17, 18].map((code): [string, RawFactSet, string[]] => [
      `filtered, ${code}`,
      ede(code),
      ['warning dns.doh.filtering'],
    ]),
    ...[3, 19].map((code): [string, RawFactSet, string[]] => [
      `stale, ${code}`,
      ede(code),
      ['warning dns.doh.stale'],
    ]),
    ['another Extended DNS Error', ede(22), []],
    ['the address that filters give', host('0.0.0.0'), ['warning dns.doh.filtering']],
    ['its IPv6 form', host('::'), ['warning dns.doh.filtering']],
  ])('%s', (_, facts, expected) => expectFindings(dnsAnswers, facts, expected))

  test('a host is named once, not once for A and once for AAAA', () => {
    const details = { extendedErrors: [{ code: 15, text: '' }] }
    const addresses = hostAddresses('h.example', ['192.0.2.1', '2001:db8::1'], details)
    expectFindings(
      dnsAnswers,
      { policyHost: found(addresses, dnsSource('h.example', 'A', details)) },
      ['warning dns.doh.filtering'],
    )
  })
})

describe('signatures', () => {
  const soa = (authenticated: boolean): RawFactSet => ({
    soa: found(
      [{ primary: 'ns.example', mailbox: 'h.example', serial: 1, minimum: 60 }],
      dnsSource(domain, 'SOA', { authenticated }),
    ),
  })
  const ds: RawFactSet = {
    ds: found([{ keyTag: 1, algorithm: 13, digestType: 2, digest: 'aa' }], dnsSource(domain, 'DS')),
  }
  test.each<[string, RawFactSet, string[]]>([
    ['signed', soa(true), []],
    ['unsigned', soa(false), ['notice dnssec.signed']],
    ['a chain that breaks', { ...soa(false), ...ds }, ['warning dnssec.ds-without-rrsig']],
    ['no DS', { ...soa(false), ds: nothing(domain, 'DS', 'nodata') }, ['notice dnssec.signed']],
  ])('%s', (_, facts, expected) => expectFindings(dnssecSigned, facts, expected))

  const servers = (zone: boolean, host: boolean): RawFactSet => ({
    mx: mxFact(domain, ['10 a.example'], { authenticated: zone }),
    mxHosts: found(
      [hostAddresses('a.example', ['192.0.2.1'], { authenticated: host })],
      dnsSource(domain, 'MX'),
    ),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['all signed', servers(true, true), []],
    ['a server outside', servers(true, false), ['notice dnssec.mx-hosts']],
    ['nothing signed: already said', servers(false, false), []],
  ])('mail servers: %s', (_, facts, expected) => expectFindings(dnssecMxHosts, facts, expected))
})

describe('information', () => {
  const alias = (target: string): RawFactSet => ({
    mtaStsTxt: txtFact(name, ['v=STSv1; id=1'], { ttl: null, chain: [{ name, target, ttl: 300 }] }),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['an ordinary record has a TTL', stsRecords('v=STSv1; id=1').facts, ['notice dns.ttl-table']],
    [
      'a long one',
      { mtaStsTxt: txtFact(name, [['a'.repeat(255), 'b'.repeat(255), 'ccc']], { ttl: null }) },
      ['notice dns.txt-255'],
    ],
    [
      'one of 512 bytes',
      { mtaStsTxt: txtFact(name, [['a'.repeat(255), 'b'.repeat(255), 'cc']], { ttl: null }) },
      [],
    ],
    [
      'an alias into another domain',
      alias('_mta-sts.provider.example'),
      ['notice dns.cname-apex-sub'],
    ],
    ['an alias at home', alias('_mta-sts.other.example.com'), []],
  ])('%s', (_, facts, expected) => expectFindings(dnsInformation, facts, expected))

  test('the TTL is the longest of all', () => {
    const facts = {
      ...mx('10 a.example.com').facts,
      mtaStsTxt: txtFact(name, ['v=STSv1; id=1'], { ttl: 86_400 }),
    }
    expect(findingsFor(dnsInformation, facts)[0]?.args).toEqual({ name, ttl: 86_400 })
  })
})

describe('wildcard', () => {
  const probe = 'k3v9x2.example.com'
  const wildcard = (...records: string[]): RawFactSet => ({
    wildcard: found(
      { name: probe, txt: records.length > 0 ? txtFact(probe, records) : nothing(probe, 'TXT') },
      dnsSource(probe, 'TXT'),
    ),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['none', wildcard(), []],
    ['one', wildcard('v=spf1 -all'), ['notice dns.wildcard']],
    [
      'beside a good record',
      { ...wildcard('v=spf1 -all'), ...stsRecords('v=STSv1; id=1').facts },
      ['notice dns.wildcard'],
    ],
    [
      'in the place of a missing record',
      { ...wildcard('v=spf1 -all'), ...stsRecords('v=spf1 -all').facts },
      ['warning dns.wildcard'],
    ],
  ])('%s', (_, facts, expected) => expectFindings(dnsWildcard, facts, expected))
})

describe('CAA', () => {
  const host = 'mta-sts.example.com'
  const caa = (...records: [string, string][]): RawFactSet => {
    const value = records.map(([tag, text]) => ({ flags: 0, tag, value: text }))
    const source = dnsSource(domain, 'CAA')
    const fact = value.length > 0 ? found(value, source) : nothing(domain, 'CAA', 'nodata')
    return { caa: found([{ host, at: domain, records: fact }], source) }
  }
  test.each<[string, RawFactSet, string[]]>([
    ['none', caa(), []],
    ['one authority', caa(['issue', 'letsencrypt.org']), ['notice dns.caa']],
    ['nobody', caa(['issue', ';']), ['notice dns.caa']],
    [
      'wildcards and reports only restrict nothing here',
      caa(['issuewild', ';'], ['iodef', 'mailto:a@b']),
      [],
    ],
  ])('%s', (_, facts, expected) => expectFindings(dnsCaa, facts, expected))

  test('parameters are left out, authorities named once', () => {
    const facts = caa(
      ['issue', 'ca.example; account=1'],
      ['issue', 'ca.example'],
      ['issue', ' b.example '],
    )
    expect(findingsFor(dnsCaa, facts)[0]?.args).toMatchObject({
      issuers: ['ca.example', 'b.example'],
    })
  })
})
