import type { FactName } from '../facts/fact-set.ts'
import type { Severity } from './finding.ts'

/** What a verdict is given for. */
export type Protocol = 'mta-sts' | 'tls-rpt' | 'bimi' | 'mx' | 'dmarc' | 'dane'

/** The first part of a finding id → the verdict it counts in. */
const PREFIXES: Record<string, Protocol> = {
  sts: 'mta-sts',
  rpt: 'tls-rpt',
  bimi: 'bimi',
  // A logo is the indicator of BIMI, wherever it comes from.
  logo: 'bimi',
  dmarc: 'dmarc',
  mx: 'mx',
  dns: 'mx',
  input: 'mx',
  idn: 'mx',
  dnssec: 'dane',
  tlsa: 'dane',
}

/** Asked again and again for the same few ids. */
const KNOWN = new Map<string, Protocol>()

export function protocolOf(findingId: string): Protocol {
  const known = KNOWN.get(findingId)
  if (known !== undefined) return known
  const prefix = findingId.slice(0, findingId.indexOf('.'))
  const protocol = PREFIXES[prefix]
  if (protocol === undefined) throw new Error(`No protocol for the finding id ${findingId}`)
  KNOWN.set(findingId, protocol)
  return protocol
}

/** Prefixes whose notices are about DNS or the typed name in general, and no reason to call mail servers noteworthy. */
const GENERAL = new Set(['dns', 'input', 'idn'])

/** Notices that come with every good answer, for information: a domain passes all the same. */
const INFORMATION = new Set(['dmarc.policy.effective'])

/** Does a finding of this severity count in the protocol's verdict? */
export function countsFor(protocol: Protocol, findingId: string, severity: Severity): boolean {
  const general = GENERAL.has(findingId.slice(0, findingId.indexOf('.')))
  const told = general || INFORMATION.has(findingId)
  return protocolOf(findingId) === protocol && !(told && severity === 'notice')
}

/** Facts without which a protocol has no verdict: when one of them failed, the verdict is unknown. */
export const ESSENTIAL: Partial<Record<Protocol, readonly FactName[]>> = {
  'mta-sts': ['mtaStsTxt', 'policyHost', 'mtaStsPolicyFile', 'mx'],
  'tls-rpt': ['tlsRptTxt'],
  mx: ['mx', 'mxHosts'],
  dmarc: ['dmarcTxt', 'dmarcAbove'],
  bimi: ['bimiTxt', 'bimiOrgTxt', 'dmarcTxt', 'dmarcAbove', 'indicator', 'evidence'],
  dane: ['mx', 'tlsa'],
}
