import type { Protocol } from '../../../checks/protocols.ts'
import { unknownOf, type Report } from '../../../checks/report.ts'
import type { Unknown } from '../../../checks/run.ts'
import type { FailedReason } from '../../../facts/fact.ts'
import type { FactName } from '../../../facts/fact-set.ts'
import { capitalised, countOf } from './count.ts'
import { failedWords } from './failure-words.ts'

/** One thing that could not be checked: a fact, with all of its parts that failed alike. */
export interface UnknownItem {
  key: string
  fact: FactName
  reason: FailedReason
  title: string
  /** Names or URLs that were asked for. */
  about: string[]
  /** What the other side or the browser said. */
  detail: string
  /** SERVFAIL and bogus signatures are the domain's; everything else says nothing about it. */
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

export function unknownItems(report: Report): UnknownItem[] {
  const groups = new Map<string, Unknown[]>()
  for (const unknown of unknownOf(report)) {
    const key = `${unknown.fact} ${unknown.reason}`
    groups.set(key, [...(groups.get(key) ?? []), unknown])
  }
  return [...groups].map(([key, group]) => toItem(key, group))
}

/** The section of the page that an item belongs to. */
export function sectionOf({ fact }: UnknownItem): Extract<Protocol, 'mta-sts' | 'tls-rpt' | 'mx'> {
  if (MTA_STS.includes(fact)) return 'mta-sts'
  return TLS_RPT.includes(fact) ? 'tls-rpt' : 'mx'
}

function toItem(key: string, group: readonly Unknown[]): UnknownItem {
  const about = [...new Set(group.map((unknown) => unknown.about))]
  const [first] = group
  const fact = first?.fact ?? 'mx'
  // Unknowns are made from failed facts, whose reasons are this closed set.
  const reason = (first?.reason ?? 'timeout') as FailedReason
  return {
    key,
    fact,
    reason,
    about,
    title: titleOf(fact, about),
    detail: first?.detail ?? '',
    aboutDomain: reason === 'servfail' || reason === 'bogus',
  }
}

function titleOf(fact: FactName, about: readonly string[]): string {
  if (fact === 'mtaStsPolicyFile') return 'The policy file could not be fetched'
  const [only] = about
  return about.length === 1 && only !== undefined
    ? `\`${only}\` could not be looked up`
    : `${capitalised(countOf(about.length, 'name'))} could not be looked up`
}

/** Whom we asked, and what came of it. */
export function askedWords(
  { fact, reason }: UnknownItem,
  fetcher: string,
  resolver: string,
): string {
  if (reason === 'offline' || reason === 'cancelled' || reason === 'cors') return OURS[reason]
  return `${capitalised(fact === 'mtaStsPolicyFile' ? fetcher : resolver)} ${failedWords(reason)}.`
}

/** Where nobody else had a say. */
const OURS = {
  offline: 'Nobody: this browser is offline.',
  cancelled: 'The answer was not waited for: you stopped asking.',
  cors:
    'The policy host, from this page itself. A page may read such an answer only where the host allows it, and the ' +
    'browser does not tell whether it answered at all.',
} as const
