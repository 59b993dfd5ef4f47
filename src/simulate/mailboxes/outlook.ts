import type { FactSet } from '../../facts/fact-set.ts'
import { MAILBOXES } from './list.ts'
import { logoState } from './logo-state.ts'
import type { LogoState, Mailbox, MailboxOutlook } from './mailbox.ts'

/** One row per mailbox provider: would it show the logo of this domain, as far as its sources say. */
export function mailboxOutlooks(facts: FactSet): MailboxOutlook[] {
  const state = logoState(facts)
  return MAILBOXES.map((mailbox) => outlookOf(mailbox, state))
}

export function outlookOf(mailbox: Mailbox, state: LogoState): MailboxOutlook {
  if (mailbox.shows !== 'yes') return { mailbox, outlook: 'no-support', reasons: [] }
  const missing = [
    ...recordLacks(state),
    ...dmarcLacks(mailbox, state),
    ...fileLacks(mailbox, state),
  ]
  if (missing.length > 0) return { mailbox, outlook: 'missing', reasons: missing }
  const unknown = unknowns(mailbox, state)
  return unknown.length > 0
    ? { mailbox, outlook: 'unknown', reasons: unknown }
    : { mailbox, outlook: 'ready', reasons: [] }
}

function recordLacks({ record }: LogoState): string[] {
  if (record === 'none') return ['a BIMI record that can be used']
  return record === 'declined' ? ['a logo: the record declines'] : []
}

function dmarcLacks({ wholeDmarc }: Mailbox, { dmarc }: LogoState): string[] {
  if (dmarc === 'none') return ['DMARC']
  if (dmarc === 'weak') return ['DMARC at quarantine or reject, for sub-domains too']
  return dmarc === 'partly' && wholeDmarc ? ['DMARC for all of the mail'] : []
}

function fileLacks({ certificate }: Mailbox, state: LogoState): string[] {
  if (state.record !== 'good') return []
  const lacks: string[] = []
  // With a certificate the logo comes out of it; without one the published file is all there is.
  if (certificate !== 'mark' && state.logo === 'not-named') lacks.push('the address of the logo')
  if (certificate !== 'mark' && state.logo === 'broken') lacks.push('a logo that can be fetched')
  if (certificate !== 'mark' && state.logo === 'unfit')
    lacks.push('a logo in SVG Tiny PS: the published one is none')
  if (certificate === 'mark' && state.certificate === 'none') lacks.push('a mark certificate')
  if (certificate === 'mark' && state.certificate === 'broken')
    lacks.push('a certificate that can be fetched')
  return lacks
}

function unknowns({ certificate }: Mailbox, state: LogoState): string[] {
  const unknown: string[] = []
  if (state.record === 'unknown') unknown.push('the record could not be learned')
  if (state.dmarc === 'unknown') unknown.push('DMARC could not be learned')
  if (certificate !== 'mark' && state.logo === 'unknown')
    unknown.push('the logo could not be fetched here')
  if (certificate === 'mark' && state.certificate === 'unknown')
    unknown.push('the certificate could not be fetched here')
  if (certificate === 'unclear' && unknown.length === 0)
    unknown.push('what it asks for is not known')
  return unknown
}
