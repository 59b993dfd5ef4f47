import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = ['rua-missing', 'rua-empty', 'rua-duplicate-field'] as const

interface Seen {
  seen: string
}

export const ruaField = defineRule({
  id: 'rpt.record.rua-field',
  title: 'Whether the record says where reports go',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'The field `rua` is the whole point of the record: it lists the addresses that senders send their reports to.',
  messages: {
    'rpt.record.rua-missing': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        seen.startsWith('v=')
          ? 'The record has no field `rua`, so reports have nowhere to go'
          : `The record has ${quoted(seen)} and no field named exactly \`rua\``,
      advice: () => 'Add `rua=mailto:` with the address of your mailbox for reports.',
      why: 'Senders know one field for addresses, `rua` in lower case. `ruf` belongs to DMARC and means nothing here.',
    },
    'rpt.record.rua-empty': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        seen === '' ? 'The field `rua` is empty' : `Behind ${quoted(seen)} no address follows`,
      advice: () =>
        'Write `mailto:` and a mail address, or the `https:` address of your collector.',
    },
    'rpt.record.rua-duplicate-field': {
      severity: 'warning',
      title: ({ seen }: Seen) => `The field \`rua\` occurs again: ${quoted(seen)}`,
      advice: () => 'Put all addresses into the first `rua`, parted by commas.',
      why: 'The grammar allows the repetition and gives it no meaning. Senders take the first, the last or both.',
    },
  },
  examples: {
    'rpt.record.rua-missing': rptRecords('v=TLSRPTv1; ruf=mailto:tls-reports@example.com'),
    'rpt.record.rua-empty': rptRecords('v=TLSRPTv1; rua=mailto:'),
    'rpt.record.rua-duplicate-field': rptRecords(
      'v=TLSRPTv1; rua=mailto:a@example.com; rua=mailto:b@example.com',
    ),
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
