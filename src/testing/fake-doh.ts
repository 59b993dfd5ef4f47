/** Resolvers for one test, behind a fetch of its own: they answer as told, and every question is noted. */
import type { Fetch } from '../gather/doh-request.ts'
import { decodeMessage } from '../protocols/dns/message.ts'
import { fromBase64Url } from '../protocols/dns/query.ts'
import { typeOf, type DnsRecord, type ValueType } from '../protocols/dns/record-data.ts'
import { encodeResponse, type Response as Content } from '../protocols/dns/response.ts'

export interface Asked {
  host: string
  name: string
  type: ValueType
  cd: boolean
  query: Uint8Array
  url: string
  init: RequestInit
}

/** What a resolver does with a question: a message to send, or a whole HTTP answer; it may also throw. */
export type Behaviour = (asked: Asked) => Content | Response | Promise<Content | Response>

export interface FakeDoh {
  fetch: Fetch
  /** `a.example _mta-sts.example.com TXT`, with `CD` where checking was disabled; in the order of asking. */
  asked: string[]
  requests: Asked[]
}

export function fakeDoh(resolvers: Record<string, Behaviour>): FakeDoh {
  const requests: Asked[] = []
  const asked: string[] = []
  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const question = read(url, init)
    requests.push(question)
    const { host, name, type, cd } = question
    asked.push([host, name, type, ...(cd ? ['CD'] : [])].join(' '))
    const answer = await resolvers[host]?.(question)
    if (answer === undefined) throw new TypeError(`Failed to fetch ${host}`)
    return answer instanceof Response ? answer : dnsResponse(encodeResponse(question.query, answer))
  }
  return { fetch, asked, requests }
}

function read(address: string, init: RequestInit): Asked {
  const url = new URL(address)
  const query = fromBase64Url(url.searchParams.get('dns') ?? '') ?? new Uint8Array()
  const decoded = decodeMessage(query)
  if (!decoded.ok || decoded.message.question === null) throw new Error(`no question: ${address}`)
  const { question, checkingDisabled } = decoded.message
  const type = typeOf(question.type)
  if (type === undefined) throw new Error(`a question of type ${question.type}`)
  return {
    host: url.host,
    name: question.name,
    type,
    cd: checkingDisabled,
    query,
    url: address,
    init,
  }
}

export function dnsResponse(bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, { headers: { 'Content-Type': 'application/dns-message' } })
}

/** Never answers; ends when the request is given up. */
export function silence({ init }: Asked): Promise<never> {
  return new Promise((_, reject) => {
    const { signal } = init
    signal?.addEventListener('abort', () => reject(new Error('aborted')))
  })
}

export function txt(name: string, text: string, ttl = 300): DnsRecord<'TXT'> {
  return { name, ttl, type: 'TXT', value: { text, strings: [text], encoding: 'utf-8' } }
}

export function cname(name: string, target: string, ttl = 60): DnsRecord<'CNAME'> {
  return { name, ttl, type: 'CNAME', value: target }
}

export function soa(name: string): DnsRecord<'SOA'> {
  const value = { primary: `ns.${name}`, mailbox: `hostmaster.${name}`, serial: 1, minimum: 60 }
  return { name, ttl: 60, type: 'SOA', value }
}
