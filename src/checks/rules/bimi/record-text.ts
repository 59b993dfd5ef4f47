import type { Facts } from '../../../facts/fact-set.ts'
import { parseBimiRecord } from '../../../protocols/bimi/record.ts'
import { defineRule, type Spec } from '../../rule.ts'
import { located } from '../from-problems.ts'
import { bimiRecords, LOGO, MARK, RECORD } from './examples.ts'
import { textFactOf } from './text-fact.ts'

const CODES = [
  'version-case',
  'version-lookalike',
  'version-first',
  'version-other',
  'syntax',
  'bad-field',
  'trailing-junk',
  'escaped',
  'non-ascii',
  'split',
  'duplicate-tag',
  'tag-case',
  'tag-case-beside',
  'l-missing',
] as const

const SPEC: Spec[] = [{ document: 'BIMI draft', section: 'Assertion Record Definition' }]

interface Seen {
  seen: string
}

interface Cased extends Seen {
  /** The record counts without it. */
  harmless: boolean
}

export const bimiRecordText = defineRule({
  id: 'bimi.record.text',
  title: 'The form of the assertion record',
  needs: ['bimiRecord'],
  reads: ['bimiTxt'],
  spec: SPEC,
  why: 'Mailbox providers may not guess: a record that they cannot read to the letter is no record, and no logo is shown.',
  messages: {
    'bimi.record.version-case': {
      severity: 'error',
      title: ({ seen }: Seen) => `The version reads \`${seen}\`, in the wrong case`,
      advice: () => 'Write `v=BIMI1`, with a small v and capital letters after the equals sign.',
    },
    'bimi.record.version-lookalike': {
      severity: 'error',
      title: ({ seen }: Seen) => `The version reads \`${seen}\`, which only looks like \`v=BIMI1\``,
      advice: () => 'Type `v=BIMI1` by hand: capital B, I, M, I and the digit 1.',
      why: 'A small l, a capital I and the digit 1 look alike in many typefaces. To a program they differ.',
    },
    'bimi.record.version-first': {
      severity: 'error',
      title: () => 'The record does not begin with `v=BIMI1`',
      advice: () => 'Move `v=BIMI1` to the very front, without blanks or quotes before it.',
    },
    'bimi.record.version-other': {
      severity: 'error',
      title: ({ seen }: Seen) => `The version reads \`${seen}\`, which is not a version of BIMI`,
      advice: () => 'Write `v=BIMI1`, the only version there is.',
    },
    'bimi.record.syntax': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The record has \`${seen}\` where a semicolon or an equals sign belongs`,
      advice: () => 'Part the tags by semicolons, and write each as `tag=value`.',
    },
    'bimi.record.bad-field': {
      severity: 'error',
      title: ({ seen }: Seen) => `\`${seen}\` in the record is not of the form \`tag=value\``,
      advice: () => 'Correct or delete it.',
    },
    'bimi.record.trailing-junk': {
      severity: 'error',
      title: () => 'The record has a semicolon too many',
      advice: () => 'Delete it. One semicolon may stand at the end.',
    },
    'bimi.record.escaped': {
      severity: 'error',
      title: ({ seen }: Seen) => `The record holds the escape \`${seen}\` as text`,
      advice: () => 'Enter the record without backslashes and without encoded characters.',
      why: 'The panel of the DNS host stored the escape instead of the character it stands for.',
    },
    'bimi.record.non-ascii': {
      severity: 'error',
      title: () => 'The record holds a character outside of US-ASCII',
      advice: () => 'Type that part by hand. It was probably pasted from a document.',
    },
    'bimi.record.split': {
      severity: 'error',
      title: () => 'The record is split into strings, and a semicolon got lost between them',
      advice: () => 'Enter the record as one string, or end the first with the semicolon.',
      why: 'The strings of a TXT record are joined without anything between them.',
    },
    'bimi.record.duplicate-tag': {
      severity: 'error',
      title: ({ seen }: Seen) => `\`${seen}\` repeats a tag that stands before it`,
      advice: () => 'Keep one of them.',
      why: 'A tag that occurs twice makes the whole list unusable (RFC 6376, section 3.2).',
    },
    'bimi.record.tag-case': {
      severity: ({ harmless }: Cased) => (harmless ? 'warning' : 'error'),
      title: ({ seen }: Cased) => `The tag \`${seen}\` is written with a capital letter`,
      advice: () => 'Write the names of tags in lower case.',
      why: 'It is seen as an unknown tag and skipped, and the one that was meant is missing.',
    },
    'bimi.record.l-missing': {
      severity: 'error',
      title: () => 'The record has no `l` tag, the address of the logo',
      advice: () =>
        'Add `l=` with the address. It may be empty only to say that no logo is to be shown.',
    },
  },
  examples: {
    'bimi.record.version-case': bimiRecords(`v=bimi1; l=${LOGO}`),
    'bimi.record.version-lookalike': bimiRecords(`v=BIMl1; l=${LOGO}`),
    'bimi.record.version-first': bimiRecords(`l=${LOGO}; v=BIMI1`),
    'bimi.record.version-other': bimiRecords(`v=BIMI2; l=${LOGO}`),
    'bimi.record.syntax': bimiRecords(`v=BIMI1, l=${LOGO}`),
    'bimi.record.bad-field': bimiRecords(`v=BIMI1; l=${LOGO}; hello`),
    'bimi.record.trailing-junk': bimiRecords(`v=BIMI1;; l=${LOGO}`),
    'bimi.record.escaped': bimiRecords(`v=BIMI1\\; l=${LOGO}`),
    'bimi.record.non-ascii': bimiRecords(`v=BIMI1; l=“${LOGO}”`),
    'bimi.record.split': bimiRecords(['v=BIMI1', `l=${LOGO}`]),
    'bimi.record.duplicate-tag': bimiRecords(`v=BIMI1; l=${LOGO}; l=${LOGO}`),
    'bimi.record.tag-case': bimiRecords(`v=BIMI1; L=${LOGO}`),
    'bimi.record.l-missing': bimiRecords(`v=BIMI1; a=${MARK}`),
  },
  quiet: bimiRecords(RECORD),
  fix: 'bimi-record',
  check({ bimiRecord, bimiTxt, source }, find) {
    const { entries, selected } = bimiRecord
    const about = source('bimiRecord').name
    return [
      ...passedOver(bimiTxt, about),
      ...located(entries, CODES, { fact: textFactOf(about, bimiTxt), about }),
    ].flatMap(({ code, problem, at }) => {
      // Beside a record that counts, a misspelt one is dropped: `stray-txt` tells of it.
      const isInForce = at.about === about
      if (code.startsWith('version-') && selected.length > 0 && isInForce) return []
      const seen = problem.seen ?? ''
      if (code === 'tag-case' || code === 'tag-case-beside')
        return [find('bimi.record.tag-case', { seen, harmless: code !== 'tag-case' }, at)]
      return [find(`bimi.record.${code}`, { seen }, at)]
    })
  },
})

/** Misspelt records at the domain itself, where the organizational domain's is used because of that. */
function passedOver(bimiTxt: Facts['bimiTxt'] | undefined, inForce: string) {
  if (bimiTxt?.state !== 'found' || bimiTxt.source.name === inForce) return []
  const entries = bimiTxt.value.map(({ text }) => parseBimiRecord(text))
  return located(entries, CODES, { fact: 'bimiTxt', about: bimiTxt.source.name })
}
