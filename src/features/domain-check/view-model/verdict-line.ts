import { countsFor, ESSENTIAL, type Protocol } from '../../../checks/protocols.ts'
import { failuresIn, type FactName } from '../../../facts/fact-set.ts'
import { isNullMx, mailHosts } from '../../../protocols/mx/mx.ts'
import { verdictIn, type CheckState } from './check-state.ts'
import { capitalised, countOf, duration, inWords, listed } from './count.ts'
import { standingOf, type Standing } from './standing.ts'

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

/** The verdicts of this version, in the order of the page. */
const ROWS = [
  { protocol: 'mta-sts', name: 'MTA-STS', anchor: 'mta-sts', minor: false },
  { protocol: 'tls-rpt', name: 'TLS-RPT', anchor: 'tls-rpt', minor: false },
  { protocol: 'mx', name: 'MX', anchor: 'dns', minor: true },
] as const satisfies readonly Pick<VerdictLine, 'protocol' | 'name' | 'anchor' | 'minor'>[]

type Shown = (typeof ROWS)[number]['protocol']

/** What people call the facts without which there is no verdict. */
const FACT_WORDS: Partial<Record<FactName, string>> = {
  mtaStsTxt: 'the record',
  policyHost: 'the policy host',
  mtaStsPolicyFile: 'the policy file',
  tlsRptTxt: 'the record',
  mx: 'the MX records',
  mxHosts: 'addresses of mail servers',
}

export type VerdictLines = [mtaSts: VerdictLine, tlsRpt: VerdictLine, mx: VerdictLine]

export function verdictLines(state: CheckState): VerdictLines {
  const [mtaSts, tlsRpt, mx] = ROWS
  return [verdictLine(mtaSts, state), verdictLine(tlsRpt, state), verdictLine(mx, state)]
}

function verdictLine(row: (typeof ROWS)[number], state: CheckState): VerdictLine {
  const { protocol } = row
  const verdict = verdictIn(state, protocol)
  const own = state.findings.filter(({ id, words }) => countsFor(protocol, id, words.severity))
  const notices = own.filter(({ words }) => words.severity === 'notice').length
  if (verdict === null)
    return { ...row, standing: 'asking', sentence: waitingFor(state, protocol), notices: 0 }
  return { ...row, standing: standingOf(verdict), notices, sentence: sentence(state, row.protocol) }
}

function waitingFor({ pending }: CheckState, protocol: Shown): string {
  const essential = (ESSENTIAL[protocol] ?? []).map((name) => ({
    words: FACT_WORDS[name] ?? '',
    out: pending.has(name as never),
  }))
  const out = essential.filter((fact) => fact.out).map(({ words }) => words)
  if (out.length === 0) return 'The main answers are in. Smaller questions are still out'
  const rest = essential.length - out.length
  const first = essential.find((fact) => !fact.out)
  const head = rest === 0 || first === undefined ? '' : `${capitalised(first.words)} is in. `
  return `${head}Waiting for ${listed(out)}`
}

function sentence(state: CheckState, protocol: Shown): string {
  const verdict = verdictIn(state, protocol)
  switch (verdict) {
    case 'error':
    case 'warning':
      return worst(state, protocol, verdict)
    case 'unknown':
      return unknownSentence(state, protocol)
    case 'absent':
      return ABSENT[protocol](state.subject.domain)
    case 'notice':
    case 'pass':
      return PASS[protocol](state)
    case null:
      return waitingFor(state, protocol)
  }
}

function worst(state: CheckState, protocol: Shown, severity: 'error' | 'warning'): string {
  const [first, ...others] = state.findings.filter(
    ({ id, words }) => words.severity === severity && countsFor(protocol, id, severity),
  )
  if (first === undefined) return ''
  const more =
    others.length === 0 ? '' : `. ${capitalised(countOf(others.length, `more ${severity}`))}`
  return `${first.words.title}${more}`
}

function unknownSentence({ facts }: CheckState, protocol: Shown): string {
  const failed = (ESSENTIAL[protocol] ?? []).filter((name) => {
    const fact = facts[name]
    return fact !== undefined && failuresIn(fact).length > 0
  })
  const words = failed.map((name) => FACT_WORDS[name] ?? '').filter((word) => word !== '')
  return `We could not learn ${listed(words)}`
}

const ABSENT: Record<Shown, (domain: string) => string> = {
  'mta-sts': (domain) =>
    `No record at \`_mta-sts.${domain}\`, so nothing tells senders to insist on TLS`,
  'tls-rpt': (domain) =>
    `No record at \`_smtp._tls.${domain}\`, so nobody reports failed deliveries`,
  mx: () => 'No mail server is named',
}

const PASS: Record<Shown, (state: CheckState) => string> = {
  'mta-sts': ({ facts }) => {
    const policy = facts.mtaStsPolicy?.state === 'found' ? facts.mtaStsPolicy.value.value : null
    if (policy === null) return 'Nothing stands against it'
    if (policy.mode === 'none') return 'Switched off with `mode: none`'
    const kept = `senders keep the policy for ${duration(policy.maxAge)}`
    return policy.mode === 'enforce'
      ? `Enforced: ${kept}`
      : `In testing: senders report failures and still deliver`
  },
  'tls-rpt': ({ facts }) => {
    const record = facts.tlsRptRecord?.state === 'found' ? facts.tlsRptRecord.value.usable : null
    const targets = (record?.rua ?? []).map(({ uri }) => `\`${uri.replace(/^mailto:/i, '')}\``)
    return targets.length === 0 ? 'Nothing stands against it' : `Reports go to ${listed(targets)}`
  },
  mx: ({ facts }) => {
    if (facts.mx?.state !== 'found') return 'No MX record'
    if (isNullMx(facts.mx.value)) return 'A null MX: this domain takes no mail'
    const count = mailHosts(facts.mx.value).length
    const all = count === 1 ? 'with an address' : 'all with addresses'
    return `${capitalised(inWords(count))} mail server${count === 1 ? '' : 's'}, ${all}`
  },
}
