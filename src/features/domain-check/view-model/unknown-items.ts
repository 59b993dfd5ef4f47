import type { Protocol } from '../../../checks/protocols.ts'
import type { Report } from '../../../checks/report.ts'
import type { Fact, Failed, FailedReason } from '../../../facts/fact.ts'
import { failuresIn, type FactName } from '../../../facts/fact-set.ts'
import { capitalised, countOf } from './count.ts'
import { failedWords } from './failure-words.ts'

export type Section = Extract<Protocol, 'mta-sts' | 'tls-rpt' | 'mx'>

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
  /** The policy file can be pasted instead. */
  isFile: boolean
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
const TLS_RPT: readonly FactName[] = ['tlsRptTxt', 'tlsRptElsewhere', 'tlsRptTargets']

export function unknownItems({ facts }: Report): UnknownItem[] {
  const groups = new Map<string, { name: FactName; failures: Failed[] }>()
  for (const [name, fact] of Object.entries(facts) as [FactName, Fact<unknown>][]) {
    for (const failure of failuresIn(fact)) {
      const key = `${sectionOf(name)}-${isFile(name) ? 'file' : failure.reason}`
      const before = groups.get(key)?.failures ?? []
      groups.set(key, { name, failures: [...before, failure] })
    }
  }
  return [...groups].flatMap(([key, { name, failures }]) => toItem(key, name, failures))
}

const isFile = (name: FactName): boolean => name === 'mtaStsPolicyFile'

function sectionOf(name: FactName): Section {
  if (MTA_STS.includes(name)) return 'mta-sts'
  return TLS_RPT.includes(name) ? 'tls-rpt' : 'mx'
}

function toItem(key: string, name: FactName, failures: readonly Failed[]): UnknownItem[] {
  const [first] = failures
  if (first === undefined) return []
  const { reason, detail } = first
  const asked = [...new Set(failures.map(askedOf))]
  return [
    {
      key,
      section: sectionOf(name),
      reason,
      asked,
      detail,
      title: titleOf(name, asked),
      isFile: isFile(name),
      aboutDomain: reason === 'servfail' || reason === 'bogus',
    },
  ]
}

function askedOf({ source: { name, dns } }: Failed): string {
  const shown = `\`${name.replaceAll('`', 'ˋ')}\``
  return dns === undefined ? shown : `\`${dns.type}\` of ${shown}`
}

function titleOf(name: FactName, asked: readonly string[]): string {
  if (isFile(name)) return 'The policy file could not be fetched'
  const [only] = asked
  return asked.length === 1 && only !== undefined
    ? `${only} could not be looked up`
    : `${capitalised(countOf(asked.length, 'question'))} could not be answered`
}

/** Whom we asked, and what came of it. */
export function askedWords(
  { isFile: file, reason }: UnknownItem,
  fetcher: string,
  resolver: string,
): string {
  if (reason === 'offline' || reason === 'cancelled' || reason === 'cors') return OURS[reason]
  if (!file) return `${capitalised(resolver)} ${failedWords(reason)}.`
  // For a file, the resolver is the one that the fetcher uses.
  const words = reason === 'resolver' ? 'could not look up the policy host' : failedWords(reason)
  return `${capitalised(fetcher)} ${words}.`
}

/** Where nobody else had a say. */
const OURS = {
  offline: 'Nobody: this browser is offline.',
  cancelled: 'The answer was not waited for: you stopped asking.',
  cors:
    'The policy host, from this page itself. A page may read such an answer only where the host allows it, and the ' +
    'browser does not tell whether it answered at all.',
} as const
