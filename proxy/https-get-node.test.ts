import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { decodeBase64 } from '../src/protocols/text/utf8.ts'
import { makeAuthority, type Authority, type Pair } from '../src/testing/certificates.ts'
import { policyHost } from '../src/testing/policy-host.ts'
import { nodeHttpsGet, type NodeGetOptions } from './https-get-node.ts'
import { policyFetcher } from './policy-fetcher.ts'

const NAME = 'mta-sts.good.test'
const POLICY = 'version: STSv1\nmode: enforce\nmx: mail.good.test\nmax_age: 604800\n'
const DAY = 86_400_000

let authority: Authority
let good: Pair

beforeAll(async () => {
  authority = await makeAuthority()
  good = await authority.issue([NAME])
})

type Options = Partial<NodeGetOptions>

function fetcher(port: number, options: Options = {}) {
  const get = nodeHttpsGet({
    addressesOf: () => Promise.resolve(['127.0.0.1']),
    allowPrivate: true,
    ca: [authority.root],
    port,
    ...options,
  })
  return policyFetcher(get)
}

async function answerOf(port: number, options?: Options): Promise<HttpAnswer> {
  const outcome = await fetcher(port, options)('good.test')
  if ('failed' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

const textOf = (answer: HttpAnswer) =>
  new TextDecoder().decode(decodeBase64(answer.body) ?? new Uint8Array())

const sendPolicy: Parameters<typeof policyHost>[1] = (response) =>
  response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(POLICY)

test('a good answer is described, with its certificate and where it came from', async () => {
  const host = await policyHost(good, sendPolicy)
  const answer = await answerOf(host.port)
  expect(answer).toMatchObject({
    url: 'https://mta-sts.good.test/.well-known/mta-sts.txt',
    status: 200,
    mediaType: 'text/plain; charset=utf-8',
    bytes: POLICY.length,
    truncated: false,
    remoteAddress: '127.0.0.1',
    tls: { protocol: 'TLSv1.3', trusted: true },
  })
  expect(answer.tls).not.toHaveProperty('error')
  expect(answer).not.toHaveProperty('location')
  expect(textOf(answer)).toBe(POLICY)
  expect(new X509Certificate(answer.tls?.chain[0] ?? '').subjectAltName).toBe(`DNS:${NAME}`)
  expect(answer.elapsedMs).toBeGreaterThanOrEqual(0)
})

test('the request names the policy host to TLS and to HTTP, and asks for no compression', async () => {
  const host = await policyHost(good, sendPolicy)
  await answerOf(host.port)
  expect(host.seen).toEqual([
    expect.objectContaining({ host: NAME, sni: NAME, path: '/.well-known/mta-sts.txt' }),
  ])
  expect(host.seen[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' })
})

const BAD_CERTIFICATES: [string, () => Promise<Pair>, string][] = [
  [
    'expired',
    () =>
      authority.issue([NAME], {
        from: new Date(Date.now() - 90 * DAY),
        to: new Date(Date.now() - DAY),
      }),
    'CERT_HAS_EXPIRED',
  ],
  [
    'not valid yet',
    () =>
      authority.issue([NAME], {
        from: new Date(Date.now() + DAY),
        to: new Date(Date.now() + 90 * DAY),
      }),
    'CERT_NOT_YET_VALID',
  ],
  ['for another name', () => authority.issue(['www.good.test']), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['self-signed', () => authority.selfSigned([NAME]), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [
    'without its intermediate',
    () => authority.issueWithoutIntermediate([NAME]),
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ],
]

test.each(BAD_CERTIFICATES)(
  'a certificate that is %s is not trusted, and all the rest is described',
  async (_what, make, error) => {
    const pair = await make()
    const host = await policyHost(pair, sendPolicy)
    const answer = await answerOf(host.port)
    expect(answer.tls).toMatchObject({ trusted: false, error })
    expect(new X509Certificate(answer.tls?.chain[0] ?? '').raw).toEqual(
      new X509Certificate(pair.cert).raw,
    )
    expect(textOf(answer)).toBe(POLICY)
  },
)

test('a private root is not trusted unless it was given', async () => {
  const host = await policyHost(good, sendPolicy)
  const answer = await answerOf(host.port, { ca: [] })
  expect(answer.tls).toMatchObject({
    trusted: false,
    error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  })
})

test('the chain is told leaf first, with the intermediate that was sent', async () => {
  const host = await policyHost(await authority.issueByIntermediate([NAME]), sendPolicy)
  const answer = await answerOf(host.port)
  const [leaf, middle] = (answer.tls?.chain ?? []).map((pem) => new X509Certificate(pem))
  expect(answer.tls?.trusted).toBe(true)
  expect(leaf?.subject).toBe(`CN=${NAME}`)
  expect(middle?.subject).toBe('CN=Signet test intermediate')
})

test('a host with nothing better than TLS 1.1 is described as such', async () => {
  const old = {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  } as const
  const host = await policyHost(good, sendPolicy, old)
  const answer = await answerOf(host.port)
  expect(answer.tls).toMatchObject({ protocol: 'TLSv1.1', trusted: true })
})

test('a redirect is described and not followed', async () => {
  const host = await policyHost(good, (response) =>
    response.writeHead(301, { Location: `https://www.good.test/.well-known/mta-sts.txt` }).end(),
  )
  const answer = await answerOf(host.port)
  expect(answer).toMatchObject({
    status: 301,
    location: 'https://www.good.test/.well-known/mta-sts.txt',
    bytes: 0,
    body: '',
  })
  expect(host.seen).toHaveLength(1)
})

test('status, compression and caching are told as they came', async () => {
  const host = await policyHost(good, (response) =>
    response
      .writeHead(404, { 'Content-Encoding': 'br', 'Cache-Control': 'max-age=31536000' })
      .end('xyz'),
  )
  const answer = await answerOf(host.port)
  expect(answer).toMatchObject({
    status: 404,
    contentEncoding: 'br',
    cacheControl: 'max-age=31536000',
    bytes: 3,
  })
  expect(answer).not.toHaveProperty('mediaType')
})
