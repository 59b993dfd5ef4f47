/** A world answers: DNS messages in and out as on the wire, and policy files as the proxy describes them. */
import { decodeMessage } from '../../protocols/dns/message.ts'
import {
  isOfType,
  typeOf,
  type DnsRecord,
  type ValueType,
} from '../../protocols/dns/record-data.ts'
import { encodeResponse, type Response } from '../../protocols/dns/response.ts'
import type { HttpOutcome } from '../../protocols/http/answer.ts'
import { policyUrl } from '../../facts/build.ts'
import { decodeBase64, encodeBase64 } from '../../protocols/text/utf8.ts'
import { toRecords } from './records.ts'
import { entryFor, type DnsDetails, type HttpEntry, type World } from './world.ts'

/** An answer, or none, each after some milliseconds. */
export type DnsReply = { delayMs: number } & (
  { bytes: Uint8Array<ArrayBuffer> } | { failure: NonNullable<DnsDetails['failure']> }
)

/** @throws when the query is not one question that a resolver of this program would be asked */
export function answerDns(world: World, query: Uint8Array): DnsReply {
  const decoded = decodeMessage(query)
  const question = decoded.ok ? decoded.message.question : null
  const type = question === null ? undefined : typeOf(question.type)
  if (!decoded.ok || question === null || type === undefined) throw new Error('not a question')
  const { details, response } = resolve(world, question.name, type)
  const { delayMs = 0, failure } = details
  if (failure !== undefined) return { delayMs, failure }
  const isBogus = details.bogus === true && !decoded.message.checkingDisabled
  const { extendedErrors = [] } = details
  const content: Response = isBogus ? { rcode: 'SERVFAIL', extendedErrors } : response
  return { delayMs, bytes: encodeResponse(query, content) }
}

/** Real resolvers give up on longer chains. */
const MAX_ALIASES = 12
const DEFAULT_TTL = 3600

interface Resolved {
  /** Of the name at the end of the aliases. */
  details: DnsDetails
  response: Response
}

/** What a resolver finds, aliases followed. */
export function resolve(world: World, name: string, type: ValueType): Resolved {
  const aliases: DnsRecord[] = []
  let isSecure = true
  for (let at = name; aliases.length <= MAX_ALIASES;) {
    const alias = type === 'CNAME' ? undefined : entryFor(world, at, 'CNAME').details
    const [target] = toRecords(alias?.records ?? [], at, 'CNAME', alias?.ttl ?? DEFAULT_TTL)
    if (target === undefined || !isOfType(target, 'CNAME'))
      return ending(world, at, type, aliases, isSecure)
    aliases.push(target)
    isSecure &&= alias?.authenticated === true
    at = target.value
  }
  return { details: {}, response: { rcode: 'SERVFAIL' } }
}

function ending(
  world: World,
  name: string,
  type: ValueType,
  aliases: DnsRecord[],
  isSecure: boolean,
): Resolved {
  const { details, exists } = entryFor(world, name, type)
  const { records = [], ttl = DEFAULT_TTL, authenticated = false } = details
  const response: Response = {
    rcode: details.rcode ?? (exists ? 'NOERROR' : 'NXDOMAIN'),
    authenticated: authenticated && isSecure,
    truncated: details.truncated === true,
    answers: [...aliases, ...toRecords(records, name, type, ttl)],
    authorities: records.length === 0 ? [soaOf(name)] : [],
    extendedErrors: details.extendedErrors ?? [],
  }
  return { details, response }
}

/** A resolver that got to the end and found nothing says so with an SOA record (RFC 2308 section 2). */
function soaOf(name: string): DnsRecord {
  const zone = name.split('.').slice(-2).join('.')
  const value = { primary: `ns1.${zone}`, mailbox: `hostmaster.${zone}`, serial: 1, minimum: 300 }
  return { name: zone, ttl: 300, type: 'SOA', value }
}

/** As the proxy tells it. */
export function answerPolicy(world: World, domain: string): HttpOutcome {
  const entry = world.http[domain]
  if (entry === undefined)
    return { failed: { reason: 'nxdomain', detail: `mta-sts.${domain} does not exist` } }
  return outcomeOf(policyUrl(domain), entry, 'text/plain')
}

/** @param mediaType unless the entry has one */
export function outcomeOf(url: string, entry: HttpEntry, mediaType: string): HttpOutcome {
  if ('failed' in entry) return { failed: entry.failed }
  const { lines, text, base64, delayMs: _, ...given } = entry
  const body = bodyOf({ lines, text, base64 })
  return {
    url,
    status: 200,
    mediaType,
    bytes: body.length,
    body: encodeBase64(body),
    truncated: false,
    elapsedMs: 84,
    ...given,
  }
}

interface Written {
  lines: readonly string[] | undefined
  text: string | undefined
  base64: string | undefined
}

function bodyOf({ lines, text, base64 }: Written): Uint8Array {
  if (base64 !== undefined) return decodeBase64(base64) ?? new Uint8Array()
  return new TextEncoder().encode(text ?? (lines ?? []).map((line) => `${line}\r\n`).join(''))
}

/** Milliseconds until the policy host of a domain answers. */
export function policyDelay(world: World, domain: string): number {
  return delayOf(world.http[domain])
}

export function delayOf(entry: HttpEntry | undefined): number {
  return entry === undefined || 'failed' in entry ? 0 : (entry.delayMs ?? 0)
}
