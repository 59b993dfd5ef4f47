import { isOddlySplit } from '../../../protocols/dns/odd-split.ts'
import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordAt, recordProblems } from './record-entries.ts'

interface Split {
  /** What stands at the broken gap; null when nothing broke. */
  broken: string | null
}

export const recordSplit = defineRule({
  id: 'sts.record.split',
  title: 'A record that is split into several strings',
  needs: ['mtaStsRecord', 'mtaStsTxt'],
  spec: RECORD_SPEC,
  why:
    'Senders glue the strings of a TXT record together with nothing between them. A semicolon or a blank that you ' +
    'meant to stand there is not there.',
  messages: {
    'sts.record.split': {
      severity: ({ broken }: Split) => (broken === null ? 'notice' : 'error'),
      title: ({ broken }: Split) =>
        broken === null
          ? 'The record is split into several strings, and still reads well when glued'
          : `The record breaks where two strings are glued, at ${quoted(broken)}`,
      advice: () => 'Enter the record as one string; up to 255 characters fit.',
    },
  },
  examples: { 'sts.record.split': stsRecords(['v=STSv1', 'id=2026083101']) },
  quiet: stsRecords(['v=STSv1; ', 'id=2026083101']),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, mtaStsTxt, source }, find) {
    const about = source('mtaStsRecord').name
    const broken = recordProblems(mtaStsRecord, about, ['split']).map(({ problem, at }) =>
      find('sts.record.split', { broken: problem.seen ?? '' }, at),
    )
    if (broken.length > 0) return broken
    return mtaStsRecord.entries.flatMap(({ value }, index) => {
      const record = mtaStsTxt[index]
      if (value === null || record === undefined || !isOddlySplit(record)) return []
      return [find('sts.record.split', { broken: null }, recordAt(about, mtaStsRecord, index))]
    })
  },
})
