import type { Protocol } from '../../../checks/protocols.ts'
import type { Report } from '../../../checks/report.ts'
import type { Fact, Failed, FailedReason } from '../../../facts/fact.ts'
import { failuresIn, type FactName } from '../../../facts/fact-set.ts'
import { capitalised, countOf } from '../../../ui/count.ts'
import { failedWords } from '../../../queries/failure-words.ts'

export type Section = Protocol

/** What was being fetched or looked up: each has its own way round. */
export type AskedFor = 'policy-file' | 'logo' | 'certificate' | 'lookup'

/** Things that could not be checked for one and the same reason, in one section of the page. */
export interface UnknownItem {
  key: string
  section: Section
  reason: FailedReason
  title: string
  /** What was asked: "`MX` of `example.com`", or a URL. */
  asked: string[]
  /** What the other side or the browser said. */
  detail: string
  kind: AskedFor
  /** Of a logo or certificate: the address, which the visitor can open. */
  address: string | null
  /** SERVFAIL and bogus signatures are the domain’s; everything else says nothing about it. */
  aboutDomain: boolean
}

const MTA_STS: readonly FactName[] = [
  'mtaStsTxt',
  'mtaStsElsewhere',
  'policyHost',
  'underscoreHost',
  'mtaStsPolicyFile',
  'mailSubdomains',
  'caa',
]
const SECTIONS: readonly (readonly [Section, readonly FactName[]])[] = [
  ['mta-sts', MTA_STS],
  ['tls-rpt', ['tlsRptTxt', 'tlsRptElsewhere', 'tlsRptTargets']],
  [
    'bimi',
    [
      'bimiTxt',
      'bimiOrgTxt',
      'bimiLocalPartTxt',
      'bimiPrefixes',
      'bimiElsewhere',
      'bimiHosts',
      'indicator',
      'evidence',
    ],
  ],
  ['dmarc', ['dmarcTxt', 'dmarcAbove', 'dmarcElsewhere', 'dmarcConsents']],
  ['dane', ['tlsa', 'tlsaElsewhere']],
]

const FILES: Partial<Record<FactName, AskedFor>> = {
  mtaStsPolicyFile: 'policy-file',
  indicator: 'logo',
  evidence: 'certificate',
}

export function unknownItems({ facts }: Report): UnknownItem[] {
  const groups = new Map<string, { name: FactName; failures: Failed[] }>()
  for (const [name, fact] of Object.entries(facts) as [FactName, Fact<unknown>][]) {
    for (const failure of failuresIn(fact)) {
      const kind = kindOf(name)
      const key = `${sectionOf(name)}-${kind === 'lookup' ? failure.reason : KEYS[kind]}`
      const before = groups.get(key)?.failures ?? []
      groups.set(key, { name, failures: [...before, failure] })
    }
  }
  return [...groups].flatMap(([key, { name, failures }]) => toItem(key, name, failures))
}

const KEYS = { 'policy-file': 'file', logo: 'logo', certificate: 'certificate' } as const

const kindOf = (name: FactName): AskedFor => FILES[name] ?? 'lookup'

function sectionOf(name: FactName): Section {
  return SECTIONS.find(([, names]) => names.includes(name))?.[0] ?? 'mx'
}

function toItem(key: string, name: FactName, failures: readonly Failed[]): UnknownItem[] {
  const [first] = failures
  if (first === undefined) return []
  const { reason, detail } = first
  const asked = [...new Set(failures.map(askedOf))]
  const kind = kindOf(name)
  const isAddress = kind !== 'lookup' && URL.canParse(first.source.name)
  return [
    {
      key,
      section: sectionOf(name),
      reason,
      asked,
      detail,
      title: titleOf(name, asked),
      kind,
      address: isAddress ? first.source.name : null,
      aboutDomain: reason === 'servfail' || reason === 'bogus',
    },
  ]
}

function askedOf({ source: { name, dns } }: Failed): string {
  const shown = `\`${name.replaceAll('`', 'ˋ')}\``
  return dns === undefined ? shown : `\`${dns.type}\` of ${shown}`
}

function titleOf(name: FactName, asked: readonly string[]): string {
  const kind = kindOf(name)
  if (kind !== 'lookup') return TITLES[kind]
  const [only] = asked
  return asked.length === 1 && only !== undefined
    ? `${only} could not be looked up`
    : `${capitalised(countOf(asked.length, 'question'))} could not be answered`
}

const TITLES = {
  'policy-file': 'The policy file could not be fetched',
  logo: 'The logo could not be fetched',
  certificate: 'The mark certificate could not be fetched',
} as const

/** The host that the resolver of whoever fetches could not find. */
const HOSTS = {
  'policy-file': 'the policy host',
  logo: 'the host of the logo',
  certificate: 'the host of the certificate',
} as const

/** Whom we asked, and what came of it. */
export function askedWords(
  { kind, reason }: UnknownItem,
  fetcher: string,
  resolver: string,
): string {
  if (reason === 'cors' && kind !== 'lookup') return `${capitalised(HOSTS[kind])}${OURS.cors}`
  if (reason === 'offline' || reason === 'cancelled') return OURS[reason]
  if (kind === 'lookup') return `${capitalised(resolver)} ${failedWords(reason)}.`
  // For a file, the resolver is the one that the fetcher uses.
  const words = reason === 'resolver' ? `could not look up ${HOSTS[kind]}` : failedWords(reason)
  return `${capitalised(fetcher)} ${words}.`
}

/** Where nobody else had a say. */
const OURS = {
  offline: 'Nobody: this browser is offline.',
  cancelled: 'The answer was not waited for: you stopped asking.',
  cors:
    ', from this page itself. A page may read such an answer only where the host allows it, and the ' +
    'browser does not tell whether it answered at all.',
} as const
