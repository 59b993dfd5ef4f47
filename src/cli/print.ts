/** A judged subject for people, in a terminal. */
import { ruleOf } from '../checks/catalogue.ts'
import type { Severity } from '../checks/finding.ts'
import { nextStep } from '../checks/next-step.ts'
import { findingsIn, reportJson, type FindingJson } from '../checks/report-json.ts'
import { unknownOf, type Verdict } from '../checks/report.ts'
import { rawTexts } from '../facts/raw-text.ts'
import type { Judged } from './judged.ts'
import { fixLines } from './print-fix.ts'
import { stepLines } from './print-step.ts'
import { spotLines } from './spot-lines.ts'
import { harmless, words, wrapped, type Paint, type Style } from './terminal-text.ts'

const WIDTH = 78
const INDENT = '    '

const NAMES: Record<string, string> = {
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS-RPT',
  bimi: 'BIMI',
  mx: 'MX',
  dmarc: 'DMARC',
  dane: 'DANE',
}

const VERDICTS: Record<Verdict, [string, Style]> = {
  pass: ['pass', 'green'],
  notice: ['pass, with notices', 'green'],
  warning: ['warning', 'yellow'],
  error: ['error', 'red'],
  unknown: ['could not check', 'dim'],
  absent: ['not published', 'dim'],
}

const SEVERITIES: Record<Severity, Style> = { error: 'red', warning: 'yellow', notice: 'cyan' }

export function printed(judged: Judged, paint: Paint): string {
  const { report, only, usable } = judged
  const json = reportJson(report, only)
  const lines = [
    paint('bold', harmless(json.subject.name)),
    ...Object.entries(json.verdicts).map(([key, verdict]) => verdictLine(key, verdict, paint)),
    ...(usable === undefined ? [] : [usableLine(usable)]),
    ...(report.subject.kind === 'domain' ? stepLines(nextStep(report), paint) : []),
    ...foundLines(judged, paint),
    ...unknownLines(judged, paint),
    ...(judged.fix === undefined ? [] : fixLines(judged.fix, paint)),
    '',
  ]
  return `${lines.join('\n')}\n`
}

/** The findings alone, worst first. */
export function foundLines(judged: Judged, paint: Paint): string[] {
  const { report, only } = judged
  const found = findingsIn(report, only)
  return reportJson(report, only).findings.flatMap((finding, index) =>
    findingLines(finding, spotOf(judged, found[index]?.spot), paint),
  )
}

function verdictLine(key: string, verdict: Verdict, paint: Paint): string {
  const [word, style] = VERDICTS[verdict]
  return `  ${(NAMES[key] ?? key).padEnd(8)} ${paint(style, word)}`
}

function usableLine(usable: boolean): string {
  return usable
    ? '  A strictly conforming sender uses this text.'
    : '  A strictly conforming sender uses nothing of this text.'
}

function findingLines(finding: FindingJson, spot: string[], paint: Paint): string[] {
  const { id, severity, title, advice, about, at } = finding
  const place = at === undefined ? '' : `, line ${at.line}, column ${at.column}`
  const spec = ruleOf(id).spec.map(({ document, section }) => `${document} section ${section}`)
  return [
    '',
    `  ${paint(SEVERITIES[severity], severity)}  ${paint('bold', id)}`,
    ...indented(words(title)),
    ...spot.map((line) => `${INDENT}  ${line}`),
    ...indented(`→ ${words(advice)}`),
    paint('dim', `${INDENT}${[harmless(about) + place, ...spec].join('; ')}`),
  ]
}

function spotOf({ report }: Judged, spot: ReturnType<typeof findingsIn>[number]['spot']): string[] {
  // A place that ends where the file begins is the whole file.
  if (spot === undefined || spot.end === 0) return []
  const text = rawTexts(report.facts, spot.fact)[spot.index]?.text
  if (text === undefined) return []
  const { line, carets } = spotLines(text, spot)
  return [line, carets]
}

/** What went wrong once for many names is told once. */
function unknownLines({ report }: Judged, paint: Paint): string[] {
  const names = new Map<string, Set<string>>()
  for (const { about, detail, reason } of unknownOf(report)) {
    const why = detail === '' ? reason : detail
    names.set(why, (names.get(why) ?? new Set()).add(about))
  }
  if (names.size === 0) return []
  return [
    '',
    `  ${paint('bold', 'could not check')}, which says nothing about the domain`,
    ...[...names].flatMap(([why, about]) => indented(harmless(`${[...about].join(', ')}: ${why}`))),
  ]
}

function indented(text: string): string[] {
  return wrapped(text, WIDTH - INDENT.length).map((line) => `${INDENT}${line}`)
}
