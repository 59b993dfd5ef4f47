import type { FactName, FactSet, RawFactSet } from '../facts/fact-set.ts'
import { failuresIn } from '../facts/fact-set.ts'
import { derive } from '../facts/derive/derive.ts'
import { RULES, ruleOf } from './catalogue.ts'
import type { Finding, Severity } from './finding.ts'
import { SEVERITIES } from './finding.ts'
import { countsFor, ESSENTIAL, protocolOf, type Protocol } from './protocols.ts'
import { isAbsent } from './published.ts'
import { run, type Outcome, type Unknown } from './run.ts'
import { wordsOf, type Words } from './rule.ts'

export interface Subject {
  kind: 'domain' | 'record' | 'policy' | 'logo' | 'certificate' | 'tls-report'
  name: string
}

/** Plain data: totals and verdicts are computed, never stored. */
export interface Report {
  subject: Subject
  facts: RawFactSet
  outcomes: Outcome[]
}

export function judge(subject: Subject, raw: RawFactSet): Report {
  const facts = derive(raw)
  const report: Report = { subject, facts: raw, outcomes: run(RULES, facts) }
  DERIVED.set(report, facts)
  return report
}

/** What follows from the facts of a report, which every verdict asks for; a saved one has to work it out again. */
const DERIVED = new WeakMap<Report, FactSet>()

export type Verdict = 'pass' | 'notice' | 'warning' | 'error' | 'unknown' | 'absent'

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity)

export type Worded = Finding & { words: Words }

/** The words of a report are asked for again and again: for each verdict, the list, the totals. */
const WORDED = new WeakMap<Report, readonly Worded[]>()

/** Worst first; within a severity in the order of the rules. */
export function findingsOf(report: Report, protocol?: Protocol): Worded[] {
  let all = WORDED.get(report)
  if (all === undefined) {
    all = worded(report)
    WORDED.set(report, all)
  }
  return protocol === undefined ? [...all] : all.filter(({ id }) => protocolOf(id) === protocol)
}

function worded({ outcomes }: Report): Worded[] {
  const bySeverity = SEVERITIES.map((): Worded[] => [])
  for (const outcome of outcomes) {
    if (outcome.state !== 'ran') continue
    for (const finding of outcome.findings) {
      const words = wordsOf(ruleOf(finding.id), finding)
      bySeverity[rank(words.severity)]?.push({ ...finding, words })
    }
  }
  return bySeverity.flat()
}

/** Every fact that could not be learned, nested ones included. */
export function unknownOf(report: Report): Unknown[] {
  return Object.entries(report.facts).flatMap(([fact, known]) =>
    failuresIn(known).map(({ reason, detail, source }) => ({
      fact: fact as FactName,
      about: source.name,
      reason,
      detail,
    })),
  )
}

export function verdictOf(report: Report, protocol: Protocol): Verdict {
  const severities = findingsOf(report, protocol)
    .filter(({ id, words }) => countsFor(protocol, id, words.severity))
    .map(({ words }) => words.severity)
  if (severities.includes('error')) return 'error'
  const facts = DERIVED.get(report) ?? derive(report.facts)
  if (isAbsent(protocol, facts)) return 'absent'
  const essential = ESSENTIAL[protocol] ?? []
  if (essential.some((name) => facts[name] && failuresIn(facts[name]).length > 0)) return 'unknown'
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'pass'
}
