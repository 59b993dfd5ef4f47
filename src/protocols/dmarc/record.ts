/**
 * The DMARC record, a TXT record at `_dmarc.<domain>` (RFC 9989 section 4.7):
 *
 *     v=DMARC1; p=reject; rua=mailto:dmarc@example.com
 *
 * It says what receivers do with mail that claims to be from the domain and is not. BIMI needs it to say something.
 */
import { trimmed, type Taken } from '../text/cursor.ts'
import type { Parsed, Problem } from '../text/problem.ts'
import { isReportUri } from './report-uri.ts'

export type DmarcPolicy = 'none' | 'quarantine' | 'reject'

export interface DmarcRecord {
  /** Null when missing or not one of the three; then it counts as `none`. */
  p: DmarcPolicy | null
  /** For existing sub-domains; null: as `p`. */
  sp: DmarcPolicy | null
  /** For sub-domains that do not exist; null: as `sp`. */
  np: DmarcPolicy | null
  /** `t=y`: receivers apply the policy one step lower. */
  testing: boolean
  /** `y`: a registry's record; `n`: an organizational domain by its own word; `u`: not said. */
  psd: 'y' | 'n' | 'u'
  /** Left over from RFC 7489, 0 to 100; null when not there or not a number. */
  pct: number | null
  /** Targets of aggregate reports that are well-formed, in order. */
  rua: string[]
}

export type DmarcProblem =
  | 'version'
  | 'p-missing'
  | 'sp-np-invalid'
  | 'p-position'
  | 'old-tags'
  | 'pct'
  | 't-y'
  | 'psd'
  | 'rua-syntax'
  | 'unknown-tag'
  | 'dup-tag'
  | 'bad-field'

type P = Problem<DmarcProblem>

const SECTION = '4.7'

interface Tag {
  name: Taken
  value: Taken
  whole: Taken
}

/** "Records that do not start with a `v` tag that identifies the current version of DMARC are discarded" (4.10). */
export function isSelectedDmarcRecord(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text)
}

export function parseDmarcRecord(text: string): Parsed<DmarcRecord, DmarcProblem> {
  if (!isSelectedDmarcRecord(text)) return notSelected(text)
  const problems: P[] = []
  const tags = tagsOf(text, problems)
  const first = firstOfEach(tags, problems)
  const record = toRecord(first)
  problems.push(...policyProblems(first, record), ...tagProblems(tags, first))
  problems.sort((a, b) => a.span.start - b.span.start)
  // Section 4.10.1: without a valid policy the record counts as `p=none` when it has a valid rua, else it has no effect.
  const usable = (record.p !== null && policiesAreGood(first)) || record.rua.length > 0
  return { text, ours: true, value: usable ? record : null, problems }
}

/** Another record, or one that claims to be DMARC and does not begin as it must. */
function notSelected(text: string): Parsed<DmarcRecord, DmarcProblem> {
  const claim = /(?:^|[;\s"])v[ \t]*=[ \t]*"?DMARC[^;\s]*/i.exec(text)
  if (claim === null) return { text, ours: false, value: null, problems: [] }
  const start = claim.index + (/^[vV]/.test(claim[0]) ? 0 : 1)
  const taken = {
    text: text.slice(start, claim.index + claim[0].length),
    start,
    end: claim.index + claim[0].length,
  }
  return { text, ours: true, value: null, problems: [problem('version', taken, 'v=DMARC1')] }
}

/** dmarc-record = version *( *WSP ";" *WSP tag ) [ *WSP ";" *WSP ] */
function tagsOf(text: string, problems: P[]): Tag[] {
  const tags: Tag[] = []
  let start = text.indexOf(';') + 1
  while (start > 0 && start < text.length) {
    const semicolon = text.indexOf(';', start)
    const end = semicolon < 0 ? text.length : semicolon
    const whole = trimmed({ text: text.slice(start, end), start, end })
    const tag = toTag(whole)
    if (tag !== null) tags.push(tag)
    // Blanks after the last semicolon are the end of the record; an empty field between two is not a tag.
    else if (whole.text !== '') problems.push(problem('bad-field', whole))
    else if (semicolon >= 0)
      problems.push(problem('bad-field', { text: ';', start: end, end: end + 1 }))
    start = semicolon < 0 ? -1 : end + 1
  }
  return tags
}

/** tag = 1*ALPHA *WSP "=" *WSP 1*(%x20-3A / %x3C-7E) */
function toTag(whole: Taken): Tag | null {
  const match = /^([A-Za-z]+)[ \t]*=[ \t]*([\x20-\x7e]*)$/.exec(whole.text)
  if (match === null) return null
  const [, name = '', value = ''] = match
  const valueStart = whole.end - value.length
  return {
    whole,
    name: { text: name, start: whole.start, end: whole.start + name.length },
    value: { text: value, start: valueStart, end: whole.end },
  }
}

/** Tag lists have no order and no duplicates (RFC 6376 section 3.2); the first is taken here, and it is said. */
function firstOfEach(tags: Tag[], problems: P[]): Map<string, Tag> {
  const first = new Map<string, Tag>()
  for (const tag of tags) {
    if (first.has(tag.name.text)) problems.push(problem('dup-tag', tag.whole))
    else first.set(tag.name.text, tag)
  }
  return first
}

const POLICIES: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject']

/** Values are case-insensitive: `p=Reject` is right. */
function policyOf(tag: Tag | undefined): DmarcPolicy | null {
  const value = tag?.value.text.trim().toLowerCase()
  return POLICIES.find((policy) => policy === value) ?? null
}

function policiesAreGood(tags: Map<string, Tag>): boolean {
  return ['sp', 'np'].every((name) => !tags.has(name) || policyOf(tags.get(name)) !== null)
}

function toRecord(tags: Map<string, Tag>): DmarcRecord {
  const value = (name: string): string => tags.get(name)?.value.text.trim() ?? ''
  const psd = value('psd').toLowerCase()
  return {
    p: policyOf(tags.get('p')),
    sp: policyOf(tags.get('sp')),
    np: policyOf(tags.get('np')),
    testing: value('t').toLowerCase() === 'y',
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    pct:
      /^\d{1,3}$/.test(value('pct')) && Number(value('pct')) <= 100 ? Number(value('pct')) : null,
    rua: urisOf(tags.get('rua')).flatMap(({ text }) => (isReportUri(text) ? [text] : [])),
  }
}

/** dmarc-urilist = uri *( *WSP "," *WSP uri ) */
function urisOf(tag: Tag | undefined): Taken[] {
  if (tag === undefined) return []
  let start = tag.value.start
  return tag.value.text.split(',').map((text) => {
    const item = trimmed({ text, start, end: start + text.length })
    start += text.length + 1
    return item
  })
}

/** The problems of `p`, `sp` and `np`: each matters only as far as a valid rua does not soften it (4.10.1). */
function policyProblems(tags: Map<string, Tag>, record: DmarcRecord): P[] {
  const problems: P[] = []
  const p = tags.get('p')
  if (record.p === null)
    problems.push(problem('p-missing', p?.whole ?? { text: '', start: 0, end: 0 }))
  for (const name of ['sp', 'np']) {
    const tag = tags.get(name)
    if (tag !== undefined && policyOf(tag) === null)
      problems.push(problem('sp-np-invalid', tag.whole))
  }
  return problems
}

/** Tags of RFC 9989 sections 4.7; those of RFC 7489 that it removed are in `OLD`. */
const KNOWN = new Set(['v', 'p', 'sp', 'np', 't', 'psd', 'adkim', 'aspf', 'fo', 'rua', 'ruf'])
const OLD = new Set(['pct', 'rf', 'ri'])

function tagProblems(tags: Tag[], first: Map<string, Tag>): P[] {
  const problems = [...first.values()].flatMap(({ name, value, whole }): P[] => {
    const text = value.text.trim().toLowerCase()
    if (OLD.has(name.text)) return [problem(isLowered(name.text, text) ? 'pct' : 'old-tags', whole)]
    if (!KNOWN.has(name.text)) return [problem('unknown-tag', whole)]
    if (name.text === 't' && text === 'y') return [problem('t-y', whole)]
    if (name.text === 'psd' && text === 'y') return [problem('psd', whole)]
    return []
  })
  const targets = ['rua', 'ruf'].flatMap((name) => urisOf(first.get(name)))
  const bad = targets
    .filter(({ text }) => !isReportUri(text))
    .map((uri) => problem('rua-syntax', uri))
  // RFC 7489 wanted p right after v; its successor does not.
  const p = first.get('p')
  const late = p !== undefined && tags[0] !== undefined && tags[0] !== p
  return [...problems, ...bad, ...(late ? [problem('p-position', p.whole)] : [])]
}

const isLowered = (name: string, value: string): boolean =>
  name === 'pct' && /^\d+$/.test(value) && Number(value) < 100

function problem(code: DmarcProblem, at: Taken, expected?: string): P {
  const span = { start: at.start, end: at.end }
  const base = { code, span, section: SECTION, seen: at.text }
  return expected === undefined ? base : { ...base, expected }
}

/** Writes a record that parses to the same value. */
export function formatDmarcRecord(record: Partial<DmarcRecord>): string {
  const { p, sp, np, testing, psd, pct, rua = [] } = record
  const tags = [
    ['p', p],
    ['sp', sp],
    ['np', np],
    ['t', testing === true ? 'y' : null],
    ['psd', psd === 'u' ? null : psd],
    ['pct', pct ?? null],
    ['rua', rua.length > 0 ? rua.join(',') : null],
  ].filter(([, value]) => value !== null && value !== undefined)
  return ['v=DMARC1', ...tags.map(([name, value]) => `${name}=${value}`)].join('; ')
}
