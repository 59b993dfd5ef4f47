import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const DMARC = /^(?:ri|ruf|fo|p|sp|np|pct|rf|adkim|aspf|t|psd)=/

export const recordUnknownField = defineRule({
  id: 'rpt.record.unknown-field',
  title: 'Fields beyond the version and the addresses',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'Only `v` and `rua` are defined for this record. Senders skip every other field.',
  messages: {
    'rpt.record.unknown-field': {
      severity: 'notice',
      title: ({ seen }: { seen: string }) =>
        DMARC.test(seen)
          ? `The field ${quoted(seen)} belongs to DMARC, and senders skip it here`
          : `The field ${quoted(seen)} is not defined, and senders skip it`,
      advice: () => 'Delete the field unless you put it there on purpose.',
    },
  },
  examples: { 'rpt.record.unknown-field': rptRecords(`${GOOD}; ri=86400`) },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    return recordProblems(tlsRptRecord, about, ['unknown-field']).map(({ problem, at }) =>
      find('rpt.record.unknown-field', { seen: problem.seen ?? '' }, at),
    )
  },
})
