import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '@dnsquery/dns-packet'
import { decodeBase64 } from '../src/protocols/text/utf8.ts'
import { answerTo } from '../src/testing/dns-server.ts'
import { startWorkerd, type Workerd } from '../src/testing/workerd.ts'

const POLICY = 'version: STSv1\nmode: enforce\nmx: mail.good.test\nmax_age: 604800\n'
const RESOLVER = 'http://dns.test/dns-query'
const NXDOMAIN = 3

let outside: Server
let worker: Workerd
/** Every URL that the worker asked for, resolver left out. */
const asked: { url: string; headers: Record<string, unknown> }[] = []

/** Policy hosts by domain. */
const HOSTS: Record<string, (response: ServerResponse) => void> = {
  'good.test': (response) => response.setHeader('Content-Type', 'text/plain').end(POLICY),
  'redirect.test': (response) =>
    response.writeHead(301, { Location: 'https://www.redirect.test/' }).end(),
  'large.test': (response) => response.end('x'.repeat(70_000)),
  'endless.test': (response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(1000)));
    }
    response.on('drain', more)
    more()
  },
  'missing.test': (response) => response.writeHead(404).end('no such page'),
  'broken.test': (response) => {
    response.writeHead(200, { 'Content-Length': '1000' })
    response.write('version', () => response.destroy())
  },
}

/** What assertion records name, by address. */
const FILES: Record<string, (response: ServerResponse) => void> = {
  'https://logo.test/logo.svg': (response) =>
    response.setHeader('Content-Type', 'image/svg+xml').end('<svg/>'),
  'https://logo.test/mark.pem': (response) => response.end('x'.repeat(600_000)),
  'https://logo.test/moved.svg': (response) =>
    response.writeHead(302, { Location: '/logo.svg' }).end(),
  'https://logo.test/circle.svg': (response) =>
    response.writeHead(301, { Location: '/circle.svg' }).end(),
  'https://logo.test/plain.svg': (response) =>
    response.writeHead(301, { Location: 'http://logo.test/logo.svg' }).end(),
  'https://logo.test/inside.svg': (response) =>
    response.writeHead(301, { Location: 'https://inside.test/logo.svg' }).end(),
}

const RECORDS: Record<string, string> = {
  'default._bimi.brand.test': 'v=BIMI1; l=https://logo.test/logo.svg; a=https://logo.test/mark.pem',
  '_dmarc.brand.test': 'v=DMARC1; p=reject',
  'moved._bimi.brand.test': 'v=BIMI1; l=https://logo.test/moved.svg',
  'circle._bimi.brand.test': 'v=BIMI1; l=https://logo.test/circle.svg',
  'plain._bimi.brand.test': 'v=BIMI1; l=https://logo.test/plain.svg',
  'inside._bimi.brand.test': 'v=BIMI1; l=https://logo.test/inside.svg',
  'port._bimi.brand.test': 'v=BIMI1; l=https://logo.test:8443/logo.svg',
  'private._bimi.brand.test': 'v=BIMI1; l=https://inside.test/logo.svg',
  'none._bimi.brand.test': 'v=BIMI1; l=; a=;',
}

const ADDRESSES: Record<string, string> = {
  'mta-sts.private.test': '10.0.0.1',
  'inside.test': '192.168.0.1',
  'mta-sts.metadata.test': '169.254.169.254',
}

beforeAll(async () => {
  // The runtime puts the whole URL into the request line and sends no `Host`.
  outside = createServer({ requireHostHeader: false }, (request, response) => {
    const url = request.url ?? ''
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (url === RESOLVER) return resolve(Buffer.concat(chunks), response)
      asked.push({ url, headers: request.headers })
      const file = FILES[url]
      if (file !== undefined) return file(response)
      return HOSTS[new URL(url).hostname.replace(/^mta-sts\./, '')]?.(response)
    })
  })
  await new Promise<void>((done) => {
    outside.listen(0, '127.0.0.1', done)
  })
  const { port } = outside.address() as AddressInfo
  worker = await startWorkerd({
    outbound: `127.0.0.1:${port}`,
    variables: { SIGNET_RESOLVER: RESOLVER },
  })
}, 30_000)

afterAll(async () => {
  await worker.stop()
  outside.closeAllConnections()
  outside.close()
})

function resolve(query: Buffer, response: ServerResponse): void {
  const name = nameIn(query)
  const answers = answersTo(name, query.at(-14) ?? 0)
  response.setHeader('Content-Type', 'application/dns-message')
  response.end(answerTo(query, name.includes('nowhere') ? { flags: NXDOMAIN } : { answers }))
}

const A = 1
const TXT = 16

function answersTo(name: string, type: number): Answer[] {
  const text = RECORDS[name]
  if (type === TXT) return text === undefined ? [] : [{ type: 'TXT', name, ttl: 60, data: [text] }]
  return type === A ? [{ type: 'A', name, ttl: 60, data: ADDRESSES[name] ?? '192.0.43.8' }] : []
}

function nameIn(query: Buffer): string {
  const labels: string[] = []
  for (let at = 12; (query[at] ?? 0) > 0; at += (query[at] ?? 0) + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + (query[at] ?? 0)))
  return labels.join('.')
}

const policyOf = (domain: string) => answerAt(`/api/policy?domain=${domain}`)

/** Every question comes from a client of its own. */
async function answerAt(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${worker.base}${path}`, { headers: { 'CF-Connecting-IP': path } })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  return (await response.json()) as Record<string, unknown>
}

const textOf = ({ body }: Record<string, unknown>) =>
  new TextDecoder().decode(decodeBase64(String(body)) ?? new Uint8Array())

test('what this door has', async () => {
  const response = await fetch(`${worker.base}/api/capabilities`)
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await response.json()).toMatchObject({
    door: 'worker',
    routes: ['/api/capabilities', '/api/policy', '/api/indicator', '/api/evidence'],
    tls: false,
  })
  expect((await fetch(`${worker.base}/dns-query`)).status).toBe(404)
})

test('a good answer is described', async () => {
  const answer = await policyOf('good.test')
  expect(answer).toMatchObject({
    url: 'https://mta-sts.good.test/.well-known/mta-sts.txt',
    status: 200,
    mediaType: 'text/plain',
    bytes: POLICY.length,
    truncated: false,
  })
  expect(answer).not.toHaveProperty('tls')
  expect(textOf(answer)).toBe(POLICY)
  expect(asked.at(-1)).toMatchObject({
    url: 'https://mta-sts.good.test/.well-known/mta-sts.txt',
    headers: { 'accept-encoding': 'identity' },
  })
})

test('a redirect is described and not followed', async () => {
  const before = asked.length
  const answer = await policyOf('redirect.test')
  expect(answer).toMatchObject({ status: 301, location: 'https://www.redirect.test/' })
  expect(asked).toHaveLength(before + 1)
})

test.each(['large.test', 'endless.test'])('%s: reading stops at the limit', async (domain) => {
  expect(await policyOf(domain)).toMatchObject({ status: 200, bytes: 65_536, truncated: true })
})

test('a page that is not there is described with what came instead', async () => {
  const answer = await policyOf('missing.test')
  expect(answer).toMatchObject({ status: 404 })
  expect(textOf(answer)).toBe('no such page')
})

test('an answer that breaks off', async () => {
  expect(await policyOf('broken.test')).toMatchObject({ failed: { reason: 'interrupted' } })
})

test.each(['private.test', 'metadata.test'])('%s is refused, and never asked', async (domain) => {
  const before = asked.length
  expect(await policyOf(domain)).toMatchObject({ failed: { reason: 'private-address' } })
  expect(asked).toHaveLength(before)
})

test('a host that does not exist', async () => {
  expect(await policyOf('nowhere.test')).toMatchObject({ failed: { reason: 'nxdomain' } })
})

test('a URL is not taken for a domain', async () => {
  expect(await policyOf('https://good.test/')).toMatchObject({ failed: { reason: 'bad-request' } })
})

describe('the files that an assertion record names', () => {
  const indicatorOf = (selector: string, domain = 'brand.test') =>
    answerAt(`/api/indicator?domain=${domain}&selector=${selector}`)

  test('the logo is described, with its record', async () => {
    const answer = await indicatorOf('')
    expect(answer).toMatchObject({
      url: 'https://logo.test/logo.svg',
      status: 200,
      mediaType: 'image/svg+xml',
      hops: [],
      record: { name: 'default._bimi.brand.test', text: RECORDS['default._bimi.brand.test'] },
    })
    expect(textOf(answer)).toBe('<svg/>')
  })

  test('a sub-domain without a record has that of the organization', async () => {
    expect(await indicatorOf('', 'mail.brand.test')).toMatchObject({
      status: 200,
      record: { name: 'default._bimi.brand.test' },
    })
  })

  test('the certificate is read up to 512 KB', async () => {
    expect(await answerAt('/api/evidence?domain=brand.test')).toMatchObject({
      url: 'https://logo.test/mark.pem',
      bytes: 524_288,
      truncated: true,
    })
  })

  test('a redirect is followed and told', async () => {
    expect(await indicatorOf('moved')).toMatchObject({
      url: 'https://logo.test/logo.svg',
      status: 200,
      hops: [{ url: 'https://logo.test/moved.svg', status: 302, location: '/logo.svg' }],
    })
  })

  test.each([
    ['circle', 3, { status: 301, location: '/circle.svg' }],
    ['plain', 1, { status: 301, location: 'http://logo.test/logo.svg', hops: [] }],
    ['inside', 1, { failed: { reason: 'private-address' } }],
    ['private', 0, { failed: { reason: 'private-address' } }],
    ['port', 0, { failed: { reason: 'port' } }],
    ['none', 0, { failed: { reason: 'no-location' } }],
    ['other', 0, { failed: { reason: 'no-record' } }],
    ['my_logo', 0, { failed: { reason: 'bad-request' } }],
  ])('selector %s: %i fetches', async (selector, fetches, expected) => {
    const before = asked.length
    expect(await indicatorOf(selector)).toMatchObject(expected)
    expect(asked).toHaveLength(before + fetches)
  })
})

test('a client that asks too often is told to wait', async () => {
  const ask = () =>
    fetch(`${worker.base}/api/policy`, { headers: { 'CF-Connecting-IP': '192.0.2.1' } })
  const statuses: number[] = []
  for (let i = 0; i < 61; i++) statuses.push((await ask()).status)
  expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true)
  const last = await ask()
  expect(last.status).toBe(429)
  expect(last.headers.get('Retry-After')).toBe('1')
  expect(last.headers.get('Access-Control-Allow-Origin')).toBe('*')
})
