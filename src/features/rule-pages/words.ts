import type { Severity } from '../../checks/finding.ts'
import type { Protocol } from '../../checks/protocols.ts'
import type { Demand } from '../../checks/rule.ts'

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
