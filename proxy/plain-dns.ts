/** Plain DNS in Node: UDP, and TCP when an answer does not fit (RFC 1035 section 4.2, RFC 7766 section 5). */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { answers, idOf, isTruncated, withId, type AskDns } from './ask-dns.ts'
import { Failing, messageOf } from './failure.ts'

export interface DnsServer {
  address: string
  port: number
}

/** How long one server is waited for before the next is asked; the list is gone through twice. */
const ATTEMPT_MS = 1500
const ROUNDS = 2

export function plainDns(servers: readonly DnsServer[], attemptMs = ATTEMPT_MS): AskDns {
  return async (query, signal) => {
    let last: unknown = new Failing('resolver', 'no resolver is configured')
    for (const server of Array.from({ length: ROUNDS }, () => servers).flat()) {
      const attempt = AbortSignal.any([signal, AbortSignal.timeout(attemptMs)])
      try {
        return await askServer(server, query, attempt)
      } catch (error) {
        if (signal.aborted) throw error
        last = error
      }
    }
    throw last
  }
}

/** A random id and port are what stands between an answer and a forged one (RFC 5452 section 9). */
async function askServer(
  server: DnsServer,
  query: Uint8Array,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const asked = withId(query, randomInt(0x10000))
  const answer = await overUdp(server, asked, signal)
  const whole = isTruncated(answer) ? await overTcp(server, asked, signal) : answer
  return withId(whole, idOf(query))
}

function overUdp(
  { address, port }: DnsServer,
  query: Uint8Array,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop)
      socket.removeAllListeners()
      // A socket that has not been bound yet reports its closing as an error.
      socket.on('error', () => {})
      socket.close()
      settle()
    }
    const stop = () =>
      end(() => reject(new Failing('timeout', `${address} did not answer in time`)))
    signal.addEventListener('abort', stop, { once: true })
    socket.on('error', (error) =>
      end(() => reject(new Failing('resolver', `${address}: ${messageOf(error)}`))),
    )
    socket.on('message', (message) => {
      if (answers(message, query)) end(() => resolve(new Uint8Array(message)))
    })
    // A connected socket hears nobody else, and learns that a port is closed.
    socket.connect(port, address, () => socket.send(query))
    if (signal.aborted) stop()
  })
}

function overTcp(
  { address, port }: DnsServer,
  query: Uint8Array,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port })
    const stop = () => socket.destroy(new Failing('timeout', `${address} did not answer in time`))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    let received = Buffer.alloc(0)
    socket.on('connect', () => socket.write(Buffer.concat([lengthOf(query), query])))
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return
      const message = new Uint8Array(received.subarray(2, 2 + received.readUInt16BE(0)))
      if (answers(message, query)) resolve(message)
      socket.destroy()
    })
    socket.on('error', (error) =>
      reject(
        error instanceof Failing
          ? error
          : new Failing('resolver', `${address} over TCP: ${messageOf(error)}`),
      ),
    )
    socket.on('close', () => {
      signal.removeEventListener('abort', stop)
      reject(new Failing('resolver', `${address} closed the connection without an answer`))
    })
  })
}

function lengthOf(message: Uint8Array): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return length
}
