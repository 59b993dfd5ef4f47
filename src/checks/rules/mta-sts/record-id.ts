import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = ['id-missing', 'id-empty', 'id-charset', 'id-length', 'id-duplicate'] as const

interface Seen {
  seen: string
}

export const recordId = defineRule({
  id: 'sts.record.id',
  title: 'The id of the policy',
  needs: ['mtaStsRecord'],
  spec: RECORD_SPEC,
  why:
    'Senders remember the id with your policy and fetch the policy again when the id is another. Without a readable id ' +
    'the record counts as none.',
  messages: {
    'sts.record.id-missing': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        /^id\b/i.test(seen)
          ? `The record has ${quoted(seen)} where \`id=\` is needed`
          : 'The record has no `id`',
      advice: () => 'Add `id=` in lower case with a value such as today’s date and a counter.',
    },
    'sts.record.id-empty': {
      severity: 'error',
      title: () => 'The id has no value',
      advice: () => 'Put 1 to 32 letters or digits after `id=`.',
    },
    'sts.record.id-charset': {
      severity: 'error',
      title: ({ seen }: Seen) => `The id ${quoted(seen)} holds more than letters and digits`,
      advice: () =>
        'Use letters A to Z, a to z and digits only: no hyphen, no dot, no blank, no quote.',
      why:
        'Only letters and digits are allowed. mox drops the record for this; maddy and the Postfix resolver by Snawoot ' +
        'accept it, so it can look as if it worked.',
    },
    'sts.record.id-length': {
      severity: 'error',
      title: ({ seen }: Seen) => `The id is ${seen.length} characters long, and 32 are allowed`,
      advice: () => 'Shorten the id to at most 32 letters and digits.',
    },
    'sts.record.id-duplicate': {
      severity: 'warning',
      title: ({ seen }: Seen) => `The record has more than one id, and ${quoted(seen)} comes later`,
      advice: () => 'Keep one id, the current one.',
      why: 'The first one counts, but not every sender reads it that way.',
    },
  },
  examples: {
    'sts.record.id-missing': stsRecords('v=STSv1;'),
    'sts.record.id-empty': stsRecords('v=STSv1; id=;'),
    'sts.record.id-charset': stsRecords('v=STSv1; id=2026-08-31'),
    'sts.record.id-length': stsRecords(`v=STSv1; id=${'0123456789'.repeat(3)}abc`),
    'sts.record.id-duplicate': stsRecords('v=STSv1; id=2026083101; id=2026083102'),
  },
  quiet: stsRecords('v=STSv1; id=20260831085700Z'),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, source }, find) {
    const about = source('mtaStsRecord').name
    return recordProblems(mtaStsRecord, about, CODES).map(({ code, problem, at }) =>
      find(`sts.record.${code}`, { seen: problem.seen ?? '' }, at),
    )
  },
})
