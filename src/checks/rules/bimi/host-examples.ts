import { found, type Fact } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { encodeBase64 } from '../../../protocols/text/utf8.ts'
import { seen } from '../../example.ts'
import type { Example } from '../../rule.ts'
import { LOGO, MARK } from './examples.ts'

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"/>'
export const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
export const GZIP = Uint8Array.of(0x1f, 0x8b, 8, 0)

/** An answer with this body: status 200 and the right media type unless told otherwise. */
export function answerOf(
  url: string,
  body: string | Uint8Array,
  details: Partial<HttpAnswer> = {},
): HttpAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return {
    url,
    status: 200,
    mediaType: url.endsWith('.pem') ? 'application/x-pem-file' : 'image/svg+xml',
    bytes: bytes.length,
    body: encodeBase64(bytes),
    truncated: false,
    elapsedMs: 80,
    ...details,
  }
}

/** The answer as gathering makes a fact of it. */
export function fileFact(answer: HttpAnswer): Fact<HttpAnswer> {
  const source = { name: answer.url, via: 'proxy' } as const
  if (answer.tls?.trusted === false)
    return { state: 'faulty', reason: 'tls', detail: answer.tls.error ?? '', source, seen: answer }
  if (answer.status === 200) return found(answer, source)
  if (answer.status === 404) return { state: 'absent', how: '404', source, seen: answer }
  const reason = answer.status >= 300 && answer.status < 400 ? 'redirect' : 'status'
  return { state: 'faulty', reason, detail: String(answer.status), source, seen: answer }
}

export function logoAnswer(
  show: string,
  details: Partial<HttpAnswer> = {},
  body: string | Uint8Array = SVG,
): Example {
  return seen(show, { indicator: fileFact(answerOf(details.url ?? LOGO, body, details)) })
}

export function markAnswer(
  show: string,
  details: Partial<HttpAnswer> = {},
  body: string = PEM,
): Example {
  return seen(show, { evidence: fileFact(answerOf(details.url ?? MARK, body, details)) })
}
