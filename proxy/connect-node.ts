/**
 * A TLS connection to one of the addresses that were checked, and to nothing else: the name is never resolved again, so
 * an answer that changes in between (DNS rebinding) has no effect.
 */
import { connect as connectTcp, type Socket } from 'node:net'
import {
  connect as connectTls,
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import { codeOf, Failing, messageOf } from './failure.ts'

/** Waiting for one address while there are others. */
const ATTEMPT_MS = 2500

export interface Trust {
  ordinary: SecureContext
  /** Takes the versions that RFC 8996 forbids, so that a host which has nothing better can be described. */
  old: SecureContext
}

/** The roots that Node ships, and further ones in PEM. */
export function trustOf(extra: readonly string[]): Trust {
  const ca = [...getCACertificates('default'), ...extra]
  return {
    ordinary: createSecureContext({ ca, minVersion: 'TLSv1.2' }),
    old: createSecureContext({ ca, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
  }
}

export interface Target {
  host: string
  addresses: readonly string[]
  port: number
  trust: Trust
}

/** Throws `Failing`: `refused`, `unreachable`, `timeout` or `tls`. */
export async function connectTo(target: Target, signal: AbortSignal): Promise<TLSSocket> {
  const { socket, address } = await firstThatAnswers(target, signal)
  try {
    return await handshake(socket, target.host, target.trust.ordinary, signal)
  } catch (error) {
    if (signal.aborted) throw error
    const again = await connectAddress(address, target.port, signal)
    return handshake(again, target.host, target.trust.old, signal).catch(() => {
      throw new Failing('tls', `the TLS handshake failed: ${handshakeTrouble(error)}`)
    })
  }
}

/** What OpenSSL calls it, without the addresses in memory and lines of code that its whole message has. */
function handshakeTrouble(error: unknown): string {
  const isTold = error instanceof Error && 'reason' in error && typeof error.reason === 'string'
  return isTold ? `${error.reason}` : messageOf(error)
}

async function firstThatAnswers(
  { addresses, port }: Target,
  signal: AbortSignal,
): Promise<{ socket: Socket; address: string }> {
  const failures: Failing[] = []
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1
    const patience = isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)])
    try {
      return { socket: await connectAddress(address, port, patience), address }
    } catch (error) {
      if (signal.aborted || !(error instanceof Failing)) throw error
      failures.push(error)
    }
  }
  const refused = failures.find(({ reason }) => reason === 'refused')
  throw refused ?? failures[0] ?? new Failing('no-address', 'no address to connect to')
}

function connectAddress(address: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: address, port })
    const stop = () => socket.destroy(new Failing('timeout', `${address} did not answer in time`))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    socket.once('connect', () => {
      signal.removeEventListener('abort', stop)
      resolve(socket)
    })
    // Stays: an error after the connection stands belongs to whoever uses it, and must not end the process.
    socket.on('error', (error) => reject(connectFailure(error, address, port)))
  })
}

function connectFailure(error: Error, address: string, port: number): Failing {
  if (error instanceof Failing) return error
  const code = codeOf(error)
  if (code === 'ECONNREFUSED')
    return new Failing('refused', `${address} refuses connections to port ${port}`)
  if (code === 'ETIMEDOUT') return new Failing('timeout', `${address} did not answer in time`)
  return new Failing('unreachable', `${address} cannot be reached: ${code || error.message}`)
}

function handshake(
  tcp: Socket,
  host: string,
  secureContext: SecureContext,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      socket: tcp,
      servername: host,
      secureContext,
      ALPNProtocols: ['http/1.1'],
      // A bad certificate is a thing to describe: the verdict is read from the socket, nothing secret is sent.
      rejectUnauthorized: false,
    })
    const stop = () => socket.destroy(new Failing('timeout', 'the TLS handshake took too long'))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    const failed = (error: Error) => {
      tcp.destroy()
      reject(error)
    }
    socket.on('error', failed)
    socket.once('close', () => failed(new Error('the connection was closed')))
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', stop)
      resolve(socket)
    })
  })
}
