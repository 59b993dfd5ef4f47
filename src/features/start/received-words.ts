import type { Received } from './intake.ts'

const NOT_YET = 'This version of Signet does not read'

/** What a thing is, and what becomes of it here. */
export const RECEIVED_WORDS: Record<Received['kind'], { is: string; what: string }> = {
  policy: { is: 'An MTA-STS policy file', what: 'It is judged by the rules for policy files.' },
  'tls-report': { is: 'A TLS report', what: `${NOT_YET} reports yet.` },
  mail: {
    is: 'A mail',
    what: `TLS reports arrive in mails like this. ${NOT_YET} reports yet.`,
  },
  gzip: {
    is: 'A gzip archive',
    what: `TLS reports arrive packed like this. ${NOT_YET} reports yet.`,
  },
  zip: {
    is: 'A zip archive',
    what: `TLS reports arrive packed like this. ${NOT_YET} reports yet.`,
  },
  svg: {
    is: 'An SVG drawing',
    what: 'The logo lab says whether it is a BIMI logo, and repairs it.',
  },
  pem: { is: 'A certificate or key in PEM', what: `${NOT_YET} certificates yet.` },
  der: { is: 'A certificate or key in DER', what: `${NOT_YET} certificates yet.` },
  picture: {
    is: 'A picture made of pixels',
    what: 'Mailboxes take logos as SVG drawings only.',
  },
  'web-page': {
    is: 'A web page',
    what: 'Where a policy file was expected, its address answers with a page instead.',
  },
  'signet-report': {
    is: 'A report saved by Signet',
    what: 'It holds the answers of one check. This version of Signet writes such files and does not open them.',
  },
  json: { is: 'JSON', what: 'It has none of the keys of a TLS report.' },
  text: {
    is: 'Text',
    what: 'It has none of the lines of a policy file, such as `mode: enforce`.',
  },
  empty: { is: 'Nothing', what: 'It is empty.' },
  unknown: { is: 'Bytes of no kind that Signet knows', what: 'Nothing was done with it.' },
  unreadable: {
    is: 'Not readable',
    what: 'The browser could not read it. Folders have to be opened and their files chosen.',
  },
}
