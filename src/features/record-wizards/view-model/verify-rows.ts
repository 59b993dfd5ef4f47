import {
  policyAgreement,
  recordAgreement,
  type Agreement,
} from '../../../publish/make/agreement.ts'
import { duration } from '../../../ui/count.ts'
import { clock } from '../../../ui/moment.ts'
import type { StatusKind } from '../../../ui/status-shapes.tsx'
import type { Asked } from '../queries/use-rounds.ts'
import type { Sighting } from '../queries/verify-round.ts'

/** One line of what is being watched. */
export interface VerifyRow {
  key: string
  /** "Policy file", "Record". */
  what: string
  asked: string
  kind: StatusKind
  word: string
  /** What was seen, in our small mark-up. */
  seen: string
}

/** @param oldPolicy the file that was served before, where that is known */
export function agreementOf(sighting: Sighting, oldPolicy: string | null): Agreement {
  return sighting.part === 'policy'
    ? policyAgreement(sighting.policy, sighting.fact, oldPolicy)
    : recordAgreement(sighting.record, sighting.fact)
}

export function verifyRow(row: Asked, oldPolicy: string | null): VerifyRow {
  const { inquiry, sighting } = row
  const { key, part } = inquiry
  const isFile = part === 'policy'
  const about = {
    key,
    what: isFile ? 'Policy file' : 'Record',
    asked: isFile ? `the policy host, by ${inquiry.asked}` : `\`${inquiry.asked}\``,
  }
  if (sighting === null) return { ...about, kind: 'asking', word: 'Asking', seen: '' }
  return { ...about, ...stateOf(agreementOf(sighting, oldPolicy), row, sighting) }
}

function stateOf(
  agreement: Agreement,
  { seen, since }: Asked,
  sighting: Sighting,
): Pick<VerifyRow, 'kind' | 'word' | 'seen'> {
  switch (agreement.state) {
    case 'live':
      return {
        kind: 'pass',
        word: 'Live',
        seen: `${liveWords(agreement, sighting)}, since ${clock(since ?? seen)}`,
      }
    case 'old':
      return { kind: 'asking', word: 'Still the old one', seen: oldWords(agreement, seen) }
    case 'absent':
      return { kind: 'absent', word: 'Not there yet', seen: absentWords(agreement, sighting) }
    case 'other':
      return { kind: 'warning', word: 'Something else', seen: otherWords(agreement) }
    case 'could-not-check':
      return { kind: 'unknown', word: 'Could not check', seen: `${agreement.reason}.` }
  }
}

function liveWords({ seen }: Agreement, sighting: Sighting): string {
  if (sighting.part === 'record') return code(seen ?? sighting.record.value)
  const bytes = new TextEncoder().encode(sighting.policy).length
  return `the same ${bytes}\u00a0bytes as above`
}

function oldWords({ seen, until, reason }: Agreement, now: number): string {
  const text = seen === null || seen.includes('\r') || seen.includes('\n') ? reason : code(seen)
  if (until === null) return `${text}.`
  const left = Math.round((until - now) / 1000)
  return left <= 0 ? `${text}.` : `${text} for up to ${duration(roughly(left))} more: its TTL.`
}

/** Whole minutes, and above an hour quarters of one: nobody waits by the second. */
function roughly(seconds: number): number {
  if (seconds < 60) return seconds
  const step = seconds < 3600 ? 60 : 900
  return Math.ceil(seconds / step) * step
}

function absentWords({ reason }: Agreement, sighting: Sighting): string {
  return sighting.part === 'record'
    ? `${reason}. A resolver may go on to say so for some minutes after it is.`
    : `${reason}.`
}

function otherWords({ reason, seen }: Agreement): string {
  if (seen === null) return `${reason}.`
  const lines = seen.split(/\r?\n/).filter((line) => line !== '')
  return `${reason}: ${lines.map(code).join(', ')}.`
}

function code(text: string): string {
  const line = text.replaceAll('`', 'ˋ')
  return `\`${line.length > 300 ? `${line.slice(0, 299)}…` : line}\``
}

/** How many of those who are asked agree. */
export function seenOf({ rows }: { rows: readonly Asked[] }): { live: number; total: number } {
  return { live: rows.filter(({ since }) => since !== null).length, total: rows.length }
}
