/** From what became of a fetch to what we know. */
import { absent, failed, faulty, found, type Fact, type Source } from '../facts/fact.ts'
import type { HttpAnswer, HttpFailure, HttpOutcome } from '../protocols/http/answer.ts'

/** RFC 8461 section 3.3 says what a policy host must answer. A policy that is not there is an ordinary thing. */
export function policyFact(outcome: HttpOutcome, source: Source): Fact<HttpAnswer> {
  const isGone = 'status' in outcome && (outcome.status === 404 || outcome.status === 410)
  if (isGone && outcome.tls?.trusted !== false) return { ...absent('404', source), seen: outcome }
  return fileFact(outcome, source)
}

/** A file that must be there: anything but status 200 over good TLS is wrong. */
export function fileFact(outcome: HttpOutcome, source: Source): Fact<HttpAnswer> {
  return 'failed' in outcome ? withoutAnswer(outcome, source) : withAnswer(outcome, source)
}

function withAnswer(answer: HttpAnswer, source: Source): Fact<HttpAnswer> {
  const { status, tls } = answer
  // A certificate that a sender refuses comes first: it never sees the answer.
  if (tls?.trusted === false)
    return faulty('tls', tls.error ?? 'the certificate is not trusted', source, answer)
  if (status >= 300 && status < 400)
    return faulty('redirect', answer.location ?? `status ${status}`, source, answer)
  if (status !== 200) return faulty('status', String(status), source, answer)
  if (answer.truncated)
    return faulty('too-large', `more than ${answer.bytes} bytes`, source, answer)
  return found(answer, source)
}

function withoutAnswer(
  { failed: { reason, detail } }: HttpFailure,
  source: Source,
): Fact<HttpAnswer> {
  switch (reason) {
    case 'nxdomain':
    case 'no-address':
      return absent('no-host', source)
    // The host is there, and does not speak HTTPS as it must.
    case 'refused':
    case 'not-http':
    case 'tls':
      return faulty(reason, detail, source)
    case 'timeout':
    case 'private-address':
    case 'unreachable':
    case 'interrupted':
    case 'resolver':
    case 'rate-limited':
      return failed(reason, detail, source)
    default:
      return failed('proxy', detail, source)
  }
}
