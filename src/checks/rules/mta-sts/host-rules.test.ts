import { expect, test } from 'vitest'
import { dnsSource, hostAddresses, noHost, nothing, txtFact } from '../../../facts/build.ts'
import { absent, failed, faulty, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { encodeBase64 } from '../../../protocols/text/utf8.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import {
  all,
  noPolicyFile,
  noStsRecord,
  policyFile,
  policyText,
  seen,
  stsRecords,
} from '../../example.ts'
import { hostReachable } from './host-addresses.ts'
import { hostAlias } from './host-alias.ts'
import { hostOrphan } from './host-orphan.ts'
import { hostPresent } from './host-present.ts'
import { aliasedHost, policyHost, POLICY_HOST } from './policy-host-example.ts'

const RECORD = stsRecords('v=STSv1; id=1')
const NO_RECORD = noStsRecord()
const FILE = policyFile(policyText())
const DNS = { name: POLICY_HOST, via: 'dns' } as const
const chain = [{ name: POLICY_HOST, target: 'old.azurewebsites.net', ttl: 60 }]
const gone = seen('no host', { policyHost: found(noHost(POLICY_HOST), DNS) })
const facts = (raw: RawFactSet) => seen('facts', raw)
const underscore = (...addresses: string[]) =>
  facts({ underscoreHost: found(hostAddresses('_mta-sts.example.com', addresses), DNS) })
const page = (text: string) => encodeBase64(new TextEncoder().encode(text))

test.each([
  ['a host and a record', all(RECORD, policyHost('192.0.2.5')), []],
  ['IPv6 only is a host', all(RECORD, policyHost('2001:db8::5')), []],
  ['a record without a host', all(RECORD, gone), ['error sts.host.present']],
  [
    'a misspelt record announces it as well',
    all(stsRecords('v=STSV1; id=1'), gone),
    ['error sts.host.present'],
  ],
  ['neither host nor record', all(NO_RECORD, gone), []],
  ['some other TXT record is no announcement', all(stsRecords('v=spf1 -all'), gone), []],
  [
    'the web host has the underscore of the record',
    all(RECORD, gone, underscore('192.0.2.5')),
    ['error sts.host.underscore'],
  ],
  [
    'the same without a record',
    all(NO_RECORD, gone, underscore('192.0.2.5')),
    ['error sts.host.underscore'],
  ],
  [
    'the target of a delegated record happens to be a host',
    all(
      RECORD,
      gone,
      facts({
        underscoreHost: found(
          hostAddresses('_mta-sts.example.com', ['192.0.2.5'], {
            chain: [{ name: '_mta-sts.example.com', target: 'sts.provider.example', ttl: 60 }],
          }),
          DNS,
        ),
      }),
    ),
    ['error sts.host.present'],
  ],
  [
    'an alias to nowhere is dangling, not merely absent',
    all(RECORD, facts({ policyHost: found(noHost(POLICY_HOST, { chain }), DNS) })),
    ['error sts.host.dangling'],
  ],
  [
    'dangling without a record is as dangerous',
    all(NO_RECORD, facts({ policyHost: found(noHost(POLICY_HOST, { chain }), DNS) })),
    ['error sts.host.dangling'],
  ],
  [
    'an alias to a service that knows no such site',
    all(
      RECORD,
      aliasedHost('user.github.io', '192.0.2.5'),
      facts({
        mtaStsPolicyFile: {
          ...absent('404', { name: 'https://mta-sts.example.com', via: 'proxy' }),
          seen: {
            url: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
            status: 404,
            bytes: 40,
            body: page("There isn't a GitHub Pages site here."),
            truncated: false,
            elapsedMs: 80,
          },
        },
      }),
    ),
    ['error sts.host.dangling'],
  ],
  [
    'an alias to a site that merely lacks the file',
    all(RECORD, aliasedHost('user.github.io', '192.0.2.5'), noPolicyFile()),
    [],
  ],
])('%s', (_, example, expected) => expectFindings(hostPresent, example, expected))

test('half an answer is no absence', () => {
  const a = failed('timeout', 'no answer', dnsSource(POLICY_HOST, 'A'))
  const half = { name: POLICY_HOST, a, aaaa: nothing(POLICY_HOST, 'AAAA', 'nodata') }
  const outcome = outcomeOf(hostPresent, { ...RECORD.facts, policyHost: found(half, DNS) })
  expect(outcome.state).toBe('unknown')
})

test('an alias that leads back to itself has its finding elsewhere', () => {
  const a = faulty<string[]>('alias-loop', 'a loop', dnsSource(POLICY_HOST, 'A'))
  const loop = { name: POLICY_HOST, a, aaaa: a }
  expectFindings(hostPresent, { ...RECORD.facts, policyHost: found(loop, DNS) }, [])
})

test('an alias is told with its last target', () => {
  expectFindings(hostAlias, policyHost('192.0.2.5'), [])
  expect(findingsFor(hostAlias, aliasedHost('user.github.io', '192.0.2.5'))).toEqual([
    {
      id: 'sts.host.cname',
      args: { host: POLICY_HOST, target: 'user.github.io' },
      about: POLICY_HOST,
    },
  ])
  expectFindings(hostAlias, { policyHost: found(noHost(POLICY_HOST, { chain }), DNS) }, [])
})

test.each([
  ['both families', ['192.0.2.5', '2001:db8::5'], []],
  ['IPv4 only', ['192.0.2.5'], ['notice sts.host.ipv4-only']],
  ['IPv6 only', ['2001:db8::5'], ['warning sts.host.ipv6-only']],
  ['a private address', ['192.168.1.10', '2001:db8::5'], ['error sts.host.private-ip']],
  ['loopback', ['127.0.0.1', '::1'], ['error sts.host.private-ip', 'error sts.host.private-ip']],
  ['no address', [], []],
])('addresses: %s', (_, addresses, expected) =>
  expectFindings(hostReachable, policyHost(...addresses), expected),
)

test('documentation addresses are ordinary only below reserved names', () => {
  const name = 'mta-sts.zimbra.com'
  const host = found(hostAddresses(name, ['192.0.2.5', '2001:db8::5']), { name, via: 'dns' })
  expect(findingsFor(hostReachable, { policyHost: host }).map(({ args }) => args['use'])).toEqual([
    'documentation',
    'documentation',
  ])
})

const previous = (stsId: string | null) =>
  facts({
    previous: found(
      { time: '2026-09-01T00:00:00Z', stsId, policyText: null, mode: 'enforce', maxAge: 86400 },
      { name: 'example.com', via: 'derived' },
    ),
  })
const elsewhere = (text: string) =>
  facts({
    mtaStsElsewhere: found(
      [{ name: 'mta-sts.example.com', txt: txtFact('mta-sts.example.com', [text]) }],
      DNS,
    ),
  })
const RANDOM = 'k3v9x2.example.com'
const wildcard = (...addresses: string[]) =>
  facts({
    wildcard: found(
      { name: RANDOM, txt: nothing(RANDOM, 'TXT'), addresses: hostAddresses(RANDOM, addresses) },
      dnsSource(RANDOM, 'TXT'),
    ),
  })
const served = all(policyHost('192.0.2.5'), FILE)
const ORPHAN = ['error sts.host.orphan']

test.each([
  ['a file and no record', all(served, NO_RECORD), ORPHAN],
  ['a file and a record', all(served, RECORD), []],
  ['a file and a misspelt record', all(served, stsRecords('v=STSV1; id=1')), []],
  [
    'a broken file is served all the same',
    all(policyHost('192.0.2.5'), policyFile('mode: x'), NO_RECORD),
    ORPHAN,
  ],
  ['a host without the file', all(policyHost('192.0.2.5'), noPolicyFile(), NO_RECORD), []],
  ['a web page', all(policyHost('192.0.2.5'), policyFile('<html>'), NO_RECORD), []],
  [
    'a delegation that is broken',
    all(
      served,
      facts({ mtaStsTxt: nothing('_mta-sts.example.com', 'TXT', 'nxdomain', { chain }) }),
    ),
    [],
  ],
  ['a wildcard makes the host', all(served, NO_RECORD, wildcard('192.0.2.5')), []],
  ['a wildcard that leads elsewhere', all(served, NO_RECORD, wildcard('192.0.2.9')), ORPHAN],
  ['the record stands at a wrong name', all(served, NO_RECORD, elsewhere('v=STSv1; id=1')), []],
  ['something else stands there', all(served, NO_RECORD, elsewhere('v=spf1 -all')), ORPHAN],
  ['the last check saw a record: a removal', all(served, NO_RECORD, previous('1')), []],
  ['the last check saw none either', all(served, NO_RECORD, previous(null)), ORPHAN],
])('orphan: %s', (_, example, expected) => expectFindings(hostOrphan, example, expected))

test('a host that a wildcard makes is nobody’s, as long as no record announces it', () => {
  const aliases = { chain: [{ name: POLICY_HOST, target: 'web.example.net', ttl: 60 }] }
  const host = {
    policyHost: found(hostAddresses(POLICY_HOST, ['192.168.1.10'], aliases), DNS),
    ...wildcard('192.168.1.10').facts,
  }
  expectFindings(hostReachable, { ...host, ...NO_RECORD.facts }, [])
  expectFindings(hostAlias, { ...host, ...NO_RECORD.facts }, [])
  expectFindings(hostAlias, { ...host, ...RECORD.facts }, ['notice sts.host.cname'])
  expectFindings(hostReachable, { ...host, ...RECORD.facts }, [
    'error sts.host.private-ip',
    'notice sts.host.ipv4-only',
  ])
})
