/** The MTA-STS record and policy file that somebody chose, replacing what stands there (RFC 8461 section 3). */
import { nextId } from '../../protocols/mta-sts/next-id.ts'
import {
  formatStsPolicy,
  MAX_AGE_LIMIT,
  type StsMode,
  type StsPolicy,
} from '../../protocols/mta-sts/policy.ts'
import {
  normalHost,
  readMxPattern,
  type MxPatternFlaw,
} from '../../protocols/mta-sts/mx-pattern.ts'
import { STS_MODES } from '../../protocols/mta-sts/policy-values.ts'
import {
  formatStsRecord,
  isSelectedStsRecord,
  parseStsRecord,
} from '../../protocols/mta-sts/record.ts'
import { FaultList, shown, type Read, type Reading } from './fault.ts'
import { notesOn, txtRecordFor, type Made } from './made.ts'
import { usualMaxAge, type ServedAge } from './max-age.ts'
import { readTtl, readZone } from './place.ts'
import { standingAt, type Standing } from './standing.ts'

export interface MtaStsChoices extends Omit<StsPolicy, 'extensions'> {
  /** A-labels, no final dot; so is the zone, in which it lies. */
  domain: string
  zone: string
  id: string
  /** Seconds. */
  ttl: number
}

/** As typed; an empty text, and null, take the usual choice. */
export interface MtaStsTyped {
  zone: string
  mode: string
  maxAge: string
  mx: readonly string[] | null
  id: string
  ttl: string
}

export type MtaStsField = keyof MtaStsTyped

/** What is known of the domain today. */
export interface MtaStsToday {
  domain: string
  /** Where the domain's records are kept. */
  zone: string
  /** Milliseconds since 1970. */
  now: number
  record: Standing
  policy: ServedAge
  /** Patterns of the live MX, see `patternsFromMx`. */
  patterns: readonly string[]
}

export const stsRecordName = (domain: string): string => `_mta-sts.${domain}`

export function stsStanding(domain: string, fact: Parameters<typeof standingAt>[1]): Standing {
  return standingAt(stsRecordName(domain), fact, (text) => parseStsRecord(text).ours)
}

export function readMtaSts(
  typed: MtaStsTyped,
  today: MtaStsToday,
): Reading<MtaStsChoices, MtaStsField> {
  const list = new FaultList<MtaStsField>()
  const usual = usualMode(today)
  const mode = list.take('mode', readMode(typed.mode, usual), usual)
  const choices = {
    domain: today.domain,
    zone: list.take('zone', readZone(typed.zone, today.domain, today.zone), today.zone),
    mode,
    maxAge: list.take('maxAge', readMaxAge(typed.maxAge, usualMaxAge(mode, today.policy)), 0),
    mx: patternsOf(typed.mx, today.patterns, list),
    id: list.take('id', readId(typed.id, today), ''),
    ttl: list.take('ttl', readTtl(typed.ttl), 0),
  }
  const hasFaultyMx = list.faults.some(({ field }) => field === 'mx')
  // At least one mx unless the mode is `none` (section 3.2): else every server would be refused.
  if (mode !== 'none' && choices.mx.length === 0 && !hasFaultyMx)
    list.add('mx', `A policy with the mode \`${mode}\` names at least one mail server`)
  return list.reading(choices)
}

export function makeMtaSts(choices: MtaStsChoices, record: Standing): Made {
  const { domain, zone, mode, mx, maxAge, id, ttl } = choices
  const value = formatStsRecord({ id, extensions: [] })
  const notes = notesOn(record, stsRecordName(domain))
  if (idsIn(record.ours).includes(id))
    notes.push(
      `The id \`${id}\` is live already: senders that hold the policy do not look at a changed file until it changes.`,
    )
  return {
    records: [txtRecordFor({ zone, value, ttl }, record)],
    policy: formatStsPolicy({ mode, mx, maxAge, extensions: [] }),
    notes,
  }
}

/** Testing comes first; whoever enforces already goes on to, if any strict sender has noticed. */
export function usualMode({ policy, record }: Pick<MtaStsToday, 'policy' | 'record'>): StsMode {
  return policy?.mode === 'enforce' && isUsed(record) ? 'enforce' : 'testing'
}

/** One record that a strict sender can use; where nobody could look there may be one. */
export function isUsed({ known, ours }: Standing): boolean {
  const [selected, ...others] = ours.filter(isSelectedStsRecord)
  return !known || (others.length === 0 && parseStsRecord(selected ?? '').value !== null)
}

function readMode(typed: string, usual: StsMode): Read<StsMode> {
  const text = typed.trim()
  if (text === '') return { value: usual }
  const mode = STS_MODES.find((known) => known === text)
  if (mode !== undefined) return { value: mode }
  return { wrong: `${shown(typed)} is not a mode; use \`testing\`, \`enforce\` or \`none\`` }
}

function readMaxAge(typed: string, usual: number): Read<number> {
  const text = typed.trim()
  if (text === '') return { value: usual }
  if (/^\d{1,10}$/.test(text) && Number(text) <= MAX_AGE_LIMIT) return { value: Number(text) }
  return { wrong: `${shown(typed)} is not a number of seconds from 0 to ${MAX_AGE_LIMIT}` }
}

function readId(typed: string, { now, record }: MtaStsToday): Read<string> {
  const text = typed.trim()
  if (text === '') return { value: nextId(now, idsIn(record.ours)) }
  // sts-id = 1*32(ALPHA / DIGIT) (section 3.1)
  if (/^[A-Za-z0-9]{1,32}$/.test(text)) return { value: text }
  return { wrong: `${shown(typed)} is not an id: it takes 1 to 32 letters and digits` }
}

/** The ids of the records, of those that cannot be used too. */
export function idsIn(records: readonly string[]): string[] {
  return records.flatMap(
    (text) => /(?:^|;)\s*id\s*=\s*([A-Za-z0-9]{1,32})(?![\w-])/i.exec(text)?.[1] ?? [],
  )
}

function patternsOf(
  typed: readonly string[] | null,
  usual: readonly string[],
  list: FaultList<MtaStsField>,
): string[] {
  if (typed === null) return [...usual]
  const patterns = typed.flatMap((text, index) => {
    if (text.trim() === '') return []
    const pattern = list.take('mx', readPattern(text.trim()), '', index)
    return pattern === '' ? [] : [pattern]
  })
  return [...new Set(patterns)]
}

/** Case, the final dot and letters beyond ASCII are put right; anything else is the visitor's to say. */
function readPattern(text: string): Read<string> {
  const isWildcard = text.startsWith('*.')
  const name = normalHost(isWildcard ? text.slice(2) : text)
  const { flaw, pattern, expected } = readMxPattern(isWildcard ? `*.${name}` : name)
  if (flaw === null && pattern !== null) return { value: pattern }
  const meant = expected === undefined ? '' : `; \`${expected}\` would be`
  return {
    wrong: `${shown(text)} is not the name of a mail server: ${WRONG[flaw ?? 'mx-syntax']}${meant}`,
  }
}

const WRONG: Record<MxPatternFlaw, string> = {
  'mx-empty': 'it is empty',
  'mx-multi-value': 'it holds several names, and each needs a line of its own',
  'mx-priority': 'the preference stays in the MX record',
  'mx-url': 'it is an address of the web',
  'mx-ip': 'it is an IP address',
  'mx-ip-domain': 'it is an IP address',
  'mx-port': 'a port has no place in it',
  'mx-underscore': 'no mail server has an underscore in its name',
  'mx-wildcard-form': 'a `*` stands alone at the front, with a dot and a name behind it',
  'mx-idn': 'it has letters beyond ASCII',
  'mx-trailing-dot': 'it ends with a dot',
  'mx-syntax': 'names have letters, digits, hyphens and dots',
  'non-ascii': 'it has a character that was typed by mistake',
} // prettier-ignore
