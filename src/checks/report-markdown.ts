/**
 * A report as a Markdown document, for tickets and mail. Everything that came from outside stands in code spans or
 * fences that it cannot leave.
 */
import { failuresIn, type FactSet } from '../facts/fact-set.ts'
import { derive } from '../facts/derive/derive.ts'
import { rawTexts, TEXT_FACTS, type TextFact } from '../facts/raw-text.ts'
import { placeOf } from '../protocols/text/place.ts'
import { ruleOf } from './catalogue.ts'
import type { Protocol } from './protocols.ts'
import { findingsOf, unknownOf, verdictOf, type Report, type Verdict } from './report.ts'
import type { Demand } from './rule.ts'

type Told = ReturnType<typeof findingsOf>[number]

const VERDICTS: readonly (readonly [Protocol, string])[] = [
  ['mta-sts', 'MTA-STS'],
  ['tls-rpt', 'TLS-RPT'],
  ['bimi', 'BIMI'],
  ['mx', 'MX'],
  ['dmarc', 'DMARC'],
  ['dane', 'DANE'],
]

const VERDICT_WORDS: Record<Verdict, string> = {
  pass: 'Pass',
  notice: 'Pass, with notices',
  warning: 'Warning',
  error: 'Error',
  unknown: 'Could not check',
  absent: 'Not published',
}

const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const

const TEXT_TITLES: Record<TextFact, string> = {
  mtaStsTxt: 'MTA-STS record',
  mtaStsPolicyFile: 'MTA-STS policy file',
  tlsRptTxt: 'TLS-RPT record',
  dmarcTxt: 'DMARC record',
  bimiTxt: 'BIMI record',
  bimiOrgTxt: 'BIMI record of the organizational domain',
  logo: 'The logo',
}

/** @param time when the facts were gathered, milliseconds since 1970. */
export function reportMarkdown(report: Report, time: number): string {
  const facts = derive(report.facts)
  const parts = [
    `# ${escaped(report.subject.name)}`,
    `Checked by Signet, ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    verdictTable(report),
    ...findings(report, facts),
    ...unknown(report),
    ...texts(facts),
  ]
  return `${parts.join('\n\n')}\n`
}

function verdictTable(report: Report): string {
  const rows = VERDICTS.map(
    ([protocol, name]) => `| ${name} | ${VERDICT_WORDS[verdictOf(report, protocol)]} |`,
  )
  return ['| Protocol | Verdict |', '|---|---|', ...rows].join('\n')
}

function findings(report: Report, facts: FactSet): string[] {
  const all = findingsOf(report)
  if (all.length === 0) return ['## Findings', 'No rule found anything.']
  return ['## Findings', ...all.map((finding) => findingPart(finding, facts))]
}

function findingPart(finding: Told, facts: FactSet): string {
  const { words, id } = finding
  const lines = [
    `### ${SEVERITY_WORDS[words.severity]}: ${inline(words.title)}`,
    `- About: ${code(finding.about)}${place(finding, facts)}`,
    `- Why: ${inline(words.why)}`,
    `- Do: ${inline(words.advice)}`,
    `- Rule: ${code(id)}, ${demandWords(words.demand, id)}`,
  ]
  return `${lines[0] ?? ''}\n\n${lines.slice(1).join('\n')}`
}

function place({ spot }: Told, facts: FactSet): string {
  if (spot === undefined) return ''
  const text = rawTexts(facts, spot.fact)[spot.index]?.text
  if (text === undefined) return ''
  const { line, column } = placeOf(text, spot)
  const seen = text.slice(spot.start, spot.end)
  const shown = seen.trim() === '' ? '' : `: ${code(seen)}`
  return `, line ${line}, column ${column}${shown}`
}

function demandWords(demand: Demand, id: string): string {
  const spec = ruleOf(id).spec.map(({ document, section }) => `${document}, section ${section}`)
  const from = spec.length === 0 ? '' : ` (${spec.join('; ')})`
  if (demand === 'specification') return `demanded by the specification${from}`
  if (demand === 'practice') return `good practice${from}`
  return `demanded by ${demand.sender}, as read ${demand.read}${from}`
}

function unknown(report: Report): string[] {
  const items = unknownOf(report).map(
    ({ about, reason, detail }) =>
      `- ${code(about)}: ${escaped(reason)}${detail === '' ? '' : `, ${code(detail)}`}`,
  )
  if (items.length === 0) return []
  const intro = 'This says nothing about the domain.'
  return ['## Could not check', intro, [...new Set(items)].join('\n')]
}

function texts(facts: FactSet): string[] {
  const parts = TEXT_FACTS.flatMap((name) =>
    rawTexts(facts, name).map(
      ({ about, text }) => `### ${TEXT_TITLES[name]}\n\n${code(about)}\n\n${fenced(text)}`,
    ),
  )
  const failed = TEXT_FACTS.filter((name) => {
    const fact = facts[name]
    return fact !== undefined && failuresIn(fact).length > 0
  }).map((name) => `${TEXT_TITLES[name]}: not seen.`)
  return parts.length + failed.length === 0 ? [] : ['## As seen', ...parts, ...failed]
}

/** One of our texts: code spans are kept, links become their words, and the rest is plain. */
function inline(text: string): string {
  return text
    .replace(/\[((?:`[^`]*`|[^[\]`])+)\]\([^()\s]+\)/g, '$1')
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[^`]*`$/.test(part) ? code(part.slice(1, -1)) : escaped(part)))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&')
}

/** A code span on one line, delimited by more backticks than it holds. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return '(empty)'
  const ticks = '`'.repeat(longestRun(line) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${ticks}${pad}${line}${pad}${ticks}`
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
}
