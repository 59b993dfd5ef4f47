import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = [
  'rua-separator',
  'rua-empty-item',
  'rua-empty-item-beside',
  'rua-duplicate-uri',
  'rua-many',
] as const

const record = (rua: string) => rptRecords(`v=TLSRPTv1; rua=${rua}`)

export const ruaList = defineRule({
  id: 'rpt.record.rua-list',
  title: 'The list of addresses for reports',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'Several addresses stand in one field, each parted from the next by one comma.',
  messages: {
    'rpt.record.rua-separator': {
      severity: 'error',
      title: ({ seen }: { seen: string }) =>
        seen.includes(';')
          ? 'A semicolon stands between two addresses, and cuts the list short'
          : 'Two addresses stand in the list without a comma between them',
      advice: () => 'Put a comma between the addresses.',
    },
    'rpt.record.rua-empty-item': {
      severity: ({ beside }: { beside: boolean }) => (beside ? 'warning' : 'error'),
      title: ({ beside }: { beside: boolean }) =>
        beside
          ? 'A comma in the list of addresses has no address beside it'
          : 'The list of addresses holds commas and no address that could be used',
      advice: ({ beside }: { beside: boolean }) =>
        beside ? 'Delete the extra comma.' : 'Write an address, and delete the extra comma.',
      why: 'The grammar wants an address on both sides of a comma. Some senders drop the record for a comma too many.',
    },
    'rpt.record.rua-duplicate-uri': {
      severity: 'notice',
      title: ({ seen }: { seen: string }) => `The address ${quoted(seen)} is listed twice`,
      advice: () => 'Delete one of the two, or each report may come twice.',
    },
    'rpt.record.rua-many': {
      severity: 'notice',
      title: () => 'The record lists more than two addresses',
      advice: () => 'Keep two at most, and pass reports on from there.',
      why: 'A sender may report to all addresses or pick one, so more of them do not make it surer that reports arrive.',
      demand: 'practice',
    },
  },
  examples: {
    'rpt.record.rua-separator': record('mailto:a@example.com;mailto:b@example.com'),
    'rpt.record.rua-empty-item': record('mailto:a@example.com,'),
    'rpt.record.rua-duplicate-uri': record('mailto:a@example.com,mailto:A@EXAMPLE.com'),
    'rpt.record.rua-many': record(
      'mailto:a@example.com,mailto:b@example.com,https://r.example.com/',
    ),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    return recordProblems(tlsRptRecord, about, CODES).map(({ code, problem, at }) => {
      switch (code) {
        case 'rua-empty-item':
        case 'rua-empty-item-beside':
          return find('rpt.record.rua-empty-item', { beside: code !== 'rua-empty-item' }, at)
        default:
          return find(`rpt.record.${code}`, { seen: problem.seen ?? '' }, at)
      }
    })
  },
})
