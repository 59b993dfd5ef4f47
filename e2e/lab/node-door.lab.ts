/** The Node door against real hosts: what it says of each, certificates included. */
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeMessage } from '../../src/protocols/dns/message.ts'
import { encodeQuery, toBase64Url } from '../../src/protocols/dns/query.ts'
import type { HttpAnswer, HttpOutcome } from '../../src/protocols/http/answer.ts'
import { askDoor, startNodeDoor } from './doors.ts'
import { HOSTS, POLICY } from './hosts.ts'
import { ZONE } from './lab.ts'
import { BRAND, LOGO, SVGZ } from './logo-host.ts'
import { theLab, type TheLab } from './the-lab.ts'

let lab: TheLab
let door: string
let strict: string
/** All of them are asked at once: one of them takes the whole ten seconds. */
const said = new Map<string, HttpOutcome>()

beforeAll(async () => {
  lab = theLab()
  const ca = ['--ca', lab.ca]
  door = await startNodeDoor(lab.keeper, [
    ...[...ca, '--allow-private', '--resolver', lab.httpsUrl, '--upstream', lab.plain],
  ])
  strict = await startNodeDoor(lab.keeper, [...ca, '--upstream', lab.httpsUrl])
  await Promise.all(
    [...lab.hosts.keys(), 'nowhere', 'null', 'loop'].map(async (label) => {
      said.set(label, await askDoor(door, 'policy', `${label}.${ZONE}`))
    }),
  )
})
afterAll(() => lab.keeper.end())

const answerOf = (label: string) => said.get(label) as HttpAnswer
const textOf = ({ body }: HttpAnswer) => Buffer.from(body, 'base64').toString()
const policyOf = (label: string) => POLICY.replace('$', `${label}.${ZONE}`)

test('every host of the lab is told of', () => {
  expect(HOSTS.map(({ label }) => label).filter((label) => !said.has(label))).toEqual([])
})

describe('answers over a certificate that is trusted', () => {
  const plain = { status: 200, mediaType: 'text/plain', truncated: false }

  test.each<[string, Partial<HttpAnswer>]>([
    ['good', { ...plain, bytes: policyOf('good').length }],
    ['web-page', { ...plain, mediaType: 'text/html', bytes: 35 }],
    [
      'redirect',
      { status: 301, location: 'https://www.lab.test/', bytes: 0, body: '', truncated: false },
    ],
    ['not-found', { status: 404, mediaType: 'text/html', bytes: 18, truncated: false }],
    ['oversize', { ...plain, bytes: 65_536, truncated: true }],
  ])('%s', (label, expected) => {
    const answer = answerOf(label)
    expect(answer).toMatchObject({
      url: `https://mta-sts.${label}.${ZONE}/.well-known/mta-sts.txt`,
      remoteAddress: lab.hosts.get(label),
      ...expected,
    })
    expect(answer.tls).toEqual({ protocol: 'TLSv1.3', trusted: true, chain: expect.any(Array) })
    // The host sends its own certificate only; the root is added by whoever trusts it.
    const [leaf, root, ...more] = certificatesOf(answer)
    expect(leaf).toContain(`DNS:mta-sts.${label}.lab.test, DNS:mta-sts.${label}.far.test`)
    expect([root, more]).toEqual([undefined, []])
    expect('location' in answer).toBe(label === 'redirect')
  })

  test('the file comes through byte for byte', () => {
    expect(textOf(answerOf('good'))).toBe(policyOf('good'))
    expect(textOf(answerOf('oversize')).startsWith(`${policyOf('oversize')}x: y\r\n`)).toBe(true)
  })
})

/** Subject alternative names, leaf first. */
function certificatesOf({ tls }: HttpAnswer): (string | undefined)[] {
  return (tls?.chain ?? []).map((pem) => new X509Certificate(pem).subjectAltName)
}

describe('certificates that senders refuse are described, and so is the answer behind them', () => {
  test.each([
    [
      'expired',
      'CERT_HAS_EXPIRED',
      2,
      'DNS:mta-sts.expired.lab.test, DNS:mta-sts.expired.far.test',
    ],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID', 2, 'DNS:www.lab.test'],
    [
      'self-signed',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      1,
      'DNS:mta-sts.self-signed.lab.test, DNS:mta-sts.self-signed.far.test',
    ],
    [
      'no-intermediate',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      1,
      'DNS:mta-sts.no-intermediate.lab.test, DNS:mta-sts.no-intermediate.far.test',
    ],
  ])('%s', (label, error, length, names) => {
    const answer = answerOf(label)
    expect(answer).toMatchObject({
      status: 200,
      tls: { protocol: 'TLSv1.3', trusted: false, error },
    })
    expect(answer.tls?.chain).toHaveLength(length)
    expect(certificatesOf(answer)[0]).toBe(names)
    expect(textOf(answer)).toBe(policyOf(label))
  })
})

test.each([
  ['slow', 'timeout', 'no complete answer within 10 s'],
  ['broken', 'interrupted', 'the answer broke off: ECONNRESET'],
  ['not-tls', 'tls', 'the TLS handshake failed: wrong version number'],
  ['closed', 'refused', /^127\.0\.0\.\d+ refuses connections to port 443$/],
  ['nowhere', 'nxdomain', '`mta-sts.nowhere.lab.test` does not exist'],
])('%s fails: %s', (label, reason, detail) => {
  expect(said.get(label)).toEqual({
    failed: {
      reason,
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    },
  })
})

test('a look-up that fails is not told as a missing host', async () => {
  expect(await askDoor(door, 'policy', 'broken.test')).toEqual({
    failed: {
      reason: 'resolver',
      detail: 'the resolver answered SERVFAIL for A of `mta-sts.broken.test`',
    },
  })
})

test('without leave for private addresses every host is refused, and none is asked', async () => {
  for (const [label, address] of lab.hosts)
    expect(await askDoor(strict, 'policy', `${label}.${ZONE}`)).toEqual({
      failed: {
        reason: 'private-address',
        detail: `\`mta-sts.${label}.${ZONE}\` has the loopback address ${address}`,
      },
    })
})

describe('/dns-query asks BIND', () => {
  const query = encodeQuery({ name: 'signed.test', type: 'MX' }) ?? new Uint8Array()
  const type = { 'Content-Type': 'application/dns-message' }
  const ways: [string, (base: string) => Promise<Response>][] = [
    ['GET', (base) => fetch(`${base}/dns-query?dns=${toBase64Url(query)}`)],
    [
      'POST',
      (base) => fetch(`${base}/dns-query`, { method: 'POST', body: query.slice(), headers: type }),
    ],
  ]

  test.each(ways)('by %s, over plain DNS and over HTTP/2', async (_method, ask) => {
    for (const base of [door, strict]) {
      const response = await ask(base)
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toBe('application/dns-message')
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(decodeMessage(new Uint8Array(await response.arrayBuffer()))).toMatchObject({
        message: {
          rcode: 'NOERROR',
          authenticated: true,
          answers: [{ value: { preference: 10, exchange: 'mail.signed.test' } }],
        },
      })
    }
  })
})

describe('the logo that a record names', () => {
  const indicator = (selector?: string) => askDoor(door, 'indicator', BRAND, selector)
  const url = (path: string) => `https://logo.lab.test/${path}`
  const ok = { status: 200, mediaType: 'image/svg+xml', truncated: false, hops: [] }
  const tls = { protocol: 'TLSv1.3', trusted: true }

  test.each<[string, object]>([
    ['default', { ...ok, tls, url: url('good.svg'), bytes: LOGO.length }],
    [
      'moved-svg',
      {
        ...ok,
        url: url('good.svg'),
        hops: [{ url: url('moved.svg'), status: 302, location: '/good.svg' }],
      },
    ],
    ['circle-svg', { url: url('circle.svg'), status: 301, location: 'circle.svg' }],
    [
      'downgrade-svg',
      { url: url('downgrade.svg'), status: 301, location: 'http://logo.lab.test/good.svg' },
    ],
    [
      'stale-svg',
      {
        url: 'https://stale-logo.lab.test/good.svg',
        tls: { trusted: false, error: 'CERT_HAS_EXPIRED' },
      },
    ],
    ['typed-svg', { ...ok, mediaType: 'text/html' }],
    [
      'encoded-svgz',
      { ...ok, contentEncoding: 'gzip', bytes: SVGZ.length, body: SVGZ.toString('base64') },
    ],
    ['raw-svgz', { ...ok, bytes: SVGZ.length, body: SVGZ.toString('base64') }],
    ['large-svg', { ...ok, bytes: 524_288, truncated: true }],
    ['gone', { status: 404, bytes: 12 }],
    ['nowhere', { failed: { reason: 'nxdomain' } }],
    ['none', { failed: { reason: 'no-location' } }],
    ['missing', { failed: { reason: 'no-record' } }],
  ])('%s', async (selector, expected) => {
    expect(await indicator(selector)).toMatchObject(expected)
  })

  test('a sub-domain without a record of its own has that of its organization', async () => {
    expect(await askDoor(door, 'indicator', `news.${BRAND}`)).toMatchObject({
      ...ok,
      url: url('good.svg'),
      record: { name: `default._bimi.${BRAND}` },
    })
  })
})

test('the app is served for every page, with its headers', async () => {
  for (const path of ['/', '/check?domain=good.lab.test', '/rules/sts.record.version-case']) {
    const response = await fetch(door + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(response.headers.get('Content-Security-Policy')).toContain(
      "require-trusted-types-for 'script'",
    )
    expect(await response.text()).toContain('<div id="root">')
  }
})
