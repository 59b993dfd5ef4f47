import { policyUrl } from '../../../facts/build.ts'
import type { Fact } from '../../../facts/fact.ts'
import { policyFact } from '../../../gather/policy-fact.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { encodeBase64 } from '../../../protocols/text/utf8.ts'

/** Shows the answer with its status line and headers, and gives up where senders do. */
export function curlCommand(domain: string): string {
  return `curl -si --max-time 60 ${policyUrl(domain)}`
}

/**
 * What a visitor pasted in place of the answer: the file alone, or the output of `curl -i` with status line and
 * headers in front. A text field has one kind of line end and often loses the last one, so the last one is put back.
 */
export function readPasted(text: string, domain: string): Fact<HttpAnswer> {
  const { status, headers, body } = splitAnswer(text.replace(/\r\n?/g, '\n'))
  const answer = toAnswer(policyUrl(domain), status, headers, ended(body))
  return policyFact(answer, { name: policyUrl(domain), via: 'pasted' })
}

interface Split {
  status: number
  headers: ReadonlyMap<string, string>
  body: string
}

/** Interim answers and a proxy's own `200 Connection established` come before the answer itself. */
function splitAnswer(text: string): Split {
  const match = /^HTTP\/[\d.]+ (\d{3})([^\n]*)\n((?:[^\n]+\n)*)(?:\n|$)/.exec(text.trimStart())
  if (match === null) return { status: 200, headers: new Map(), body: text }
  const [head, code = '', reason = '', fields = ''] = match
  const rest = text.trimStart().slice(head.length)
  const interim = code.startsWith('1') || /connection established/i.test(reason)
  if (interim && rest.startsWith('HTTP/')) return splitAnswer(rest)
  return { status: Number(code), headers: readHeaders(fields), body: rest }
}

function readHeaders(fields: string): ReadonlyMap<string, string> {
  return new Map(
    fields.split('\n').flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    }),
  )
}

function ended(body: string): string {
  return body === '' || body.endsWith('\n') ? body : `${body}\n`
}

function toAnswer(
  url: string,
  status: number,
  headers: ReadonlyMap<string, string>,
  text: string,
): HttpAnswer {
  const bytes = new TextEncoder().encode(text)
  const answer: HttpAnswer = {
    url,
    status,
    bytes: bytes.length,
    body: encodeBase64(bytes),
    truncated: false,
    elapsedMs: 0,
  }
  const mediaType = headers.size === 0 ? 'text/plain' : headers.get('content-type')
  const location = headers.get('location')
  if (mediaType !== undefined) answer.mediaType = mediaType
  if (location !== undefined) answer.location = location
  return answer
}
