import { describe, expect, test } from 'vitest'
import { decodeMessage, type DnsMessage } from '../../protocols/dns/message.ts'
import { encodeQuery } from '../../protocols/dns/query.ts'
import type { ValueType } from '../../protocols/dns/record-data.ts'
import { answerBimi, bimiDelay, type WantedFile } from './answer-bimi.ts'
import { answerDns, answerPolicy, policyDelay } from './answer.ts'
import { toRecords } from './records.ts'
import { joinWorlds, type World } from './world.ts'
import { worldFetch } from './world-fetch.ts'

const WORLD: World = {
  dns: {
    'a.test MX': ['10 m.a.test', '0 .'],
    'a.test TXT': ['one', ['t', 'wo']],
    'deep.under.a.test A': ['192.0.2.1'],
    'alias.a.test CNAME': ['second.a.test'],
    'second.a.test CNAME': { records: ['deep.under.a.test'], ttl: 60, authenticated: true },
    'dangling.a.test CNAME': ['gone.test'],
    'loop.a.test CNAME': ['loop.a.test'],
    'signed.test A': { records: ['192.0.2.2'], authenticated: true, ttl: 7 },
    'to-signed.test CNAME': ['signed.test'],
    'bogus.test A': {
      records: ['192.0.2.3'],
      bogus: true,
      extendedErrors: [{ code: 7, text: 'old' }],
    },
    'refused.test A': { rcode: 'REFUSED' },
    'cut.test TXT': { records: ['x'], truncated: true },
    'dead.test *': { failure: 'timeout', delayMs: 5 },
    '*.wild.test TXT': ['anything'],
    'here.wild.test A': ['192.0.2.4'],
    'default._bimi.a.test TXT': [
      'v=spf1 -all',
      'v=BIMI1; l=https://a.test/logo.svg; a=https://a.test/mark.pem',
    ],
    'shared._bimi.a.test CNAME': ['default._bimi.a.test'],
    'gone._bimi.a.test TXT': ['v=BIMI1; l=https://gone.test/logo.svg'],
    'no._bimi.a.test TXT': ['v=BIMI1; l=; a=;'],
    '_25._tcp.m.a.test TLSA': ['3 1 1 00FF'],
    'wild.test SOA': ['ns.wild.test host.wild.test 1 2'],
    '*.alias.test CNAME': ['deep.under.a.test'],
  },
  http: {
    'a.test': { lines: ['one', 'two'], delayMs: 9 },
    'text.test': { text: 'no end', status: 403 },
    'bytes.test': { base64: 'AAEC' },
    'down.test': { failed: { reason: 'refused', detail: 'no' } },
  },
  files: {
    'https://a.test/logo.svg': { text: '<svg/>', delayMs: 7 },
    'https://a.test/mark.pem': { failed: { reason: 'timeout', detail: 'late' } },
  },
}

function ask(name: string, type: ValueType, cd = false): DnsMessage {
  const reply = answerDns(WORLD, encodeQuery({ name, type, cd }) ?? new Uint8Array())
  const decoded = 'bytes' in reply ? decodeMessage(reply.bytes) : null
  if (decoded?.ok !== true) throw new Error(`no message about ${name}`)
  return decoded.message
}

const shown = ({ rcode, answers }: DnsMessage) =>
  [rcode, ...answers.map(({ name, value }) => `${name} ${JSON.stringify(value)}`)].join(' | ')

test.each<[string, ValueType, string]>([
  [
    'a.test',
    'MX',
    'NOERROR | a.test {"preference":10,"exchange":"m.a.test"} | a.test {"preference":0,"exchange":""}',
  ],
  ['A.TEST', 'A', 'NOERROR'],
  [
    '_25._tcp.m.a.test',
    'TLSA',
    'NOERROR | _25._tcp.m.a.test {"usage":3,"selector":1,"matchingType":1,"data":"00ff"}',
  ],
  ['under.a.test', 'A', 'NOERROR'],
  ['nowhere.a.test', 'A', 'NXDOMAIN'],
  ['test', 'A', 'NOERROR'],
  [
    'alias.a.test',
    'A',
    'NOERROR | alias.a.test "second.a.test" | second.a.test "deep.under.a.test" | deep.under.a.test "192.0.2.1"',
  ],
  ['alias.a.test', 'CNAME', 'NOERROR | alias.a.test "second.a.test"'],
  [
    'alias.a.test',
    'TXT',
    'NOERROR | alias.a.test "second.a.test" | second.a.test "deep.under.a.test"',
  ],
  ['dangling.a.test', 'A', 'NXDOMAIN | dangling.a.test "gone.test"'],
  ['loop.a.test', 'A', 'SERVFAIL'],
  ['refused.test', 'A', 'REFUSED'],
  [
    'x.wild.test',
    'TXT',
    'NOERROR | x.wild.test {"text":"anything","encoding":"utf-8","strings":["anything"]}',
  ],
  ['_mta-sts.x.wild.test', 'A', 'NOERROR'],
  ['here.wild.test', 'TXT', 'NOERROR'],
  ['below.here.wild.test', 'TXT', 'NXDOMAIN'],
  ['wild.test', 'TXT', 'NOERROR'],
  [
    'x.alias.test',
    'A',
    'NOERROR | x.alias.test "deep.under.a.test" | deep.under.a.test "192.0.2.1"',
  ],
])('%s %s', (name, type, expected) => expect(shown(ask(name, type))).toBe(expected))

describe('details', () => {
  test('TTL and AD', () => {
    expect(ask('signed.test', 'A')).toMatchObject({ authenticated: true, answers: [{ ttl: 7 }] })
    expect(ask('a.test', 'MX')).toMatchObject({
      authenticated: false,
      answers: [{ ttl: 3600 }, {}],
    })
    expect(ask('to-signed.test', 'A').authenticated).toBe(false)
  })

  test('nothing comes with an SOA record, something without', () => {
    expect(ask('nowhere.a.test', 'A').authorities).toMatchObject([{ name: 'a.test', type: 'SOA' }])
    expect(ask('a.test', 'MX').authorities).toEqual([])
  })

  test('signatures that do not verify', () => {
    expect(ask('bogus.test', 'A')).toMatchObject({
      rcode: 'SERVFAIL',
      answers: [],
      extendedErrors: [{ code: 7, text: 'old' }],
    })
    expect(ask('bogus.test', 'A', true)).toMatchObject({ rcode: 'NOERROR', answers: [{}] })
  })

  test('an answer that was cut off, and none at all', () => {
    expect(ask('cut.test', 'TXT').truncated).toBe(true)
    const query = encodeQuery({ name: 'dead.test', type: 'NS' }) ?? new Uint8Array()
    expect(answerDns(WORLD, query)).toEqual({ failure: 'timeout', delayMs: 5 })
  })

  test('what is no question is a mistake', () => {
    expect(() => answerDns(WORLD, new Uint8Array(3))).toThrow('not a question')
  })
})

test.each<[ValueType, string]>([
  ['MX', 'mail.a.test'],
  ['MX', 'ten mail.a.test'],
  ['SOA', 'ns.a.test'],
  ['CAA', 'issue ca.test'],
])('a mistake in a world is told: %s %s', (type, record) => {
  expect(() => toRecords([record], 'a.test', type, 1)).toThrow(/expected|written/)
})

test('CAA, DS, TLSA and SOA as in a zone file', () => {
  const value = (type: ValueType, record: string) =>
    toRecords([record], 'a.test', type, 1)[0]?.value
  expect(value('CAA', '128 issue "ca.test; a=b"')).toEqual({
    flags: 128,
    tag: 'issue',
    value: 'ca.test; a=b',
  })
  expect(value('DS', '1 13 2 00FF')).toEqual({
    keyTag: 1,
    algorithm: 13,
    digestType: 2,
    digest: '00ff',
  })
  expect(value('TLSA', '3 1 1 00FF')).toEqual({
    usage: 3,
    selector: 1,
    matchingType: 1,
    data: '00ff',
  })
  expect(value('SOA', 'n.test h.test 3 4')).toEqual({
    primary: 'n.test',
    mailbox: 'h.test',
    serial: 3,
    minimum: 4,
  })
})

test('policy files as the proxy describes them', () => {
  expect(answerPolicy(WORLD, 'a.test')).toMatchObject({
    url: 'https://mta-sts.a.test/.well-known/mta-sts.txt',
    status: 200,
    mediaType: 'text/plain',
    bytes: 10,
    body: btoa('one\r\ntwo\r\n'),
    truncated: false,
  })
  expect(answerPolicy(WORLD, 'text.test')).toMatchObject({ status: 403, body: btoa('no end') })
  expect(answerPolicy(WORLD, 'bytes.test')).toMatchObject({ bytes: 3, body: 'AAEC' })
  expect(answerPolicy(WORLD, 'down.test')).toEqual({ failed: { reason: 'refused', detail: 'no' } })
  expect(answerPolicy(WORLD, 'other.test')).toMatchObject({ failed: { reason: 'nxdomain' } })
  expect([policyDelay(WORLD, 'a.test'), policyDelay(WORLD, 'down.test')]).toEqual([9, 0])
})

const wanted = (selector: string, kind: WantedFile['kind'] = 'indicator') => {
  return { kind, domain: 'a.test', selector }
}

test.each<[string, WantedFile, object]>([
  [
    'a logo, with the record that names it',
    wanted('default'),
    {
      url: 'https://a.test/logo.svg',
      status: 200,
      mediaType: 'image/svg+xml',
      body: btoa('<svg/>'),
      record: {
        name: 'default._bimi.a.test',
        text: 'v=BIMI1; l=https://a.test/logo.svg; a=https://a.test/mark.pem',
      },
    },
  ],
  ['behind an alias', wanted('shared'), { status: 200, record: { name: 'shared._bimi.a.test' } }],
  [
    'a certificate that does not come',
    wanted('default', 'evidence'),
    { failed: { reason: 'timeout' }, record: { name: 'default._bimi.a.test' } },
  ],
  ['a host that is not there', wanted('gone'), { failed: { reason: 'nxdomain' } }],
  ['a declination', wanted('no'), { failed: { reason: 'no-location' } }],
  ['no record', wanted('other'), { failed: { reason: 'no-record' } }],
])('%s', (_, file, expected) => {
  expect(answerBimi(WORLD, file)).toMatchObject(expected)
})

test('files take their time', () => {
  const files = [wanted('default'), wanted('default', 'evidence'), wanted('gone'), wanted('other')]
  expect(files.map((file) => bimiDelay(WORLD, file))).toEqual([7, 0, 0, 0])
})

test('behind a fetch everything else is not found', async () => {
  const fetch = worldFetch(joinWorlds(WORLD, { dns: {}, http: {} }))
  expect((await fetch('https://x.test/elsewhere', {})).status).toBe(404)
  expect((await fetch('https://x.test/api/policy', {})).status).toBe(404)
  const policy = await fetch('https://x.test/api/policy?domain=a.test', {})
  expect(await policy.json()).toEqual(answerPolicy(WORLD, 'a.test'))
  const logo = await fetch('https://x.test/api/indicator?domain=a.test', {})
  expect(await logo.json()).toEqual(answerBimi(WORLD, wanted('default')))
})
