/** From what became of a fetch to what we know: RFC 8461 section 3.3 says what a policy host must answer. */
import { absent, failed, faulty, found, type Fact, type Source } from '../facts/fact.ts'
import type { HttpAnswer, HttpFailure, HttpOutcome } from '../protocols/http/answer.ts'

export function policyFact(outcome: HttpOutcome, source: Source): Fact<HttpAnswer> {
  return 'failed' in outcome ? withoutAnswer(outcome, source) : withAnswer(outcome, source)
}

function withAnswer(answer: HttpAnswer, source: Source): Fact<HttpAnswer> {
  const { status, tls } = answer
  // A certificate that a sender refuses comes first: it never sees the answer.
  if (tls?.trusted === false)
    return faulty('tls', tls.error ?? 'the certificate is not trusted', source, answer)
  if (status >= 300 && status < 400)
    return faulty('redirect', answer.location ?? `status ${status}`, source, answer)
  if (status === 404 || status === 410) return { ...absent('404', source), seen: answer }
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
