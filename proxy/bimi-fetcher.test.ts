import { beforeAll, expect, test } from 'vitest'
import { txtRecord } from '../src/facts/build.ts'
import { decodeBase64 } from '../src/protocols/text/utf8.ts'
import { makeAuthority, type Authority, type Pair } from '../src/testing/certificates.ts'
import { policyHost, rawHost, type Host } from '../src/testing/policy-host.ts'
import { bimiFetcher, type BimiFetcherOptions } from './bimi-fetcher.ts'
import { Failing } from './failure.ts'
import { nodeHttpsGet } from './https-get-node.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const NAME = 'default._bimi.brand.test'
const LOGO = 'https://logo.test/logo.svg?v=2'
const LOOPBACK = '127.0.0.1'
/** Public, and answering nobody here: whoever connects to it all the same fails otherwise than expected. */
const ADDRESSES: Record<string, string[]> = {
  'logo.test': [LOOPBACK],
  'cdn.test': [LOOPBACK],
  'six.test': ['::1'],
  'private.test': ['10.1.2.3'],
  'metadata.test': ['169.254.169.254'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'mixed.test': ['fd00::1', '192.168.0.1'],
}

let authority: Authority
let good: Pair

beforeAll(async () => {
  authority = await makeAuthority()
  good = await authority.issue(['logo.test', 'cdn.test'])
})

interface Set {
  record?: string
  port?: number
  /** Hosts that may be connected to although their address is private. */
  allowed?: readonly string[]
  limitMs?: number
}

function options({
  record = `v=BIMI1; l=${LOGO}`,
  port = 1,
  allowed,
  limitMs,
}: Set): BimiFetcherOptions {
  const inside = nodeHttpsGet({ addressesOf, allowPrivate: true, ca: [authority.root], port })
  const strict = nodeHttpsGet({ addressesOf, ca: [authority.root], port })
  return {
    txt: (name) => Promise.resolve(name === NAME ? [txtRecord(record)] : []),
    get: (request, signal) =>
      ((allowed ?? Object.keys(ADDRESSES)).includes(request.url.hostname) ? inside : strict)(
        request,
        signal,
      ),
    ...(limitMs === undefined ? {} : { limitMs }),
  }
}

function addressesOf(host: string): Promise<string[]> {
  const addresses = ADDRESSES[host]
  if (addresses === undefined) throw new Failing('nxdomain', `\`${host}\` does not exist`)
  return Promise.resolve(addresses)
}

async function indicatorOf(set: Set): Promise<Record<string, unknown>> {
  return { ...(await bimiFetcher('indicator', options(set))('brand.test', 'default')) }
}

const logoHost = (answer: Parameters<typeof policyHost>[1]): Promise<Host> =>
  policyHost(good, answer)

test('the logo is described, with the record that named it', async () => {
  const { port, seen } = await logoHost((response) =>
    response.setHeader('Content-Type', 'image/svg+xml').end(SVG),
  )
  const answer = await indicatorOf({ port })
  expect(answer).toMatchObject({
    url: LOGO,
    status: 200,
    mediaType: 'image/svg+xml',
    bytes: SVG.length,
    truncated: false,
    tls: { trusted: true },
    remoteAddress: LOOPBACK,
    hops: [],
    record: { name: NAME, text: `v=BIMI1; l=${LOGO}` },
  })
  expect(new TextDecoder().decode(decodeBase64(String(answer['body'])) ?? undefined)).toBe(SVG)
  expect(seen).toEqual([
    expect.objectContaining({ host: 'logo.test', sni: 'logo.test', path: '/logo.svg?v=2' }),
  ])
  expect(seen[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' })
})

test('the certificate is what `a=` names', async () => {
  const { port, seen } = await logoHost((response) => response.end('-----BEGIN CERTIFICATE-----'))
  const record = `v=BIMI1; l=${LOGO}; a=https://logo.test/mark.pem`
  const evidence = bimiFetcher('evidence', options({ record, port }))
  expect(await evidence('brand.test', 'default')).toMatchObject({
    url: 'https://logo.test/mark.pem',
    status: 200,
    record: { text: record },
  })
  expect(seen.map(({ path }) => path)).toEqual(['/mark.pem'])
})

test('a redirect is followed with a look-up and a handshake of its own', async () => {
  const { port, seen } = await logoHost((response) => {
    if (seen.length > 1) return response.end(SVG)
    return response.writeHead(302, { Location: 'https://cdn.test/logo.svg' }).end()
  })
  expect(await indicatorOf({ port })).toMatchObject({
    url: 'https://cdn.test/logo.svg',
    status: 200,
    hops: [{ url: LOGO, status: 302, location: 'https://cdn.test/logo.svg' }],
    record: { name: NAME },
  })
  expect(seen.map(({ sni }) => sni)).toEqual(['logo.test', 'cdn.test'])
})

test.each([
  ['a private address', 'https://private.test/logo.svg'],
  ['the metadata service of a cloud', 'https://metadata.test/latest/meta-data'],
  ['loopback', 'https://six.test/'],
  ['loopback in other words', 'https://mapped.test/'],
  ['several private addresses', 'https://mixed.test/'],
])('a redirect to a host with %s is refused', async (_, location) => {
  const { port, seen } = await logoHost((response) =>
    response.writeHead(301, { Location: location }).end(),
  )
  expect(await indicatorOf({ port, allowed: ['logo.test'] })).toEqual({
    failed: {
      reason: 'private-address',
      detail: expect.stringContaining(`after a redirect to ${location}`),
    },
    record: { name: NAME, text: `v=BIMI1; l=${LOGO}` },
  })
  expect(seen).toHaveLength(1)
})

test.each([
  'http://cdn.test/logo.svg',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://localhost/',
  'https://cdn.test:8443/logo.svg',
  'https://user:secret@cdn.test/',
  'file:///etc/passwd',
  'data:image/svg+xml,%3Csvg/%3E',
  '//127.0.0.1/',
])('a redirect to %s is described, and nothing is asked', async (location) => {
  const { port, seen } = await logoHost((response) =>
    response.writeHead(301, { Location: location }).end(),
  )
  expect(await indicatorOf({ port })).toMatchObject({ status: 301, location, hops: [], url: LOGO })
  expect(seen).toHaveLength(1)
})

test('a private address in the record’s own host is refused before anything connects', async () => {
  let connections = 0
  const { port } = await rawHost(() => connections++)
  expect(await indicatorOf({ port, allowed: [] })).toMatchObject({
    failed: { reason: 'private-address' },
    record: { name: NAME },
  })
  expect(connections).toBe(0)
})

test('a logo is read up to 512 KB', async () => {
  const { port } = await logoHost((response) => response.end(Buffer.alloc(600_000, 97)))
  expect(await indicatorOf({ port })).toMatchObject({ bytes: 524_288, truncated: true })
})

test('one limit holds for all hops together', async () => {
  const { port, seen } = await logoHost((response) => {
    if (seen.length === 1) response.writeHead(301, { Location: 'https://cdn.test/' }).end()
  })
  expect(await indicatorOf({ port, limitMs: 400 })).toMatchObject({
    failed: { reason: 'timeout', detail: 'no complete answer within 0.4 s' },
  })
  expect(seen).toHaveLength(2)
})

test('a bad certificate is described, with what it brought', async () => {
  const host = await policyHost(await authority.selfSigned(['logo.test']), (response) =>
    response.end(SVG),
  )
  expect(await indicatorOf({ port: host.port })).toMatchObject({
    status: 200,
    tls: { trusted: false, error: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
})

test.each([
  ['a declination', 'v=BIMI1; l=; a=;', 'no-location', 'the record names nothing in l='],
  ['a record with a fault', 'v=BIMI1; l=http://logo.test/logo.svg', 'no-record', NAME],
  ['a host that is no name', 'v=BIMI1; l=https://logo.0x7f/logo.svg', 'no-location', '0x7f'],
  ['a port of its own', 'v=BIMI1; l=https://logo.test:8443/logo.svg', 'port', '8443'],
  ['a host that does not exist', 'v=BIMI1; l=https://gone.test/logo.svg', 'nxdomain', 'gone.test'],
])('%s', async (_, record, reason, words) => {
  expect(await indicatorOf({ record })).toEqual({
    failed: { reason, detail: expect.stringContaining(words) },
    record: { name: NAME, text: record },
  })
})

test('without a record there is none to show either', async () => {
  expect(await indicatorOf({ record: 'v=spf1 -all' })).toEqual({
    failed: { reason: 'no-record', detail: 'no assertion record was found' },
  })
})

test('where private addresses are allowed, ports are too', async () => {
  const { port, seen } = await logoHost((response) => response.end(SVG))
  const record = `v=BIMI1; l=https://logo.test:${port}/logo.svg`
  const indicator = bimiFetcher('indicator', { ...options({ record }), anyPort: true })
  expect(await indicator('brand.test', 'default')).toMatchObject({ status: 200 })
  expect(seen[0]?.host).toBe(`logo.test:${port}`)
})
