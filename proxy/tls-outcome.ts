import type { DetailedPeerCertificate, TLSSocket } from 'node:tls'
import type { TlsOutcome } from '../src/protocols/http/answer.ts'

/** What the handshake showed, for bad certificates too. */
export function tlsOutcome(socket: TLSSocket): TlsOutcome {
  const outcome = {
    protocol: socket.getProtocol() ?? 'unknown',
    trusted: socket.authorized,
    chain: chainOf(socket.getPeerCertificate(true)),
  }
  return socket.authorized ? outcome : { ...outcome, error: errorOf(socket) }
}

/**
 * The code of the first thing that is wrong, for example `CERT_HAS_EXPIRED`. Node sets a string where its types
 * promise an error.
 */
function errorOf(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message
  return String(error)
}

/** PEM, leaf first. Node links each certificate to its issuer, the last one to itself. */
function chainOf(leaf: DetailedPeerCertificate): string[] {
  const chain: string[] = []
  const seen = new Set<string>()
  let next: DetailedPeerCertificate | undefined = leaf
  while (next?.raw !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256)
    chain.push(pem(next.raw))
    next = next.issuerCertificate
  }
  return chain
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
