import type { MailboxOutlook } from '../../../simulate/mailboxes/mailbox.ts'
import { capitalised } from '../../../ui/count.ts'
import { monthOf } from '../../../ui/moment.ts'
import type { Standing } from './standing.ts'

/** One mailbox provider as the table shows it. */
export interface MailboxLine {
  id: string
  name: string
  standing: Standing
  word: string
  /** What is missing, or why it is not known; empty when there is nothing to say. */
  reason: string
  note: string
  /** "September 2026, from the provider's own pages" */
  read: string
}

const SOURCES = {
  good: 'well sourced',
  medium: 'sources are not complete',
  low: 'hints only',
} as const

const SHOWN: Record<MailboxOutlook['outlook'], { standing: Standing; word: string }> = {
  ready: { standing: 'pass', word: 'Nothing missing' },
  missing: { standing: 'absent', word: 'Not yet' },
  unknown: { standing: 'unknown', word: 'Not known' },
  'no-support': { standing: 'not-applicable', word: 'Shows no logos' },
}

export function mailboxLines(outlooks: readonly MailboxOutlook[]): MailboxLine[] {
  return outlooks.map(({ mailbox, outlook, reasons }) => ({
    id: mailbox.id,
    name: mailbox.name,
    ...SHOWN[outlook],
    reason: reasonWords(outlook, reasons),
    note: mailbox.note,
    read: `${monthOf(mailbox.read)}, ${SOURCES[mailbox.confidence]}`,
  }))
}

function reasonWords(outlook: MailboxOutlook['outlook'], reasons: readonly string[]): string {
  if (reasons.length === 0) return ''
  const all = reasons.join('; ')
  return outlook === 'missing' ? `Missing: ${all}.` : `${capitalised(all)}.`
}
