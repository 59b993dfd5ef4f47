import type { Fact } from '../../../facts/fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { bodyText } from '../../../facts/body-text.ts'
import { elapsed } from '../../../ui/count.ts'

/** "200, `text/plain`, 102 bytes, CRLF, 0.2 s, TLS 1.3": the answer around the file, for the line below it. */
export function policyAnswerWords(fact: Fact<HttpAnswer>): string {
  const answer = answerIn(fact)
  if (answer === undefined) return ''
  if (fact.source.via === 'pasted') return `Pasted by you, ${answer.bytes}\u00a0bytes.`
  const words = [
    String(answer.status),
    answer.mediaType === undefined
      ? 'no media type'
      : `\`${answer.mediaType.replaceAll('`', 'ˋ')}\``,
    `${answer.bytes}\u00a0bytes${answer.truncated ? ' and more' : ''}`,
    lineEnds(bodyText(answer)),
    elapsed(answer.elapsedMs),
    answer.tls?.protocol.replace(/^TLSv/, 'TLS\u00a0') ?? '',
  ]
  return `${words.filter((word) => word !== '').join(', ')}.`
}

export function answerIn(fact: Fact<HttpAnswer> | undefined): HttpAnswer | undefined {
  if (fact === undefined || fact.state === 'failed') return undefined
  return fact.state === 'found' ? fact.value : fact.seen
}

/** RFC 8461 section 3.2 allows CRLF and, by its grammar, LF. */
function lineEnds(text: string): string {
  const crlf = text.includes('\r\n')
  const lf = /(?:^|[^\r])\n/.test(text)
  if (crlf && lf) return 'mixed line ends'
  return crlf ? 'CRLF' : lf ? 'LF' : ''
}
