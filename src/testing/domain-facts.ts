import {
  dnsSource,
  hostAddresses,
  mxFact,
  noHost,
  nothing,
  policyFileFact,
  policyUrl,
  txtFact,
} from '../facts/build.ts'
import { absent, faulty, found, type Fact } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import { policyAnswer } from '../facts/build.ts'
import type { HttpAnswer } from '../protocols/http/answer.ts'

export const NOW = Date.parse('2026-09-14T09:12:00Z')

export interface DomainSketch {
  domain: string
  /** MX records; `0 .` for a null MX, none for a domain without. */
  mx: string[]
  /** TXT at `_mta-sts`; none for NXDOMAIN. */
  sts: string[]
  /** The policy file; null for a policy host that does not exist. */
  policy: string | null
  /** Where the policy host redirects to, in place of a file. */
  redirect: string | null
  /** TXT at `_smtp._tls`; none for NXDOMAIN. */
  rpt: string[]
  /** More facts, and others in place of those. */
  facts: RawFactSet
}

/** What a check of a whole domain gathers; what is not sketched is in order, and the zone is signed. */
export function domainFacts(sketch: Partial<DomainSketch> = {}): RawFactSet {
  const { domain, mx, sts, rpt, facts } = { ...ORDINARY, ...sketch }
  const signed = { authenticated: true }
  const txt = (name: string, records: string[]): RawFactSet['mtaStsTxt'] & object =>
    records.length > 0 ? txtFact(name, records, signed) : nothing(name, 'TXT', 'nxdomain', signed)
  const hosts = mx.map((record) => record.split(' ')[1] ?? '').filter((host) => host !== '.')
  return {
    now: found(NOW, { name: 'clock', via: 'derived' }),
    subject: found(
      { typed: domain, domain, unicode: domain, localPart: null, changes: [] },
      { name: domain, via: 'typed' },
    ),
    mx: mx.length > 0 ? mxFact(domain, mx, signed) : nothing(domain, 'MX', 'nodata', signed),
    mxHosts: found(
      hosts.map((host) => hostAddresses(host, ['1.1.1.1', '2606:4700:4700::1111'], signed)),
      dnsSource(domain, 'MX', signed),
    ),
    mtaStsTxt: txt(`_mta-sts.${domain}`, sts),
    tlsRptTxt: txt(`_smtp._tls.${domain}`, rpt),
    ...policyFacts(sketch),
    ...facts,
  }
}

const ORDINARY: DomainSketch = {
  domain: 'example.com',
  mx: ['10 mail1.example.com', '20 mail2.example.com'],
  sts: ['v=STSv1; id=2026083101'],
  policy:
    'version: STSv1\r\nmode: enforce\r\nmx: mail1.example.com\r\nmx: mail2.example.com\r\nmax_age: 2592000\r\n',
  redirect: null,
  rpt: ['v=TLSRPTv1; rua=mailto:tlsrpt@reports.example.net'],
  facts: {},
}

function policyFacts(sketch: Partial<DomainSketch>): RawFactSet {
  const { domain, policy, redirect } = { ...ORDINARY, ...sketch }
  const name = `mta-sts.${domain}`
  const url = policyUrl(domain)
  const source = { name: url, via: 'proxy' } as const
  if (policy === null)
    return {
      policyHost: found(noHost(name), dnsSource(name, 'A')),
      mtaStsPolicyFile: absent('no-host', source),
    }
  const policyHost = found(
    hostAddresses(name, ['1.0.0.1', '2606:4700:4700::1001']),
    dnsSource(name, 'A'),
  )
  const answer = policyAnswer(domain, '', { status: 301, location: redirect ?? '' })
  const mtaStsPolicyFile: Fact<HttpAnswer> =
    redirect === null
      ? policyFileFact(domain, policy)
      : faulty('redirect', `301 to ${redirect}`, source, answer)
  return { policyHost, mtaStsPolicyFile }
}
