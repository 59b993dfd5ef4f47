/**
 * What was generated, read back: the same rules that judge what is published judge it before it is. The facts are those
 * of the day on which it is live; what is known around it, such as the mail servers, may be given.
 */
import { dnsSource, policyAnswer, policyUrl, txtRecord } from '../facts/build.ts'
import { found, type Fact } from '../facts/fact.ts'
import type { RawFactSet } from '../facts/fact-set.ts'
import type { TextFact } from '../facts/raw-text.ts'
import { isSelectedBimiRecord } from '../protocols/bimi/version.ts'
import { isSelectedDmarcRecord } from '../protocols/dmarc/record.ts'
import { toULabels } from '../protocols/dns/idn.ts'
import type { TxtRecord } from '../protocols/dns/records.ts'
import { isSelectedStsRecord } from '../protocols/mta-sts/record.ts'
import { isSelectedTlsRptRecord } from '../protocols/tls-rpt/record.ts'
import type { Protocol } from './protocols.ts'
import { judge, type Report } from './report.ts'

export interface Generated {
  /** A-labels, no final dot. */
  domain: string
  /** TXT records; others are passed over. */
  records: readonly { name: string; type: string; value: string; ttl: number }[]
  /** The policy file; null where there is none. */
  policy: string | null
}

export interface ReadBack {
  report: Report
  /** What it is judged by: the protocols of what was generated. */
  only: Protocol[]
}

/**
 * @param now milliseconds since 1970
 * @param around what was learned of the domain; what was generated takes its place
 */
export function readBack(generated: Generated, now: number, around: RawFactSet = {}): ReadBack {
  const { domain, records, policy } = generated
  const clock = { name: 'clock', via: 'derived' } as const
  const subject = {
    typed: domain,
    domain,
    unicode: toULabels(domain),
    localPart: null,
    changes: [],
  }
  const facts: RawFactSet = {
    ...around,
    now: found(now, clock),
    subject: found(subject, { name: domain, via: 'typed' }),
  }
  const only = new Set<Protocol>()
  for (const { name, type, value, ttl } of records) {
    const kind = KINDS.find(({ isThis }) => type === 'TXT' && isThis(value))
    if (kind === undefined) continue
    // A record that is changed behind an alias is still found at its own name.
    const owner = kind.owner === null ? name : `${kind.owner}.${domain}`
    Object.assign(facts, { [kind.fact]: asPublished(owner, value, ttl) })
    only.add(kind.protocol)
  }
  if (policy !== null) {
    const source = { name: policyUrl(domain), via: 'typed' } as const
    facts.mtaStsPolicyFile = found(policyAnswer(domain, policy), source)
    only.add('mta-sts')
  }
  return { report: judge({ kind: 'domain', name: domain }, facts), only: [...only] }
}

interface Kind {
  fact: Extract<TextFact, `${string}Txt`>
  protocol: Protocol
  /** Where such a record stands, below the domain; null where the visitor chooses. */
  owner: string | null
  isThis: (text: string) => boolean
}

const KINDS: readonly Kind[] = [
  { fact: 'mtaStsTxt', protocol: 'mta-sts', owner: '_mta-sts', isThis: isSelectedStsRecord },
  { fact: 'tlsRptTxt', protocol: 'tls-rpt', owner: '_smtp._tls', isThis: isSelectedTlsRptRecord },
  { fact: 'bimiTxt', protocol: 'bimi', owner: null, isThis: isSelectedBimiRecord },
  { fact: 'dmarcTxt', protocol: 'dmarc', owner: null, isThis: isSelectedDmarcRecord },
]

/** Whether the zone is signed is no matter of the record; its TTL is. */
function asPublished(name: string, value: string, ttl: number): Fact<TxtRecord[]> {
  const { dns } = dnsSource(name, 'TXT', { ttl, authenticated: true, resolver: '' })
  return found([txtRecord(value)], { name, via: 'typed', ...(dns && { dns }) })
}
