import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordProblems } from './record-entries.ts'

const CODES = [
  'blank-before-semicolon',
  'empty-field',
  'trailing-blank',
  'bad-field',
  'escaped',
  'escaped-extension',
  'non-ascii',
] as const

interface Seen {
  seen: string
}

export const recordForm = defineRule({
  id: 'sts.record.form',
  title: 'The form of the MTA-STS record',
  needs: ['mtaStsRecord'],
  spec: RECORD_SPEC,
  why: 'A record with one slip is no record to a strict sender: it delivers as if the domain had no MTA-STS.',
  messages: {
    'sts.record.blank-before-semicolon': {
      severity: ({ alone }: { alone: boolean }) => (alone ? 'warning' : 'error'),
      title: ({ alone }: { alone: boolean }) =>
        alone
          ? 'A blank stands between `v=STSv1` and the semicolon'
          : 'A blank stands between `v=STSv1` and the semicolon, and the name has other TXT records',
      advice: () => 'Delete the blank, so that the record begins with `v=STSv1;`.',
      why:
        'The grammar allows the blank (erratum 6285), but senders pick the record by its first nine characters, ' +
        '`v=STSv1;`. Some do so always, all may do so when several TXT records share the name.',
    },
    'sts.record.empty-field': {
      severity: 'error',
      title: () => 'Two semicolons stand with nothing between them',
      advice: () => 'Delete the extra semicolon. One at the very end is fine.',
    },
    'sts.record.trailing-blank': {
      severity: 'error',
      title: () => 'The record ends with a blank',
      advice: () => 'Delete the blank after the last field.',
      why:
        'Blanks are allowed around semicolons only. mox drops the record for this; most other senders trim it, so it can ' +
        'look as if it worked.',
    },
    'sts.record.bad-field': {
      severity: 'error',
      title: ({ seen }: Seen) => `${quoted(seen)} is not a field of the form \`name=value\``,
      advice: () =>
        'Correct the field or delete it. No blank stands around the equals sign or inside a value.',
    },
    'sts.record.escaped': {
      severity: ({ legal }: Seen & { legal: boolean }) => (legal ? 'warning' : 'error'),
      title: ({ seen }: Seen & { legal: boolean }) =>
        `The record holds ${quoted(seen)}, an escape that became part of the text`,
      advice: () => 'Enter the plain character where your DNS host asks for the text.',
      why:
        'Zone files and some panels want a backslash before a semicolon or a quote; others take the text as it is and ' +
        'publish the backslash too.',
    },
    'sts.record.non-ascii': {
      severity: 'error',
      title: ({ seen }: Seen) => `The record holds ${quoted(seen)}, which is outside of US-ASCII`,
      advice: () => 'Type the record again by hand, with plain blanks, quotes and semicolons.',
      why: 'Web pages and word processors put in characters that look like blanks, quotes or semicolons and are others.',
    },
  },
  examples: {
    'sts.record.blank-before-semicolon': stsRecords('v=STSv1 ; id=2026083101'),
    'sts.record.empty-field': stsRecords('v=STSv1;; id=2026083101'),
    'sts.record.trailing-blank': stsRecords('v=STSv1; id=2026083101 '),
    'sts.record.bad-field': stsRecords('v=STSv1; id = 2026083101'),
    'sts.record.escaped': stsRecords('v=STSv1\\; id=2026083101'),
    'sts.record.non-ascii': stsRecords('v=STSv1；id=2026083101'),
  },
  quiet: stsRecords('v=STSv1; id=2026083101;'),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, source }, find) {
    const about = source('mtaStsRecord').name
    const alone = mtaStsRecord.entries.length === 1
    return recordProblems(mtaStsRecord, about, CODES).map(({ code, problem, at }) => {
      const seen = problem.seen ?? ''
      switch (code) {
        case 'blank-before-semicolon':
          return find(`sts.record.${code}`, { alone }, at)
        case 'escaped':
        case 'escaped-extension':
          return find('sts.record.escaped', { seen, legal: code !== 'escaped' }, at)
        default:
          return find(`sts.record.${code}`, { seen }, at)
      }
    })
  },
})
