import type { SenderRow, SenderTable } from '../../../simulate/what-senders-make.ts'
import { duration, listed } from '../../../ui/count.ts'
import { monthOf } from '../../../ui/moment.ts'

/** One sender as the table shows it; texts are our small mark-up. */
export interface SenderLine {
  id: string
  name: string
  /** "August 2026" */
  read: string
  record: string
  policy: string
  effect: string
  notes: string[]
  /** Other than a strictly conforming sender does. */
  differs: boolean
}

export interface SenderLines {
  lines: SenderLine[]
  /** Senders of which nothing can be said, in one breath; empty when there are none. */
  unread: string
  /** False when neither the record nor the file could be learned: then no sender’s view of them can be told. */
  isKnown: boolean
}

/** The whole word where a sender has nothing against a text. */
export const TAKES = 'Takes it'

export function senderLines({ rows, strict }: SenderTable): SenderLines {
  const open = rows.filter(({ read }) => read !== null)
  const closed = rows.filter(({ read }) => read === null)
  return {
    lines: open.map(toLine),
    unread: listed(closed.map(({ name }) => name)),
    isKnown: strict.usesRecord !== null || strict.acceptsPolicy !== null,
  }
}

function toLine({ id, name, read, record, policy, notes, differs }: SenderRow): SenderLine {
  return {
    id,
    name,
    read: monthOf(read ?? ''),
    record: record.verdict === 'uses' ? TAKES : `${RECORD[record.verdict]}: ${lower(record.why)}`,
    policy:
      policy.verdict === 'accepts' ? TAKES : `${POLICY[policy.verdict]}: ${lower(policy.why)}`,
    effect: effectOf(record, policy),
    // Notes are about a policy in force.
    notes: record.verdict === 'uses' ? notes : [],
    differs,
  }
}

const RECORD = { 'does not use': 'Sees none', 'not known': 'Not established' } as const
const POLICY = { rejects: 'Refuses it', 'not known': 'Not established' } as const

/** Without a usable record no sender fetches the file (RFC 8461 section 3.1). */
function effectOf(record: SenderRow['record'], { verdict, effect }: SenderRow['policy']): string {
  if (record.verdict === 'does not use' || verdict === 'rejects') return 'no policy'
  if (record.verdict === 'not known' || effect === null) return 'not established'
  return `\`${effect.mode}\` for ${duration(effect.maxAge)}`
}

/** The reason follows a colon; code and names in capitals keep their letters. */
function lower(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
