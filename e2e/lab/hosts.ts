/** Real policy hosts on loopback addresses, port 443, each right or wrong in one way. */
import { createServer as createHttps, type Server } from 'node:https'
import type { ServerResponse } from 'node:http'
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
  pair: (authority: Authority, name: string) => Promise<Pair>
  answer: (response: ServerResponse, domain: string) => void
}

const good: Host['pair'] = (authority, name) => authority.issue([name])

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
  { label: 'good', pair: good, answer: serve },
  {
    label: 'expired',
    pair: (authority, name) =>
      authority.issue([name], { from: '20200101000000Z', to: '20200401000000Z' }),
    answer: serve,
  },
  { label: 'wrong-name', pair: (authority) => authority.issue(['www.lab.test']), answer: serve },
  { label: 'self-signed', pair: (authority, name) => authority.selfSigned([name]), answer: serve },
  {
    label: 'no-intermediate',
    pair: (authority, name) => authority.issueWithoutIntermediate([name]),
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

/** Starts every host at 127.0.0.71 and up; returns label → address. */
export async function startHosts(
  keeper: Keeper,
  authority: Authority,
  zone: string,
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  for (const [index, host] of HOSTS.entries()) {
    const address = `127.0.0.${71 + index}`
    const domain = `${host.label}.${zone}`
    const { key, cert } = await host.pair(authority, `mta-sts.${domain}`)
    const server = createHttps({ key, cert }, (request, response) => {
      if (request.url !== '/.well-known/mta-sts.txt') response.writeHead(404).end()
      else host.answer(response, domain)
    })
    await listen(server, address)
    keeper.atEnd(() => close(server))
    addresses.set(host.label, address)
  }
  await startNotTls(keeper, `127.0.0.${71 + HOSTS.length}`)
  addresses.set('not-tls', `127.0.0.${71 + HOSTS.length}`)
  // Nobody listens here.
  addresses.set('closed', `127.0.0.${72 + HOSTS.length}`)
  return addresses
}

/** A port 443 that speaks something else. */
async function startNotTls(keeper: Keeper, address: string): Promise<void> {
  const server = createTcp((socket) =>
    socket.on('error', () => {}).end('220 mail.lab.test ESMTP\r\n'),
  )
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(443, address, resolve),
  )
  keeper.atEnd(() => new Promise((resolve) => server.close(resolve)))
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(443, address, resolve)
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
