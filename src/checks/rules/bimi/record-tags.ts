import { defineRule } from '../../rule.ts'
import { located } from '../from-problems.ts'
import { bimiRecords, LOGO, RECORD } from './examples.ts'
import { textFactOf } from './text-fact.ts'

const CODES = [
  'avp-value',
  'avp-default',
  'lps-syntax',
  'old-tags',
  'other-protocol',
  'semicolon-end',
] as const

interface Seen {
  seen: string
}

export const bimiRecordTags = defineRule({
  id: 'bimi.record.tags',
  title: 'The other tags of the assertion record',
  needs: ['bimiRecord'],
  reads: ['bimiTxt'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Definition' }],
  demand: 'practice',
  why: 'Providers skip tags that they do not know. What you wanted to say with them is not heard.',
  messages: {
    'bimi.record.avp-value': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`${seen}\` is neither \`avp=brand\` nor \`avp=personal\``,
      advice: () => 'Correct it, or delete the tag.',
      why: 'Some providers ignore the tag, others the whole record.',
      demand: 'specification',
    },
    'bimi.record.avp-default': {
      severity: 'notice',
      title: () => '`avp=brand` says what holds without it',
      advice: () => 'Nothing to do. The tag can be left out.',
    },
    'bimi.record.lps-syntax': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`lps=${seen}\` is not a list of prefixes`,
      advice: () =>
        'Use letters, digits and hyphens, parted by commas; dots and underscores of an address become hyphens.',
      demand: 'specification',
    },
    'bimi.record.old-tags': {
      severity: 'notice',
      title: ({ seen }: Seen) => `\`${seen}\` is a tag of an early draft`,
      advice: () => 'Delete it. Providers ignore it.',
    },
    'bimi.record.other-protocol': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`${seen}\` belongs into another kind of record`,
      advice: () => 'Move it to the record it is meant for: DMARC, MTA-STS or TLS-RPT.',
    },
    'bimi.record.semicolon-end': {
      severity: 'notice',
      title: () => 'The record ends with a semicolon',
      advice: () => 'Nothing to do. It is allowed and not needed.',
    },
  },
  examples: {
    'bimi.record.avp-value': bimiRecords(`v=BIMI1; l=${LOGO}; avp=logo`),
    'bimi.record.avp-default': bimiRecords(`v=BIMI1; l=${LOGO}; avp=brand`),
    'bimi.record.lps-syntax': bimiRecords(`v=BIMI1; l=${LOGO}; lps=info@`),
    'bimi.record.old-tags': bimiRecords(`v=BIMI1; f=svg; l=${LOGO}`),
    'bimi.record.other-protocol': bimiRecords(`v=BIMI1; l=${LOGO}; rua=mailto:a@example.com`),
    'bimi.record.semicolon-end': bimiRecords(`v=BIMI1; l=${LOGO};`),
  },
  quiet: bimiRecords(RECORD),
  fix: 'bimi-record',
  check({ bimiRecord, bimiTxt, source }, find) {
    const about = source('bimiRecord').name
    const where = { fact: textFactOf(about, bimiTxt), about }
    return located(bimiRecord.entries, CODES, where).map(({ code, problem, at }) =>
      find(`bimi.record.${code}`, { seen: problem.seen ?? '' }, at),
    )
  },
})
