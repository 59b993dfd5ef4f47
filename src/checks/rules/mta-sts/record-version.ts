import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = [
  'version-case',
  'version-first',
  'version-blank',
  'wrong-version',
  'lookalike',
  'no-semicolon',
] as const

interface Seen {
  seen: string
}

export const recordVersion = defineRule({
  id: 'sts.record.version',
  title: 'The opening of the MTA-STS record',
  needs: ['mtaStsRecord'],
  spec: RECORD_SPEC,
  why:
    'Senders look for a record that begins with exactly `v=STSv1;`. Without it they deliver as if the domain had no ' +
    'MTA-STS, and nobody is told.',
  messages: {
    'sts.record.version-case': {
      severity: 'error',
      title: ({ seen }: Seen) => `The version reads ${quoted(seen)}, in the wrong case`,
      advice: () =>
        'Replace the record with one that begins `v=STSv1;`, with a lower-case v before the 1.',
      why:
        'The version is case-sensitive. mox, maddy and the Postfix resolver by Snawoot find no record here and deliver ' +
        'as if the domain had no MTA-STS; mailauth and Stalwart are lenient, so it can look as if it worked.',
    },
    'sts.record.version-first': {
      severity: 'error',
      title: () => 'The version is not the first field of the record',
      advice: () => 'Move `v=STSv1` to the front of the record.',
    },
    'sts.record.version-blank': {
      severity: 'error',
      title: () => 'The record does not begin with exactly `v=STSv1`, because of blanks or quotes',
      advice: () =>
        'Remove blanks and quotes, and enter the text without quotes where your DNS host asks for it.',
    },
    'sts.record.wrong-version': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The version reads ${quoted(seen)}, which is not a version of MTA-STS`,
      advice: () => 'Write `v=STSv1`, the only version there is.',
    },
    'sts.record.lookalike': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The version reads ${quoted(seen)}, which only looks like \`v=STSv1\``,
      advice: () => 'Type `v=STSv1` by hand, with the digit 1 at the end.',
    },
    'sts.record.no-semicolon': {
      severity: 'error',
      title: () => 'No semicolon follows the version',
      advice: () => 'Put a semicolon between `v=STSv1` and the next field.',
    },
  },
  examples: {
    'sts.record.version-case': stsRecords('v=STSV1; id=2022051001;'),
    'sts.record.version-first': stsRecords('id=1; v=STSv1'),
    'sts.record.version-blank': stsRecords('v = STSv1; id=1'),
    'sts.record.wrong-version': stsRecords('v=STSv2; id=1'),
    'sts.record.lookalike': stsRecords('v=STSvl; id=1'),
    'sts.record.no-semicolon': stsRecords('v=STSv1 id=1'),
  },
  quiet: stsRecords('v=STSv1; id=2026083101'),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, source }, find) {
    const about = source('mtaStsRecord').name
    return recordProblems(mtaStsRecord, about, CODES).map(({ code, problem, at }) =>
      find(`sts.record.${code}`, { seen: problem.seen ?? '' }, at),
    )
  },
})
