/** Real policy hosts on loopback addresses, port 443, each right or wrong in one way. */
import type { RequestListener, ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createTcp } from 'node:net'
import type { Authority, Pair } from './certificates.ts'
import type { Keeper } from './processes.ts'

export const POLICY = [
  'version: STSv1',
  'mode: enforce',
  'mx: mail.$',
  'max_age: 2592000',
  '',
].join('\r\n')

export interface Host {
  /** First label of the policy domain below the lab's zone. */
  label: string
  pair: (authority: Authority, names: string[]) => Promise<Pair>
  answer: (response: ServerResponse, domain: string) => void
}

const good: Host['pair'] = (authority, names) => authority.issue(names)

function text(
  response: ServerResponse,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { 'content-type': 'text/plain', ...headers })
  response.end(body)
}

const policy = (domain: string): string => POLICY.replace('$', domain)
const serve: Host['answer'] = (response, domain) => text(response, policy(domain))

export const HOSTS: readonly Host[] = [
  {
    label: 'good',
    pair: (authority, names) => authority.issue([...names, 'mta-sts.signed.test']),
    answer: serve,
  },
  {
    label: 'expired',
    pair: (authority, names) =>
      authority.issue(names, { from: '20200101000000Z', to: '20200401000000Z' }),
    answer: serve,
  },
  { label: 'wrong-name', pair: (authority) => authority.issue(['www.lab.test']), answer: serve },
  { label: 'self-signed', pair: (authority, names) => authority.selfSigned(names), answer: serve },
  {
    label: 'no-intermediate',
    pair: (authority, names) => authority.issueWithoutIntermediate(names),
    answer: serve,
  },
  {
    label: 'redirect',
    pair: good,
    answer: (response) => {
      response.writeHead(301, { location: 'https://www.lab.test/' })
      response.end()
    },
  },
  {
    label: 'not-found',
    pair: good,
    answer: (response) => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end('<h1>Not found</h1>')
    },
  },
  {
    label: 'oversize',
    pair: good,
    answer: (response, domain) => text(response, policy(domain) + 'x: y\r\n'.repeat(40_000)),
  },
  {
    // Says that a body follows and never sends it: the limit on time has to end this one.
    label: 'slow',
    pair: good,
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' })
      response.write('version: STSv1\r\n')
    },
  },
  {
    label: 'broken',
    pair: good,
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' })
      response.write('version: STSv1\r\n', () => response.socket?.destroy())
    },
  },
  {
    label: 'web-page',
    pair: good,
    answer: (response) =>
      text(response, '<!doctype html><title>Hello</title>', { 'content-type': 'text/html' }),
  },
]

/** The address that the first host has; each further one has the next. */
const FIRST = 71
const addressOf = (index: number): string => `127.0.0.${FIRST + index}`

/** Starts every host, each for its label below all of the zones; returns label → address. */
export async function startHosts(
  keeper: Keeper,
  authority: Authority,
  zones: readonly string[],
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  for (const [index, host] of HOSTS.entries()) {
    const names = zones.map((zone) => `mta-sts.${host.label}.${zone}`)
    const pair = await host.pair(authority, names)
    await startHttps(keeper, addressOf(index), pair, (request, response) => {
      if (request.url !== '/.well-known/mta-sts.txt') response.writeHead(404).end()
      else host.answer(response, (request.headers.host ?? '').replace(/^mta-sts\./, ''))
    })
    addresses.set(host.label, addressOf(index))
  }
  await startNotTls(keeper, addressOf(HOSTS.length))
  addresses.set('not-tls', addressOf(HOSTS.length))
  // Nobody listens here.
  addresses.set('closed', addressOf(HOSTS.length + 1))
  return addresses
}

/** A port 443 that speaks something else. */
async function startNotTls(keeper: Keeper, address: string): Promise<void> {
  const server = createTcp((socket) => {
    // Read on, so that the other side's end is seen.
    socket.on('error', () => {}).resume()
    socket.end('220 mail.lab.test ESMTP\r\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(443, address, resolve)
  })
  keeper.atEnd(() => new Promise((resolve) => server.close(resolve)))
}

export async function startHttps(
  keeper: Keeper,
  address: string,
  { key, cert }: Pair,
  answer: RequestListener,
): Promise<void> {
  const server = createHttps({ key, cert }, answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(443, address, resolve)
  })
  keeper.atEnd(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
}
