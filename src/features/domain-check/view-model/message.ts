/** What a received message says about BIMI, from its header fields. Pure: nothing leaves the browser. */
import { ruleOf } from '../../../checks/catalogue.ts'
import { findingsOf, judge } from '../../../checks/report.ts'
import { found } from '../../../facts/fact.ts'
import type { FactSet } from '../../../facts/fact-set.ts'
import { isSelector } from '../../../protocols/bimi/selector.ts'
import { decodeBase64 } from '../../../protocols/text/utf8.ts'
import {
  parseAuthenticationResults,
  type MethodResult,
} from '../../../protocols/received-headers/authentication-results.ts'
import {
  addressesIn,
  fieldsNamed,
  tagList,
  type HeaderField,
} from '../../../protocols/received-headers/header-field.ts'
import type { Told } from './check-state.ts'

export interface Message {
  facts: FactSet
  /** Of the rules about a message. */
  findings: Told[]
  /** One for each `Authentication-Results`, topmost first. */
  results: { key: string; server: string; lines: ResultLine[] }[]
  /** Fields about BIMI as they stand, but for the embedded logo. */
  fields: HeaderField[]
  /** The embedded logo, base64 without blanks; null when there is none that decodes. */
  logo: string | null
  /** What to check next: the domain in `From`, and the selector that the message names. */
  sender: { domain: string; selector: string | null } | null
}

export interface ResultLine {
  /** `dmarc=pass` */
  result: string
  /** `header.from=example.com` … and the reason or comment, in our small mark-up. */
  details: string
}

const SHOWN = ['From', 'BIMI-Selector', 'BIMI-Location', 'BIMI-Logo-Preference']

/** More than any honest message carries. */
const MOST_RESULTS = 10

export function readMessage(fields: HeaderField[]): Message {
  const facts: FactSet = { headers: found(fields, { name: 'pasted headers', via: 'pasted' }) }
  const report = judge({ kind: 'domain', name: 'pasted headers' }, facts)
  return {
    facts,
    findings: findingsOf(report).filter(({ id }) => ruleOf(id).needs.includes('headers')),
    results: fieldsNamed(fields, 'authentication-results')
      .slice(0, MOST_RESULTS)
      .map(parseAuthenticationResults)
      .map(({ server, results }, place) => ({
        key: `${place} ${server}`,
        server,
        lines: results.map(toLine),
      })),
    fields: SHOWN.flatMap((name) =>
      fieldsNamed(fields, name.toLowerCase()).map((value) => ({ name, value })),
    ),
    logo: embeddedLogo(fields),
    sender: senderOf(fields),
  }
}

function toLine({ method, result, reason, properties }: MethodResult): ResultLine {
  const said = Object.entries(properties).map(([name, value]) => code(`${name}=${value}`))
  const why = reason === '' ? [] : [code(reason)]
  return { result: `${method}=${result}`, details: [...said, ...why].join(', ') }
}

function embeddedLogo(fields: readonly HeaderField[]): string | null {
  const value = fieldsNamed(fields, 'bimi-indicator')[0]?.replace(/\s/g, '') ?? ''
  const bytes = value === '' ? null : decodeBase64(value)
  return bytes === null || bytes.length === 0 ? null : value
}

function senderOf(fields: readonly HeaderField[]): Message['sender'] {
  const [address] = fieldsNamed(fields, 'from').flatMap(addressesIn)
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase() ?? ''
  if (!/^[^\s.][^\s]*\.[^\s.]+$/.test(domain)) return null
  const named = tagList(fieldsNamed(fields, 'bimi-selector')[0] ?? '').get('s') ?? ''
  const isNamed = named !== '' && named.toLowerCase() !== 'default' && isSelector(named, domain)
  return { domain, selector: isNamed ? named : null }
}

/** Are these two files the same bytes? */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [decodeBase64(one), decodeBase64(other)]
  return a !== null && b !== null && a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** Text from outside as code in our small mark-up, on one line. */
function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\``
}
