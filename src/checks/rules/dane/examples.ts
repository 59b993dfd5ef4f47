import { dnsSource, hostAddresses, mxFact, nothing, type DnsDetails } from '../../../facts/build.ts'
import { found, type Fact } from '../../../facts/fact.ts'
import type { TlsaHost } from '../../../facts/dane-facts.ts'
import { tlsaName, type TlsaRecord } from '../../../protocols/dane/tlsa.ts'
import { DOMAIN, seen } from '../../example.ts'
import type { Example } from '../../rule.ts'

export const SHA256 = '8cb0fc6c527506a053f4f14c8464bebbd6dede2738d11468dd953d7d6a3021f1'
export const OTHER = '0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3'
export const MAIL1 = 'mail1.example.com'
export const MAIL2 = 'mail2.example.com'

const SIGNED: DnsDetails = { authenticated: true }

/** A record from its presentation form. */
export function tlsaRecord(text: string): TlsaRecord {
  const [usage, selector, matchingType, data = ''] = text.split(' ')
  return {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    data,
  }
}

export function tlsaFact(
  name: string,
  records: string[],
  details: DnsDetails = SIGNED,
): Fact<TlsaRecord[]> {
  if (records.length === 0) return nothing(name, 'TLSA', 'nxdomain', details)
  return found(records.map(tlsaRecord), dnsSource(name, 'TLSA', details))
}

export function tlsaHost(host: string, records: string[], details: DnsDetails = SIGNED): TlsaHost {
  return { host, tlsa: tlsaFact(tlsaName(host), records, details) }
}

/** Mail servers with TLSA records, all in signed zones unless told otherwise. */
export function tlsaHosts(...hosts: TlsaHost[]): Example {
  const lines = hosts.flatMap(({ host, tlsa }) =>
    tlsa.state === 'found'
      ? tlsa.value.map(
          ({ usage, selector, matchingType, data }) =>
            `${tlsaName(host)} TLSA ${usage} ${selector} ${matchingType} ${data}`,
        )
      : [`${tlsaName(host)} has no TLSA record`],
  )
  const names = hosts.map(({ host }) => host)
  return seen(lines.join('\n'), {
    mx: mxFact(
      DOMAIN,
      names.map((name, index) => `${10 * (index + 1)} ${name}`),
      SIGNED,
    ),
    mxHosts: found(
      names.map((name) => hostAddresses(name, ['192.0.2.1'], SIGNED)),
      dnsSource(DOMAIN, 'MX', SIGNED),
    ),
    tlsa: found(hosts, dnsSource(DOMAIN, 'MX', SIGNED)),
  })
}
