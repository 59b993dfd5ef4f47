/** What can be said of a logo or certificate file from its bytes and its answer alone. */
import type { Fact } from '../../../facts/fact.ts'
import { bodyText } from '../../../facts/body-text.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { decodeBase64 } from '../../../protocols/text/utf8.ts'
import { answerIn } from './policy-answer-words.ts'
import { capitalised, countOf, elapsed, inWords } from '../../../ui/count.ts'
import { failedBriefly, faultyWords } from '../../../queries/failure-words.ts'

/** The magic of gzip (RFC 1952 section 2.3.1): an SVGZ. */
export function isGzip({ body }: HttpAnswer): boolean {
  const [first, second] = decodeBase64(body.slice(0, 4)) ?? []
  return first === 0x1f && second === 0x8b
}

/** Certificates in the file as far as its text tells (RFC 7468 section 2); what they say is not read here. */
export function pemBlocks(answer: HttpAnswer): number {
  return bodyText(answer).match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0
}

/** "200, `image/svg+xml`, 9,204 bytes, 0.2 s, TLS 1.3." */
export function answerWords(answer: HttpAnswer): string {
  const { status, mediaType, contentEncoding, bytes, truncated, elapsedMs, tls } = answer
  const words = [
    String(status),
    mediaType === undefined ? 'no media type' : code(mediaType),
    contentEncoding === undefined ? '' : `sent as ${code(contentEncoding)}`,
    `${bytes.toLocaleString('en')}\u00a0bytes${truncated ? ' and more' : ''}`,
    elapsed(elapsedMs),
    tls?.protocol.replace(/^TLSv/, 'TLS\u00a0') ?? '',
  ]
  return `${words.filter((word) => word !== '').join(', ')}.`
}

/** Each redirect on the way, "`https://a` answers 301 and leads to `https://b`". */
export function hopWords({ hops = [] }: HttpAnswer): string[] {
  return hops.map(
    ({ url, status, location }) => `${code(url)} answers ${status} and leads to ${code(location)}.`,
  )
}

/** What became of the fetch, where there is no good file to show. */
export function outcomeOfFetch(fact: Fact<HttpAnswer>): string {
  switch (fact.state) {
    case 'found':
      return ''
    case 'absent':
      return fact.how === '404' ? 'There is no file at this address.' : 'The host does not exist.'
    case 'faulty':
      return `It ${verbFor(fact.reason)}.`
    case 'failed':
      return `It could not be fetched: ${failedBriefly(fact.reason)}. This says nothing about the domain.`
  }
}

function verbFor(reason: Extract<Fact<HttpAnswer>, { state: 'faulty' }>['reason']): string {
  return reason === 'tls' || reason === 'alias-loop'
    ? `cannot be fetched: ${faultyWords(reason)}`
    : faultyWords(reason)
}

/** "PEM text with two certificates, not read further." */
export function evidenceWords(answer: HttpAnswer): string {
  const blocks = pemBlocks(answer)
  if (blocks === 0) return 'The file holds no PEM certificate.'
  const many = countOf(blocks, 'certificate')
  return `${capitalised(many)} in PEM form. What ${blocks === 1 ? 'it says' : 'they say'} has not been read here.`
}

/**
 * Whoever fetched a file read the record for itself. Where that was another record than the one this page saw, the file
 * may be another one too: a change may be on its way.
 */
export function otherRecordSeen(
  fact: Fact<HttpAnswer> | undefined,
  seen: { name: string; texts: readonly string[] } | null,
): string | null {
  const record = answerIn(fact)?.record
  if (record === undefined || seen === null) return null
  return record.name.toLowerCase() === seen.name.toLowerCase() && seen.texts.includes(record.text)
    ? null
    : `${code(record.text)} at ${code(record.name)}`
}

/** "one hop", for the line below the picture. */
export function hopCount({ hops = [] }: HttpAnswer): string {
  return hops.length === 0
    ? 'no redirect'
    : `${inWords(hops.length)} redirect${hops.length === 1 ? '' : 's'}`
}

/** Text from outside as code in our small mark-up: a backtick in it would end the code. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``
}
