import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = [
  'blank-before-semicolon',
  'empty-field',
  'trailing-blank',
  'bad-field',
  'escaped',
  'escape-kept',
  'non-ascii',
] as const

const RUA = 'rua=mailto:tls-reports@example.com'

interface Seen {
  seen: string
}

export const recordForm = defineRule({
  id: 'rpt.record.form',
  title: 'The form of the TLS-RPT record',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'A record with one slip is no record to a strict sender: it sends no reports, as if the domain had asked for none.',
  messages: {
    'rpt.record.blank-before-semicolon': {
      severity: ({ alone }: { alone: boolean }) => (alone ? 'warning' : 'error'),
      title: ({ alone }: { alone: boolean }) =>
        alone
          ? 'A blank stands between `v=TLSRPTv1` and the semicolon'
          : 'A blank stands between `v=TLSRPTv1` and the semicolon, and the name has other TXT records',
      advice: () => 'Delete the blank, so that the record begins with `v=TLSRPTv1;`.',
      why:
        'The grammar allows the blank, but senders pick the record by its opening, `v=TLSRPTv1;`. Some do so always, all ' +
        'may do so when several TXT records share the name.',
    },
    'rpt.record.empty-field': {
      severity: 'error',
      title: () => 'Two semicolons stand with nothing between them',
      advice: () => 'Delete the extra semicolon. One at the very end is fine.',
    },
    'rpt.record.trailing-blank': {
      severity: 'error',
      title: () => 'The record ends with a blank',
      advice: () => 'Delete the blank after the last field.',
      why:
        'Blanks are allowed around semicolons and commas only. Strict senders drop the record for this; others trim it, ' +
        'so it can look as if it worked.',
    },
    'rpt.record.bad-field': {
      severity: 'error',
      title: ({ seen }: Seen) => `${quoted(seen)} is not a field of the form \`name=value\``,
      advice: () =>
        'Correct the field or delete it. No blank stands around the equals sign or inside a value.',
    },
    'rpt.record.escaped': {
      severity: ({ legal }: Seen & { legal: boolean }) => (legal ? 'warning' : 'error'),
      title: ({ seen }: Seen & { legal: boolean }) =>
        `The record holds ${quoted(seen)}, an escape that became part of the text`,
      advice: () => 'Enter the plain character where your DNS host asks for the text.',
      why:
        'Zone files and some panels want a backslash before a semicolon or a quote; others take the text as it is and ' +
        'publish the backslash too.',
    },
    'rpt.record.non-ascii': {
      severity: 'error',
      title: ({ seen }: Seen) => `The record holds ${quoted(seen)}, which is outside of US-ASCII`,
      advice: () => 'Type the record again by hand, with plain blanks, quotes and semicolons.',
      why: 'Web pages and word processors put in characters that look like blanks, quotes or semicolons and are others.',
    },
  },
  examples: {
    'rpt.record.blank-before-semicolon': rptRecords(`v=TLSRPTv1 ; ${RUA}`),
    'rpt.record.empty-field': rptRecords(`v=TLSRPTv1;; ${RUA}`),
    'rpt.record.trailing-blank': rptRecords(`v=TLSRPTv1; ${RUA} `),
    'rpt.record.bad-field': rptRecords(`v=TLSRPTv1; ${RUA}; hello`),
    'rpt.record.escaped': rptRecords(`v=TLSRPTv1\\; ${RUA}`),
    'rpt.record.non-ascii': rptRecords(`v=TLSRPTv1；${RUA}`),
  },
  quiet: rptRecords(`${GOOD};`),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    const alone = tlsRptRecord.entries.length === 1
    return recordProblems(tlsRptRecord, about, CODES).map(({ code, problem, at }) => {
      const seen = problem.seen ?? ''
      switch (code) {
        case 'blank-before-semicolon':
          return find(`rpt.record.${code}`, { alone }, at)
        case 'escaped':
        case 'escape-kept':
          return find('rpt.record.escaped', { seen, legal: code === 'escape-kept' }, at)
        default:
          return find(`rpt.record.${code}`, { seen }, at)
      }
    })
  },
})
