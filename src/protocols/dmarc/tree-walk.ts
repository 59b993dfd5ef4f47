/**
 * How a receiver finds the DMARC record for a name, and the organizational domain (RFC 9989 section 4.10). The answers
 * come from outside; this is what follows from them.
 */
import type { DmarcPolicy, DmarcRecord } from './record.ts'

/** The most questions that a walk may take (section 4.10). */
export const MOST_QUESTIONS = 8

/** The names of the walk in their order, without `_dmarc.`: the start, then shorter ones down to the top-level domain. */
export function walkNames(start: string): string[] {
  const labels = start.split('.')
  // "If the number of labels is eight or more, remove all but seven": a long name costs no more than eight questions.
  const from = Math.min(labels.length - 1, MOST_QUESTIONS - 1)
  const shorter = Array.from({ length: Math.max(from, 0) }, (_, index) =>
    labels.slice(labels.length - from + index).join('.'),
  )
  return [start, ...shorter]
}

/** What stands at `_dmarc.<name>`: the one record, or null for none, several, or none that a receiver uses. */
export interface WalkAnswer {
  name: string
  record: DmarcRecord | null
}

/** The answers up to where the walk ends: at a record with `psd=n` or `psd=y`, else at the top-level domain. */
export function walked(answers: readonly WalkAnswer[]): WalkAnswer[] {
  const last = answers.findIndex(({ record }) => record !== null && record.psd !== 'u')
  return last < 0 ? [...answers] : answers.slice(0, last + 1)
}

/** Section 4.10.2, on the answers of a walk that starts at the first name. */
export function organizationalDomain(answers: readonly WalkAnswer[]): string {
  const start = answers[0]?.name ?? ''
  const found = walked(answers).filter(({ record }) => record !== null)
  for (const { name, record } of found) {
    if (record?.psd === 'n') return name
    if (record?.psd === 'y' && name !== start) return oneLabelBelow(name, start)
  }
  return found.at(-1)?.name ?? start
}

/** The name one label below `above` on the path from `start`. */
function oneLabelBelow(above: string, start: string): string {
  const labels = start.split('.')
  return labels.slice(labels.length - above.split('.').length - 1).join('.')
}

/** Which tag a policy comes from. */
export type PolicyTag = 'p' | 'sp' | 'np'

export interface EffectivePolicy {
  policy: DmarcPolicy
  tag: PolicyTag
  /** The name whose record applies. */
  from: string
  record: DmarcRecord
}

/**
 * The policy for mail from the first name (section 4.10.1): its own record, else that of the organizational domain, else
 * that of a public suffix domain. Null when none applies.
 *
 * @param exists does the name exist in the DNS; when it does not, `np` counts before `sp`
 */
export function effectivePolicy(
  answers: readonly WalkAnswer[],
  exists: boolean,
): EffectivePolicy | null {
  const own = answers[0]
  if (own?.record)
    return { policy: own.record.p ?? 'none', tag: 'p', from: own.name, record: own.record }
  const path = walked(answers)
  const organization = organizationalDomain(answers)
  const above =
    path.find(({ name, record }) => record !== null && name === organization) ??
    path.find(({ record }) => record?.psd === 'y')
  if (!above?.record) return null
  return { ...inherited(above.record, exists), from: above.name, record: above.record }
}

/** np, then sp, then p for a name that does not exist; sp, then p for one that does. */
function inherited(record: DmarcRecord, exists: boolean): { policy: DmarcPolicy; tag: PolicyTag } {
  if (!exists && record.np !== null) return { policy: record.np, tag: 'np' }
  if (record.sp !== null) return { policy: record.sp, tag: 'sp' }
  return { policy: record.p ?? 'none', tag: 'p' }
}

const WEAKER: Record<DmarcPolicy, DmarcPolicy> = {
  reject: 'quarantine',
  quarantine: 'none',
  none: 'none',
}

/** What `t=y` leaves of a policy: one step less (section 4.7). */
export function softened(policy: DmarcPolicy, testing: boolean): DmarcPolicy {
  return testing ? WEAKER[policy] : policy
}
