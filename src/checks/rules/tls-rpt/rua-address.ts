import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = [
  'rua-no-scheme',
  'rua-second-no-scheme',
  'rua-scheme',
  'rua-scheme-beside',
  'rua-mailto-syntax',
  'rua-https-syntax',
  'rua-size-suffix',
  'rua-unescaped',
  'rua-mailto-query',
] as const

const record = (rua: string) => rptRecords(`v=TLSRPTv1; rua=${rua}`)

interface Seen {
  seen: string
}

interface Scheme extends Seen {
  /** Another address of the record can be used. */
  beside: boolean
}

export const ruaAddress = defineRule({
  id: 'rpt.record.rua-address',
  title: 'The form of each address for reports',
  needs: ['tlsRptRecord'],
  spec: [
    ...RECORD_SPEC,
    { document: 'RFC 6068', section: '2' },
    { document: 'RFC 3986', section: '3' },
  ],
  why: 'An address that does not read as one is dropped, or takes the whole record with it.',
  messages: {
    'rpt.record.rua-no-scheme': {
      severity: 'error',
      title: ({ seen }: Seen) => `The address ${quoted(seen)} has no scheme`,
      advice: () =>
        'Write `mailto:` in front of a mail address, `https://` in front of a web address.',
    },
    'rpt.record.rua-second-no-scheme': {
      severity: 'error',
      title: ({ seen }: Seen) => `The address ${quoted(seen)} has no scheme of its own`,
      advice: () => 'Write `mailto:` in front of it. Each address of the list needs its own.',
    },
    'rpt.record.rua-scheme': {
      severity: ({ beside }: Scheme) => (beside ? 'warning' : 'error'),
      title: ({ seen }: Scheme) => `Senders cannot report to ${quoted(seen)}`,
      advice: () => 'Use a `mailto:` or an `https:` address.',
      why: 'RFC 8460 defines these two schemes only. Plain `http` is not one of them.',
    },
    'rpt.record.rua-mailto-syntax': {
      severity: 'error',
      title: ({ seen }: Seen) => `${quoted(seen)} does not hold one complete mail address`,
      advice: () => 'Write `mailto:name@domain`, without brackets, slashes or blanks.',
    },
    'rpt.record.rua-https-syntax': {
      severity: 'error',
      title: ({ seen }: Seen) => `${quoted(seen)} is not a complete web address`,
      advice: () => 'Write `https://host/path`, without a user name.',
    },
    'rpt.record.rua-size-suffix': {
      severity: 'error',
      title: () => 'A size limit stands behind an address',
      advice: () => 'Delete the exclamation mark and the size behind it.',
      why:
        'The limit was a habit of DMARC records. TLS-RPT has none, and a bare exclamation mark is not allowed in an ' +
        'address, so strict senders drop the record.',
    },
    'rpt.record.rua-unescaped': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `An address holds a bare ${NAMES[seen] ?? 'separator'}, which has another meaning in the record`,
      advice: ({ seen }: Seen) => `Write \`${CODED[seen] ?? '%2C'}\` in its place.`,
      why: 'A comma ends an address and a semicolon ends the field; the exclamation mark is kept for other uses.',
    },
    'rpt.record.rua-mailto-query': {
      severity: 'warning',
      title: ({ seen }: Seen) => `${quoted(seen)} carries a header behind the question mark`,
      advice: () => 'Delete the question mark and what follows it.',
      why: 'Senders write the header of the report themselves. Some drop yours, some stumble over it.',
    },
  },
  examples: {
    'rpt.record.rua-no-scheme': record('tls-reports@example.com'),
    'rpt.record.rua-second-no-scheme': record('mailto:a@example.com,b@example.com'),
    'rpt.record.rua-scheme': record('http://reports.example.com/tls'),
    'rpt.record.rua-mailto-syntax': record('mailto://tls-reports@example.com'),
    'rpt.record.rua-https-syntax': record('https:/reports.example.com/tls'),
    'rpt.record.rua-size-suffix': record('mailto:tls-reports@example.com!10m'),
    'rpt.record.rua-unescaped': record('https://reports.example.com/a;b'),
    'rpt.record.rua-mailto-query': record('mailto:tls-reports@example.com?subject=TLS'),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    return recordProblems(tlsRptRecord, about, CODES).map(({ code, problem, at }) => {
      const seen = problem.seen ?? ''
      if (code === 'rua-scheme' || code === 'rua-scheme-beside')
        return find('rpt.record.rua-scheme', { seen, beside: code !== 'rua-scheme' }, at)
      return find(`rpt.record.${code}`, { seen }, at)
    })
  },
})

const NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '!': 'exclamation mark' }
const CODED: Record<string, string> = { ',': '%2C', ';': '%3B', '!': '%21' }
