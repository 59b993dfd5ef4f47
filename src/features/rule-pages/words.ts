import type { Severity } from '../../checks/finding.ts'
import type { Protocol } from '../../checks/protocols.ts'
import type { Demand, Rule } from '../../checks/rule.ts'
import type { FactName } from '../../facts/fact-set.ts'

/** The parts of the catalogue, in the order on the page. */
export const PARTS: readonly { protocol: Protocol; name: string; about: string }[] = [
  {
    protocol: 'mta-sts',
    name: 'MTA-STS',
    about: 'The record, the policy host and the policy file.',
  },
  { protocol: 'tls-rpt', name: 'TLS-RPT', about: 'The record, and where it sends reports.' },
  {
    protocol: 'mx',
    name: 'Names and mail servers',
    about: 'What you type, DNS answers, MX records and their hosts.',
  },
  { protocol: 'dmarc', name: 'DMARC', about: 'What BIMI stands on.' },
  {
    protocol: 'bimi',
    name: 'BIMI',
    about: 'The assertion record, the logo and the mark certificate.',
  },
  {
    protocol: 'dane',
    name: 'DNSSEC and DANE',
    about: 'Signed answers, and what they are good for.',
  },
]

export const SEVERITY_WORDS: Record<Severity, string> = {
  error: 'a conforming sender ignores the set-up, or refuses mail',
  warning: 'works today, and breaks under stated circumstances or at named senders',
  notice: 'worth knowing, nothing is broken',
}

/** What each fact is, as a visitor would look it up. */
const FACT_WORDS: Partial<Record<FactName, string>> = {
  now: 'the present time',
  subject: 'the name as it was typed',
  mx: 'MX of the domain',
  mxHosts: 'addresses of each mail server',
  domainAddresses: 'addresses of the domain itself',
  domainTxt: 'TXT of the domain itself',
  dmarcTxt: 'TXT at `_dmarc.<domain>`',
  mtaStsTxt: 'TXT at `_mta-sts.<domain>`',
  mtaStsElsewhere: 'TXT at names where the MTA-STS record is published by mistake',
  policyHost: 'addresses of `mta-sts.<domain>`',
  underscoreHost: 'addresses of `_mta-sts.<domain>`',
  mtaStsPolicyFile: 'the answer of `mta-sts.<domain>`',
  tlsRptTxt: 'TXT at `_smtp._tls.<domain>`',
  tlsRptElsewhere: 'TXT at names where the TLS-RPT record is published by mistake',
  tlsRptTargets: 'the hosts that reports are sent to',
  soa: 'SOA of the domain',
  ns: 'name servers of the domain',
  ds: 'DS at the parent zone',
  mailSubdomains: 'names below the domain that take mail',
  wildcard: 'a name that nobody chose',
  caa: 'CAA of the policy host and the mail servers',
  previous: 'the last check, kept in this browser',
  sendsOnly: 'whether the domain only sends mail',
  dmarcAbove: 'TXT at `_dmarc.` before the names above the domain',
  dmarcElsewhere: 'TXT at names where the DMARC record is published by mistake',
  dmarcConsents: 'the consent of other domains to take reports',
  dmarcRecord: 'TXT at `_dmarc.<domain>`',
  dmarc: 'the DMARC records from the domain upwards',
  bimiQuestion: 'the selector, and the address that mail comes from',
  bimiTxt: 'TXT at `<selector>._bimi.<domain>`',
  bimiOrgTxt: 'TXT at `<selector>._bimi.` before the organizational domain',
  bimiLocalPartTxt: 'TXT at the selector made of the local part',
  bimiPrefixes: 'TXT at selectors made of local parts',
  bimiElsewhere: 'TXT at names where the assertion record is published by mistake',
  bimiHosts: 'addresses of the hosts of the logo and the certificate',
  indicator: 'the answer of the logo’s address',
  evidence: 'the answer of the certificate’s address',
  bimiRecord: 'TXT at `<selector>._bimi.<domain>`',
  bimiAssertion: 'the assertion record that applies',
  mtaStsRecord: 'TXT at `_mta-sts.<domain>`',
  mtaStsPolicy: 'the policy file',
  policyAnswer: 'the answer of `mta-sts.<domain>`',
  policyTls: 'the certificate of `mta-sts.<domain>`',
  tlsRptRecord: 'TXT at `_smtp._tls.<domain>`',
  lookups: 'every DNS answer of the check',
}

/** The facts that a rule looks at, needed ones first: "TXT at `_mta-sts.<domain>`, the policy file". */
export function looksAt(rule: Rule): string {
  const names = [...rule.needs, ...(rule.known ?? []), ...(rule.reads ?? [])]
  return [...new Set(names.flatMap((name) => FACT_WORDS[name] ?? []))].join(', ')
}

export function demandInWords(demand: Demand): string {
  if (demand === 'specification') return 'The specification'
  if (demand === 'practice') return 'Good practice; no specification demands it'
  return `${demand.sender}, as read in ${monthInWords(demand.read)}`
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** `2026-09` → "September 2026" */
function monthInWords(read: string): string {
  const [year, month] = read.split('-')
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? read : `${name} ${year}`
}
