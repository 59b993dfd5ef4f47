/** What a mailbox provider asks for before it shows a logo, as its own pages say or as others report. */
export interface Mailbox {
  id: string
  name: string
  /** When the sources were read, `YYYY-MM`. */
  read: string
  /** How sure the sources make us: the provider's own words, a list kept by others, or hints. */
  confidence: 'good' | 'medium' | 'low'
  shows: 'yes' | 'considering' | 'no'
  /** `any`: no certificate needed; `mark`: a VMC or CMC; `unclear`: sources differ. */
  certificate: 'any' | 'mark' | 'unclear'
  /** `all`: DMARC must cover all mail, `pct` below 100 is refused. */
  wholeDmarc: boolean
  /** What else is known: reputation, delays, marks beside the logo. */
  note: string
}

/** Never a promise: display is at the provider's discretion. */
export interface MailboxOutlook {
  mailbox: Mailbox
  outlook: 'ready' | 'missing' | 'no-support' | 'unknown'
  /** What is missing, or why it is not known, a phrase each. */
  reasons: string[]
}

/** What a provider needs to know of a domain. */
export interface LogoState {
  record: 'good' | 'none' | 'declined' | 'unknown'
  dmarc: 'enforced' | 'partly' | 'weak' | 'none' | 'unknown'
  /** `unfit`: served, and not SVG Tiny PS. */
  logo: 'served' | 'unfit' | 'broken' | 'not-named' | 'unknown'
  certificate: 'served' | 'broken' | 'none' | 'unknown'
}
