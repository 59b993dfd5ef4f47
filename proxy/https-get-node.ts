/** One file fetched over HTTPS in Node: by the Node door, and by the command line without a proxy. */
import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { reachable, type AddressLookup } from './addresses.ts'
import { connectTo, trustOf } from './connect-node.ts'
import { codeOf, Failing, messageOf } from './failure.ts'
import { describe, headersOf, hostOf, type HttpsGet, type HttpsRequest } from './https-get.ts'
import { readBody } from './read-body.ts'
import { tlsOutcome } from './tls-outcome.ts'

export interface NodeGetOptions {
  addressesOf: AddressLookup
  /** Connect to private, loopback and link-local addresses too. */
  allowPrivate?: boolean
  /** Further trusted roots, PEM. */
  ca?: readonly string[]
  /** In the place of 443, for tests. */
  port?: number
}

export function nodeHttpsGet(options: NodeGetOptions): HttpsGet {
  const { addressesOf, allowPrivate = false, port = 443 } = options
  const trust = trustOf(options.ca ?? [])
  return async (request, signal) => {
    const started = performance.now()
    const { url, maxBytes } = request
    const host = hostOf(url)
    const addresses = reachable(host, await addressesOf(host, signal), allowPrivate)
    const target = { host, addresses, port: Number(url.port || port), trust }
    const socket = await connectTo(target, signal)
    try {
      const { remoteAddress } = socket
      const tls = tlsOutcome(socket)
      const response = await responseOn(socket, request, signal)
      const body = await readBody(response, maxBytes).catch((error: unknown) => {
        const cause = codeOf(error) || messageOf(error)
        throw new Failing('interrupted', `the answer broke off: ${cause}`)
      })
      const elapsed = performance.now() - started
      return {
        ...describe(url, response.statusCode ?? 0, headersIn(response), body, elapsed),
        tls,
        ...(remoteAddress === undefined ? {} : { remoteAddress }),
      }
    } finally {
      socket.destroy()
    }
  }
}

function headersIn({ headers }: IncomingMessage) {
  return (name: string): string | undefined => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
}

/** One request on a connection that stands. Throws `not-http` or `interrupted`. */
function responseOn(
  socket: TLSSocket,
  request: HttpsRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { url } = request
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      createConnection: () => socket,
      path: url.pathname + url.search,
      headers: { Host: hostHeader(url), ...headersOf(request), Connection: 'close' },
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

/** RFC 9110 section 7.2: with the port where the address has one. */
function hostHeader(url: URL): string {
  return url.port === '' ? hostOf(url) : `${hostOf(url)}:${url.port}`
}
