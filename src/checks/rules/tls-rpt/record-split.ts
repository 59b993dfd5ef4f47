import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { isOddlySplit } from '../../../protocols/dns/odd-split.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordAt, recordProblems } from './record-entries.ts'

const RUA = 'rua=mailto:tls-reports@example.com'

interface Split {
  /** What stands at the broken gap; null when nothing broke. */
  broken: string | null
}

export const recordSplit = defineRule({
  id: 'rpt.record.split',
  title: 'A record that is split into several strings',
  needs: ['tlsRptRecord', 'tlsRptTxt'],
  spec: RECORD_SPEC,
  why:
    'Senders glue the strings of a TXT record together with nothing between them. A semicolon or a blank that you ' +
    'meant to stand there is not there.',
  messages: {
    'rpt.record.split': {
      severity: ({ broken }: Split) => (broken === null ? 'notice' : 'error'),
      title: ({ broken }: Split) =>
        broken === null
          ? 'The record is split into several strings, and still reads well when glued'
          : `The record breaks where two strings are glued, at ${quoted(broken)}`,
      advice: () => 'Enter the record as one string; up to 255 characters fit.',
    },
  },
  examples: { 'rpt.record.split': rptRecords(['v=TLSRPTv1', RUA]) },
  quiet: rptRecords(['v=TLSRPTv1; ', RUA]),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, tlsRptTxt, source }, find) {
    const about = source('tlsRptRecord').name
    const broken = recordProblems(tlsRptRecord, about, ['split']).map(({ problem, at }) =>
      find('rpt.record.split', { broken: problem.seen ?? '' }, at),
    )
    if (broken.length > 0) return broken
    return tlsRptRecord.entries.flatMap(({ value }, index) => {
      const record = tlsRptTxt[index]
      if (value === null || record === undefined || !isOddlySplit(record)) return []
      return [find('rpt.record.split', { broken: null }, recordAt(about, tlsRptRecord, index))]
    })
  },
})
