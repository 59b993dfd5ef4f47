import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = ['version-case', 'version-typo', 'version-first', 'lookalike'] as const

interface Seen {
  seen: string
}

export const recordVersion = defineRule({
  id: 'rpt.record.version',
  title: 'The opening of the TLS-RPT record',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why:
    'Senders look for a record that begins with exactly `v=TLSRPTv1;`. Without it they send no reports, and nobody ' +
    'notices that reports are missing.',
  messages: {
    'rpt.record.version-case': {
      severity: 'error',
      title: ({ seen }: Seen) => `The version reads ${quoted(seen)}, in the wrong case`,
      advice: () => 'Write `v=TLSRPTv1`: lower-case v, capital letters, lower-case v, 1.',
      why: 'The version is case-sensitive. A strict sender finds no record here and sends no reports.',
    },
    'rpt.record.version-typo': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The version reads ${quoted(seen)}, which is not a version of TLS-RPT`,
      advice: () => 'Write `v=TLSRPTv1`, the only version there is, with the digit 1 at the end.',
    },
    'rpt.record.version-first': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The record does not open with \`v=TLSRPTv1;\`: its version stands as ${quoted(seen)}`,
      advice: () =>
        'Move the version to the front, with a semicolon right behind it and without blanks or quotes.',
    },
    'rpt.record.lookalike': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The version reads ${quoted(seen)}, which only looks like \`v=TLSRPTv1\``,
      advice: () => 'Type `v=TLSRPTv1` by hand, in plain Latin letters.',
    },
  },
  examples: {
    'rpt.record.version-case': rptRecords('v=TLSRPTV1; rua=mailto:tls-reports@example.com'),
    'rpt.record.version-typo': rptRecords('v=TLSRPT1; rua=mailto:tls-reports@example.com'),
    'rpt.record.version-first': rptRecords('rua=mailto:tls-reports@example.com; v=TLSRPTv1'),
    'rpt.record.lookalike': rptRecords('v=TLSRP\u0422v1; rua=mailto:tls-reports@example.com'),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    return recordProblems(tlsRptRecord, about, CODES).map(({ code, problem, at }) =>
      find(`rpt.record.${code}`, { seen: problem.seen ?? '' }, at),
    )
  },
})
