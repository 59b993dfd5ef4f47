import { describe, expect, test } from 'vitest'
import { dnsSource, hostAddresses, noHost, nothing, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { MxHost, RawFactSet } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { mx, rptRecords, stsRecords } from '../../example.ts'
import { RULES } from '../../catalogue.ts'
import { mxHost } from './host.ts'
import { MX_RULES } from './list.ts'
import { mxName } from './name.ts'
import { nullDmarc } from './null-dmarc.ts'
import { nullMx } from './null-mx.ts'
import { nullSending } from './null-sending.ts'
import { mxPresence } from './presence.ts'
import { mxSet } from './set.ts'

const domain = 'example.com'
const timeout = failed('timeout', 'no answer', dnsSource(domain, 'A'))
const own = (...addresses: string[]) =>
  found(hostAddresses(domain, addresses), { name: domain, via: 'dns' as const })

test('the rules are in the catalogue', () => {
  for (const rule of MX_RULES) expect(RULES).toContain(rule)
})

describe('presence', () => {
  const noMx = nothing(domain, 'MX', 'nodata')
  test.each<[string, RawFactSet, string[]]>([
    ['an MX', mx('10 mail1.example.com').facts, []],
    ['an address only', { mx: noMx, domainAddresses: own('192.0.2.1') }, ['warning mx.present']],
    [
      'IPv6 only counts too',
      { mx: noMx, domainAddresses: own('2001:db8::1') },
      ['warning mx.present'],
    ],
    ['nothing at all', { mx: noMx, domainAddresses: own() }, ['notice mx.none']],
    [
      'nothing, but reports are asked for',
      {
        mx: noMx,
        domainAddresses: own(),
        ...rptRecords('v=TLSRPTv1; rua=mailto:a@b.example').facts,
      },
      ['error mx.none'],
    ],
    [
      'nothing, but a policy is announced',
      { mx: noMx, domainAddresses: own(), ...stsRecords('v=STSv1; id=1').facts },
      ['error mx.none'],
    ],
    [
      'a wildcard SPF record announces nothing',
      { mx: noMx, domainAddresses: own(), ...stsRecords('v=spf1 -all').facts },
      ['notice mx.none'],
    ],
    ['a name that does not exist', { mx: nothing(domain, 'MX'), domainAddresses: own() }, []],
    ['addresses nobody asked for', { mx: noMx }, []],
    [
      'addresses that could not be learnt',
      {
        mx: noMx,
        domainAddresses: found({ name: domain, a: timeout, aaaa: timeout }, timeout.source),
      },
      [],
    ],
  ])('%s', (_, facts, expected) => expectFindings(mxPresence, facts, expected))

  test('an MX that could not be learnt is unknown', () => {
    expect(outcomeOf(mxPresence, { mx: timeout }).state).toBe('unknown')
  })
})

describe('null MX', () => {
  test.each<[string, string[], string[]]>([
    ['as it should be', ['0 .'], ['notice mx.null']],
    ['another preference', ['10 .'], ['notice mx.null', 'warning mx.null-pref']],
    ['beside a server', ['0 .', '10 mail.example.com'], ['error mx.null-plus']],
    ['twice', ['0 .', '0 .'], []],
    ['ordinary', ['10 mail.example.com'], []],
  ])('%s', (_, records, expected) => expectFindings(nullMx, mx(...records), expected))

  const spf = (...texts: string[]): RawFactSet => ({
    ...mx('0 .').facts,
    domainTxt: texts.length > 0 ? txtFact(domain, texts) : nothing(domain, 'TXT', 'nodata'),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['sends nothing', spf('v=spf1 -all'), []],
    ['sends nothing, among other records', spf('google-site-verification=x', 'v=spf1 -all'), []],
    ['sends', spf('v=spf1 include:x.example ~all'), ['warning mx.null-sending']],
    ['might send', spf('v=spf1 ~all'), ['warning mx.null-sending']],
    ['says nothing', spf(), ['notice mx.null-no-spf']],
    ['has other records', spf('v=spf10 -all'), ['notice mx.null-no-spf']],
    ['takes mail', { ...spf(), ...mx('10 mail.example.com').facts }, []],
  ])('a domain without mail that %s', (_, facts, expected) =>
    expectFindings(nullSending, facts, expected),
  )

  const dmarc = (...texts: string[]): RawFactSet => ({
    ...mx('0 .').facts,
    dmarcTxt: txtFact(`_dmarc.${domain}`, texts),
  })
  const dmarcAbove = (text: string): RawFactSet => ({
    ...mx('0 .').facts,
    dmarcTxt: nothing(`_dmarc.${domain}`, 'TXT'),
    dmarcAbove: found([{ name: '_dmarc.com', txt: txtFact('_dmarc.com', [`${text}; psd=y`]) }], {
      name: domain,
      via: 'derived',
    }),
  })
  test.each<[string, RawFactSet, string[]]>([
    ['refused', dmarc('v=DMARC1; p=reject'), []],
    ['refused, in capitals', dmarc('v=DMARC1;p=Reject;'), []],
    ['quarantined', dmarc('v=DMARC1; p=quarantine'), ['notice mx.null-no-dmarc']],
    ['refused below only', dmarc('v=DMARC1; p=none; sp=reject'), ['notice mx.null-no-dmarc']],
    ['said twice', dmarc('v=DMARC1; p=reject', 'v=DMARC1; p=reject'), ['notice mx.null-no-dmarc']],
    ['refused by the record above', dmarcAbove('v=DMARC1; p=none; sp=reject'), []],
    ['let in by the record above', dmarcAbove('v=DMARC1; p=none'), ['notice mx.null-no-dmarc']],
  ])('forged mail of a domain without mail: %s', (_, facts, expected) =>
    expectFindings(nullDmarc, facts, expected),
  )
})

describe('names', () => {
  test.each<[string, string[]]>([
    ['10 mail1.example.com', []],
    ['10 a.b', []],
    ['10 192.0.2.1.', ['error mx.ip']],
    ['10 2001:db8::1', ['error mx.ip']],
    ['10 192.0.2.1.example.com', []],
    ['10 example.com.192', ['error mx.syntax']],
    ['10 https://mail.example.com', ['error mx.url']],
    ['10 http:mail.example.com', ['error mx.url']],
    ['10 mail.example.com.example.com', ['error mx.double']],
    ['10 example.com.example.com', ['error mx.double']],
    ['10 mail_1.example.com', ['error mx.syntax']],
    ['10 localhost', ['error mx.syntax']],
    ['10 -mail.example.com', ['error mx.syntax']],
    ['10 müller.example', ['error mx.syntax']],
    ['0 .', []],
  ])('%s', (record, expected) => expectFindings(mxName, mx(record), expected))
})

describe('addresses of mail servers', () => {
  const one = 'mail1.example.com'
  const two = 'mail2.example.com'
  const hosts = (...list: MxHost[]): RawFactSet => ({
    mxHosts: found(list, { name: domain, via: 'dns' }),
  })
  const chain = [{ name: one, target: 'host.example.net', ttl: 300 }]
  const zone = (rcode: 'nxdomain' | 'nodata') => nothing('gone.example', 'SOA', rcode)
  test.each<[string, RawFactSet, string[]]>([
    ['both kinds', hosts(hostAddresses(one, ['192.0.2.1', '2001:db8::1'])), []],
    ['IPv4 only is enough', hosts(hostAddresses(one, ['192.0.2.1'])), []],
    ['IPv6 only', hosts(hostAddresses(one, ['2001:db8::1'])), ['warning mx.ipv6-only']],
    ['an alias', hosts(hostAddresses(one, ['192.0.2.1'], { chain })), ['error mx.cname']],
    ['an alias that leads nowhere', hosts(noHost(one, { chain })), ['error mx.cname']],
    ['no address', hosts(hostAddresses(one, [])), ['error mx.no-address']],
    ['does not exist', hosts(noHost(one)), ['error mx.no-address']],
    [
      'no address, beside a good one',
      hosts(hostAddresses(one, ['192.0.2.1']), noHost(two)),
      ['warning mx.no-address'],
    ],
    [
      'in a domain anyone can register',
      hosts({ ...noHost('mx.gone.example'), zone: zone('nxdomain') }),
      ['error mx.dangling'],
    ],
    [
      'missing in a domain that exists',
      hosts({ ...noHost('mx.gone.example'), zone: zone('nodata') }),
      ['error mx.no-address'],
    ],
    ['private', hosts(hostAddresses(one, ['10.0.0.5'])), ['error mx.private-ip']],
    ['loopback', hosts(hostAddresses(one, ['192.0.2.1', '::1'])), ['error mx.private-ip']],
    [
      'an example’s address elsewhere',
      hosts(hostAddresses('mail.zimbra.com', ['192.0.2.1'])),
      ['error mx.private-ip'],
    ],
    [
      'half of it unknown',
      hosts({ name: one, a: timeout, aaaa: nothing(one, 'AAAA', 'nodata') }),
      [],
    ],
  ])('%s', (_, facts, expected) => expectFindings(mxHost, facts, expected))

  test('a server whose addresses could not be learnt has not passed', () => {
    expect(outcomeOf(mxHost, hosts({ name: one, a: timeout, aaaa: timeout })).state).toBe('unknown')
  })
})

describe('the set', () => {
  test.each<[string, string[], string[]]>([
    ['two of one’s own', ['10 mail1.example.com', '20 mail2.example.com'], []],
    ['one', ['10 mail1.example.com'], ['notice mx.single']],
    [
      'one, twice',
      ['10 a.example.com', '20 a.example.com'],
      ['notice mx.duplicate', 'notice mx.single'],
    ],
    ['a provider’s', ['1 smtp.google.com'], ['notice mx.provider', 'notice mx.single']],
    [
      'a backup elsewhere',
      ['10 mail1.example.com', '50 mx.other.example'],
      ['notice mx.backup-foreign'],
    ],
    [
      'two providers, one as backup',
      ['10 smtp.google.com', '20 x.mail.protection.outlook.com'],
      ['notice mx.backup-foreign', 'notice mx.provider', 'notice mx.provider'],
    ],
    [
      'two providers at random',
      ['10 smtp.google.com', '10 x.mail.protection.outlook.com'],
      ['notice mx.provider', 'notice mx.provider', 'warning mx.same-pref-mixed-provider'],
    ],
    ['ten', Array.from({ length: 10 }, (_, i) => `10 m${i}.example.com`), []],
    ['eleven', Array.from({ length: 11 }, (_, i) => `10 m${i}.example.com`), ['notice mx.many']],
    ['a null MX', ['0 .'], []],
  ])('%s', (_, records, expected) => expectFindings(mxSet, mx(...records), expected))

  test('the words name what was seen', () => {
    expect(findingsFor(mxSet, mx('10 mail1.example.com', '50 mx.other.example'))[0]?.args).toEqual({
      host: 'mx.other.example',
    })
  })
})
