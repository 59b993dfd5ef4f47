import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  createSecureServer,
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { encodeQuery } from '../src/protocols/dns/query.ts'
import { makeAuthority, type Authority, type Pair } from '../src/testing/certificates.ts'
import { dohDns } from './doh.ts'
import { nodeDohFetch } from './doh-node.ts'

const never = new AbortController().signal
const question = encodeQuery({ name: 'host.test', type: 'A' }) ?? new Uint8Array()

let authority: Authority
let pair: Pair
beforeAll(async () => {
  authority = await makeAuthority()
  pair = await authority.issue(['localhost'])
})

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}

/** Sends the body back, under the media type of DNS messages, with the version of HTTP in front. */
function echo(
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    response.setHeader('Content-Type', 'application/dns-message')
    const answer = Buffer.concat([Buffer.from([request.httpVersionMajor]), ...chunks])
    if ('stream' in response) response.end(answer)
    else response.end(answer)
  })
}

const ask = (url: string) => dohDns(url, nodeDohFetch([authority.root]))(question, never)

const SERVERS: [string, 1 | 2, 'http' | 'https', () => Server][] = [
  ['HTTP/1.1 in the clear', 1, 'http', () => createServer(echo)],
  ['HTTP/2 alone, in the clear', 2, 'http', () => createHttp2Server(echo)],
  ['HTTP/2 alone, over TLS', 2, 'https', () => createSecureServer({ ...pair }, echo)],
  [
    'HTTP/2 or HTTP/1.1 over TLS',
    2,
    'https',
    () => createSecureServer({ ...pair, allowHTTP1: true }, echo),
  ],
]

test.each(SERVERS)('a resolver that speaks %s', async (_what, version, scheme, make) => {
  const url = `${scheme}://localhost:${await portOf(make())}/dns-query`
  const asker = dohDns(url, nodeDohFetch([authority.root]))
  for (let i = 0; i < 3; i++)
    expect(await asker(question, never)).toEqual(Uint8Array.from([version, ...question]))
})

test('a resolver with a certificate of an unknown root is not believed', async () => {
  const port = await portOf(createSecureServer({ ...pair }, echo))
  const asked = dohDns(`https://localhost:${port}/`, nodeDohFetch())(question, never)
  await expect(asked).rejects.toMatchObject({ reason: 'resolver' })
})

test.each([
  ['an error', 503],
  ['a redirect', 302],
])('%s is no answer', async (_what, status) => {
  const server = createServer((_request, response) =>
    response.writeHead(status, { Location: 'https://dns.test/' }).end(),
  )
  await expect(ask(`http://localhost:${await portOf(server)}/`)).rejects.toMatchObject({
    reason: 'resolver',
    message: expect.stringContaining(`answered ${status}`),
  })
})

test('a resolver that is not there', async () => {
  await expect(ask('http://127.0.0.1:1/')).rejects.toMatchObject({ reason: 'resolver' })
})
