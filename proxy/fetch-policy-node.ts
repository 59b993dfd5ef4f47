/** The policy file fetched in Node: by the Node door, and by the command line without a proxy. */
import { request, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { HttpAnswer } from '../src/protocols/http/answer.ts'
import { reachable, type AddressLookup } from './addresses.ts'
import { connectTo, trustOf } from './connect-node.ts'
import { MAX_BYTES, MAX_MS } from './door.ts'
import { codeOf, described, Failing, messageOf } from './failure.ts'
import type { PolicyFetcher } from './policy-fetcher.ts'
import { describe, POLICY_PATH, policyHost, REQUEST_HEADERS } from './policy-request.ts'
import { readBody } from './read-body.ts'
import { tlsOutcome } from './tls-outcome.ts'

export interface NodeFetchOptions {
  addressesOf: AddressLookup
  /** Connect to private, loopback and link-local addresses too. */
  allowPrivate?: boolean
  /** Further trusted roots, PEM. */
  ca?: readonly string[]
  /** For tests; senders use 443 and nothing else. */
  port?: number
  limitMs?: number
}

export function policyFetcher(options: NodeFetchOptions): PolicyFetcher {
  const { addressesOf, allowPrivate = false, port = 443, limitMs = MAX_MS } = options
  const trust = trustOf(options.ca ?? [])
  return (domain, caller) =>
    described(limitMs, caller, async (signal) => {
      const started = performance.now()
      const host = policyHost(domain)
      const addresses = reachable(host, await addressesOf(host, signal), allowPrivate)
      const socket = await connectTo({ host, addresses, port, trust }, signal)
      try {
        return await ask(domain, socket, started, signal)
      } finally {
        socket.destroy()
      }
    })
}

async function ask(
  domain: string,
  socket: TLSSocket,
  started: number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const tls = tlsOutcome(socket)
  const { remoteAddress } = socket
  const response = await responseOn(socket, policyHost(domain), signal)
  const header = (name: string) => {
    const value = response.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  const body = await readBody(response, MAX_BYTES).catch((error: unknown) => {
    throw new Failing('interrupted', `the answer broke off: ${codeOf(error) || messageOf(error)}`)
  })
  return {
    ...describe(domain, response.statusCode ?? 0, header, body, performance.now() - started),
    tls,
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  }
}

/** One request on a connection that stands. Throws `not-http` or `interrupted`. */
function responseOn(
  socket: TLSSocket,
  host: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => socket,
      path: POLICY_PATH,
      headers: { Host: host, ...REQUEST_HEADERS, Connection: 'close' },
      signal,
    })
    sent.once('response', resolve)
    sent.on('error', (error) => {
      const code = codeOf(error)
      reject(
        code.startsWith('HPE_')
          ? new Failing('not-http', `the answer is not HTTP: ${messageOf(error)}`)
          : new Failing('interrupted', `no answer came: ${code || messageOf(error)}`),
      )
    })
    sent.end()
  })
}
