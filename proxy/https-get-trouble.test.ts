import { createServer as createTlsServer } from 'node:tls'
import { beforeAll, expect, test } from 'vitest'
import type { HttpAnswer, HttpFailure } from '../src/protocols/http/answer.ts'
import { decodeBase64 } from '../src/protocols/text/utf8.ts'
import { makeAuthority, type Authority, type Pair } from '../src/testing/certificates.ts'
import { policyHost, rawHost } from '../src/testing/policy-host.ts'
import { Failing } from './failure.ts'
import { nodeHttpsGet, type NodeGetOptions } from './https-get-node.ts'
import { policyFetcher } from './policy-fetcher.ts'

const NAME = 'mta-sts.good.test'
const POLICY = 'version: STSv1\nmode: enforce\nmx: mail.good.test\nmax_age: 604800\n'

let authority: Authority
let good: Pair

beforeAll(async () => {
  authority = await makeAuthority()
  good = await authority.issue([NAME])
})

interface Options extends Partial<NodeGetOptions> {
  limitMs?: number
}

function fetcher(port: number, { limitMs, ...options }: Options = {}) {
  const get = nodeHttpsGet({
    addressesOf: () => Promise.resolve(['127.0.0.1']),
    allowPrivate: true,
    ca: [authority.root],
    port,
    ...options,
  })
  return policyFetcher(get, limitMs)
}

async function answerOf(port: number, options?: Options): Promise<HttpAnswer> {
  const outcome = await fetcher(port, options)('good.test')
  if ('failed' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

async function failureOf(port: number, options?: Options) {
  const outcome = await fetcher(port, options)('good.test')
  return (outcome as HttpFailure).failed
}

const sendPolicy: Parameters<typeof policyHost>[1] = (response) =>
  response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(POLICY)

test.each([
  ['exactly the limit', 65_536, 65_536, false],
  ['one byte more', 65_537, 65_536, true],
  ['far more', 400_000, 65_536, true],
])('a body of %s', async (_what, sent, bytes, truncated) => {
  const host = await policyHost(good, (response) => response.end(Buffer.alloc(sent, 97)))
  const answer = await answerOf(host.port)
  expect(answer).toMatchObject({ status: 200, bytes, truncated })
  expect(decodeBase64(answer.body)).toHaveLength(bytes)
})

test('an endless body ends at the limit', async () => {
  const host = await policyHost(good, (response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(1000)));
    }
    response.on('drain', more)
    more()
  })
  expect(await answerOf(host.port)).toMatchObject({ bytes: 65_536, truncated: true })
})

test.each<[string, Parameters<typeof policyHost>[1]]>([
  ['never answers', () => {}],
  ['never ends its body', (response) => response.write('version: STSv1\n')],
])('a host that %s runs into the limit', async (_what, answer) => {
  const host = await policyHost(good, answer)
  expect(await failureOf(host.port, { limitMs: 200 })).toEqual({
    reason: 'timeout',
    detail: 'no complete answer within 0.2 s',
  })
})

test('a host that never shakes hands runs into the limit', async () => {
  const host = await rawHost(() => {})
  expect(await failureOf(host.port, { limitMs: 200 })).toMatchObject({ reason: 'timeout' })
})

test('a look-up that never ends runs into the limit', async () => {
  const addressesOf = () => new Promise<string[]>(() => {})
  expect(await failureOf(1, { addressesOf, limitMs: 50 })).toMatchObject({ reason: 'timeout' })
})

test('a caller who goes away is told apart from a slow host', async () => {
  const host = await policyHost(good, () => {})
  const outcome = await fetcher(host.port)('good.test', AbortSignal.timeout(50))
  expect(outcome).toMatchObject({ failed: { reason: 'interrupted' } })
})

test('an answer that breaks off is interrupted', async () => {
  const host = await policyHost(good, (response, socket) => {
    response.writeHead(200, { 'Content-Length': '1000' })
    response.write('version', () => socket.destroy())
  })
  expect(await failureOf(host.port)).toMatchObject({ reason: 'interrupted' })
})

test('a connection that closes without an answer is interrupted', async () => {
  const host = await policyHost(good, (_response, socket) => socket.destroy())
  expect(await failureOf(host.port)).toMatchObject({ reason: 'interrupted' })
})

test('something other than HTTP behind TLS is named', async () => {
  const server = createTlsServer({ ...good }, (socket) => {
    socket.on('error', () => {})
    socket.end('220 mail.good.test ESMTP\r\n')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  expect(await failureOf(port)).toMatchObject({ reason: 'not-http' })
  server.close()
})

test.each<[string, Parameters<typeof rawHost>[0], RegExp]>([
  [
    'plain HTTP',
    (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'),
    /^the TLS handshake failed: wrong version number$/,
  ],
  [
    'a connection that closes at once',
    (socket) => socket.destroy(),
    /^the TLS handshake failed: (?:read ECONNRESET|the connection was closed|Client network socket disconnected)/,
  ],
])('%s where TLS belongs is a failed handshake', async (_what, onConnection, detail) => {
  const host = await rawHost(onConnection)
  expect(await failureOf(host.port)).toEqual({
    reason: 'tls',
    detail: expect.stringMatching(detail),
  })
})

test('a refused connection', async () => {
  const host = await rawHost(() => {})
  await host.close()
  expect(await failureOf(host.port)).toEqual({
    reason: 'refused',
    detail: `127.0.0.1 refuses connections to port ${host.port}`,
  })
})

test('the next address is tried when the first refuses', async () => {
  const host = await policyHost(good, sendPolicy, { address: '127.0.0.3' })
  const addressesOf = () => Promise.resolve(['127.0.0.2', '127.0.0.3'])
  const answer = await answerOf(host.port, { addressesOf })
  expect(answer.remoteAddress).toBe('127.0.0.3')
})

test.each(['nxdomain', 'no-address', 'resolver'] as const)(
  'a look-up that ends in %s is passed on',
  async (reason) => {
    const addressesOf = () => Promise.reject(new Failing(reason, 'so it is'))
    expect(await failureOf(1, { addressesOf })).toEqual({ reason, detail: 'so it is' })
  },
)

test('a name that moves to loopback after the check is not followed: it is resolved once', async () => {
  const host = await policyHost(good, sendPolicy)
  const answers = [['192.0.2.1'], ['127.0.0.1']]
  let asked = 0
  const addressesOf = () => Promise.resolve(answers[asked++] ?? [])
  const failed = await failureOf(host.port, { addressesOf, allowPrivate: false })
  expect(failed).toMatchObject({ reason: 'private-address' })
  expect(asked).toBe(1)
  expect(host.seen).toEqual([])
})

test('a loopback address is refused before anything connects', async () => {
  let connections = 0
  const host = await rawHost(() => connections++)
  expect(await failureOf(host.port, { allowPrivate: false })).toEqual({
    reason: 'private-address',
    detail: '`mta-sts.good.test` has the loopback address 127.0.0.1',
  })
  expect(connections).toBe(0)
})
