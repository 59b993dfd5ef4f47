import type { RawFacts } from '../../../facts/fact-set.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { rptStanding, type TlsRptToday } from '../../../publish/make/tls-rpt.ts'
import type { Live } from '../queries/use-live-facts.ts'

/** What the wizard looks up. */
export const WANTED: ReadonlySet<keyof RawFacts> = new Set(['mx', 'mtaStsTxt', 'tlsRptTxt'])

export interface Today extends TlsRptToday {
  now: number
  /** False while an answer is out without which the text might do harm. */
  isComplete: boolean
}

export function todayOf(domain: string, { facts, pending, zone, run }: Live): Today {
  return {
    domain,
    zone: zone?.zone ?? registrableDomainOf(domain) ?? domain,
    now: run?.began ?? 0,
    record: rptStanding(domain, facts.tlsRptTxt),
    isComplete: run !== undefined && zone !== undefined && pending.size === 0,
  }
}
