/** An ordinary domain that has everything, unsigned, with two mail servers of its own. */
import { detailsOf, type DnsEntry, type World } from '../gather/sample/world.ts'

export const D = 'example.com'
const BASE: World['dns'] = {
  [`${D} MX`]: ['10 mail1.example.com', '20 mail2.example.com'],
  [`${D} TXT`]: ['v=spf1 mx -all'],
  [`${D} SOA`]: ['ns1.example.com hostmaster.example.com 1 300'],
  [`${D} NS`]: ['ns1.example.com'],
  [`mail1.${D} A`]: ['192.0.2.1'],
  [`mail1.${D} AAAA`]: ['2001:db8::1'],
  [`mail2.${D} A`]: ['192.0.2.2'],
  [`mail2.${D} AAAA`]: ['2001:db8::2'],
  [`_mta-sts.${D} TXT`]: ['v=STSv1; id=2026083101'],
  [`mta-sts.${D} A`]: ['192.0.2.3'],
  [`mta-sts.${D} AAAA`]: ['2001:db8::3'],
  [`_smtp._tls.${D} TXT`]: [`v=TLSRPTv1; rua=mailto:tls@${D}`],
  [`_dmarc.${D} TXT`]: [`v=DMARC1; p=reject; rua=mailto:dmarc@${D}`],
  [`default._bimi.${D} TXT`]: [`v=BIMI1; l=https://logo.${D}/logo.svg`],
  [`logo.${D} A`]: ['192.0.2.4'],
  [`logo.${D} AAAA`]: ['2001:db8::4'],
}
/** What assertion records of tests name. */
export const LOGO_URL = `https://logo.${D}/logo.svg`
export const MARK_URL = `https://logo.${D}/mark.pem`
const FILES: NonNullable<World['files']> = {
  [LOGO_URL]: { text: '<svg/>' },
  [MARK_URL]: { text: '-----BEGIN CERTIFICATE-----' },
}
const HTTP: World['http'] = {
  [D]: { lines: ['version: STSv1', 'mode: enforce', 'mx: *.example.com', 'max_age: 2592000'] },
}

/** Entries of the ordinary domain that are replaced; null takes one away. */
export type Changes = Record<string, DnsEntry | null>

export function ordinaryWorld(changes: Changes = {}): World {
  const dns = Object.entries({ ...BASE, ...changes }).filter(([, entry]) => entry !== null)
  return { dns: Object.fromEntries(dns) as World['dns'], http: HTTP, files: FILES }
}

/** The same, each answer after some milliseconds, but for those named here. */
export function slowWorld(dnsMs: number, atOnce: string[] = [], policyMs = 0): World {
  const { dns, http, files } = ordinaryWorld()
  const slowed = Object.entries(dns).map(([key, entry]) => {
    return [key, atOnce.includes(key) ? entry : { ...detailsOf(entry), delayMs: dnsMs }] as const
  })
  return {
    dns: Object.fromEntries(slowed),
    http: { ...http, [D]: { ...http[D], delayMs: policyMs } },
    ...(files && { files }),
  }
}
