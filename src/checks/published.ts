import { valueOf, type Fact } from '../facts/fact.ts'
import type { FactSet } from '../facts/fact-set.ts'
import { mailHosts } from '../protocols/mx/mx.ts'
import type { Protocol } from './protocols.ts'

/** Is surely nothing of the protocol published: no record that even claims to be one? */
export function isAbsent(protocol: Protocol, facts: FactSet): boolean {
  switch (protocol) {
    case 'mta-sts':
      return hasNoRecord(facts.mtaStsRecord)
    case 'tls-rpt':
      return hasNoRecord(facts.tlsRptRecord)
    case 'bimi':
      return hasNoRecord(facts.bimiRecord)
    case 'dmarc':
      // A record of the organizational domain counts for its sub-domains.
      return hasNoRecord(facts.dmarcRecord) && valueOf(facts.dmarc)?.effective === null
    case 'dane':
      return hasNoTlsa(facts)
    case 'mx':
      return false
  }
}

/** Other TXT records at the name do not count. */
function hasNoRecord(fact: Fact<{ entries: { ours: boolean }[] }> | undefined): boolean {
  if (fact === undefined) return false
  return fact.state === 'absent' || valueOf(fact)?.entries.every(({ ours }) => !ours) === true
}

/** No mail server has a record, or there is no mail server to have one. */
function hasNoTlsa({ mx, tlsa }: FactSet): boolean {
  if (tlsa !== undefined)
    return valueOf(tlsa)?.every((host) => host.tlsa.state === 'absent') === true
  return mx?.state === 'absent' || (mx?.state === 'found' && mailHosts(mx.value).length === 0)
}
