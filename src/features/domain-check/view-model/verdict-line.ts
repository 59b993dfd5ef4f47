import { countsFor, ESSENTIAL, type Protocol } from '../../../checks/protocols.ts'
import { failuresIn, type FactName, type FactSet } from '../../../facts/fact-set.ts'
import { verdictIn, type CheckState } from './check-state.ts'
import { capitalised, countOf, listed } from '../../../ui/count.ts'
import { standingOf, type Standing } from './standing.ts'
import { ABSENT, PASS, SHORTER } from './verdict-words.ts'

/** One row of the verdict list. */
export interface VerdictLine {
  protocol: Protocol
  name: string
  anchor: string
  /** Prerequisites stand smaller, below. */
  minor: boolean
  standing: Standing
  word?: string
  sentence: string
  notices: number
}

/** In the order of the page: what one sets up, then what that stands on. */
const ROWS: readonly Pick<VerdictLine, 'protocol' | 'name' | 'anchor' | 'minor'>[] = [
  { protocol: 'mta-sts', name: 'MTA-STS', anchor: 'mta-sts', minor: false },
  { protocol: 'tls-rpt', name: 'TLS-RPT', anchor: 'tls-rpt', minor: false },
  { protocol: 'bimi', name: 'BIMI', anchor: 'bimi', minor: false },
  { protocol: 'mx', name: 'MX', anchor: 'dns', minor: true },
  { protocol: 'dmarc', name: 'DMARC', anchor: 'dmarc', minor: true },
  { protocol: 'dane', name: 'DANE', anchor: 'dane', minor: true },
]

/** What people call the facts without which there is no verdict. */
const FACT_WORDS: Partial<Record<FactName, string>> = {
  mtaStsTxt: 'the record',
  policyHost: 'the policy host',
  mtaStsPolicyFile: 'the policy file',
  tlsRptTxt: 'the record',
  mx: 'the MX records',
  mxHosts: 'addresses of mail servers',
  bimiTxt: 'the assertion record',
  bimiOrgTxt: 'the one of the organizational domain',
  dmarcTxt: 'the DMARC record',
  dmarcAbove: 'the DMARC records further up',
  indicator: 'the logo',
  evidence: 'the certificate',
  tlsa: 'the TLSA records',
}

export function verdictLines(state: CheckState): VerdictLine[] {
  return ROWS.map((row) => verdictLine(row, state))
}

/** The line of one protocol; every protocol has one. */
export function lineOf(lines: readonly VerdictLine[], protocol: Protocol): VerdictLine {
  const line = lines.find((one) => one.protocol === protocol)
  if (line === undefined) throw new Error(`No verdict line for ${protocol}`)
  return line
}

function verdictLine(row: (typeof ROWS)[number], state: CheckState): VerdictLine {
  const { protocol } = row
  const verdict = verdictIn(state, protocol)
  const own = state.findings.filter(({ id, words }) => countsFor(protocol, id, words.severity))
  const notices = own.filter(({ words }) => words.severity === 'notice').length
  if (verdict === null)
    return { ...row, standing: 'asking', sentence: waitingFor(state, protocol), notices: 0 }
  const unneeded = verdict === 'absent' && protocol === 'dane' && isUnsigned(state.facts)
  const standing = unneeded ? 'not-applicable' : standingOf(verdict)
  return { ...row, standing, notices, sentence: sentence(state, protocol) }
}

/** DANE is nothing that is missing where the zone is not signed: it cannot be had there (RFC 7672 section 2.2.1). */
function isUnsigned({ mx }: FactSet): boolean {
  return mx?.source.dns?.authenticated === false
}

function waitingFor({ pending }: CheckState, protocol: Protocol): string {
  const essential = (ESSENTIAL[protocol] ?? []).map((name) => ({
    words: FACT_WORDS[name] ?? '',
    out: pending.has(name as never),
  }))
  const out = essential.filter((fact) => fact.out).map(({ words }) => words)
  if (out.length === 0) return 'The main answers are in. Smaller questions are still out'
  const rest = essential.length - out.length
  const first = essential.find((fact) => !fact.out)
  const head =
    rest === 0 || first === undefined
      ? ''
      : `${capitalised(first.words)} ${/records|addresses/.test(first.words) ? 'are' : 'is'} in. `
  return `${head}Waiting for ${listed(out)}`
}

function sentence(state: CheckState, protocol: Protocol): string {
  const verdict = verdictIn(state, protocol)
  switch (verdict) {
    case 'error':
    case 'warning':
      return worst(state, protocol, verdict)
    case 'unknown':
      return unknownSentence(state, protocol)
    case 'absent':
      return ABSENT[protocol](state)
    case 'notice':
    case 'pass':
      return PASS[protocol](state)
    case null:
      return waitingFor(state, protocol)
  }
}

function worst(state: CheckState, protocol: Protocol, severity: 'error' | 'warning'): string {
  const [first, ...others] = state.findings.filter(
    ({ id, words }) => words.severity === severity && countsFor(protocol, id, severity),
  )
  if (first === undefined) return ''
  const more =
    others.length === 0 ? '' : `. ${capitalised(countOf(others.length, `more ${severity}`))}`
  return `${SHORTER[first.id] ?? first.words.title}${more}`
}

function unknownSentence({ facts }: CheckState, protocol: Protocol): string {
  const failed = (ESSENTIAL[protocol] ?? []).filter((name) => {
    const fact = facts[name]
    return fact !== undefined && failuresIn(fact).length > 0
  })
  const words = failed.map((name) => FACT_WORDS[name] ?? '').filter((word) => word !== '')
  return `We could not learn ${listed(words)}`
}
