import { defineRule, type Spec } from '../../rule.ts'
import { located } from '../from-problems.ts'
import { dmarcRecords } from './examples.ts'

const CODES = [
  'version',
  'p-missing',
  'sp-np-invalid',
  'dup-tag',
  'bad-field',
  'rua-syntax',
  't-y',
  'psd',
  'pct',
  'old-tags',
  'p-position',
  'unknown-tag',
] as const

const SPEC: Spec[] = [{ document: 'RFC 9989', section: '4.7' }]

/** What stood there, and whether a valid `rua` keeps the record in force all the same. */
interface Seen {
  seen: string
  saved: boolean
}

const bySaved = ({ saved }: Seen) => (saved ? 'warning' : 'error')

export const dmarcRecord = defineRule({
  id: 'dmarc.record.text',
  title: 'The text of the DMARC record',
  needs: ['dmarcRecord'],
  spec: SPEC,
  why: 'Receivers act on what they can read of the record. BIMI looks at its policy before anything else.',
  messages: {
    'dmarc.record.version': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The record says \`${seen}\` where it must begin with \`v=DMARC1\``,
      advice: () =>
        'Begin the record with exactly `v=DMARC1`, in capitals, followed by a semicolon.',
      why: 'A record that does not begin like this is dropped, so the domain has no DMARC policy.',
    },
    'dmarc.record.p-missing': {
      severity: bySaved,
      title: ({ seen }: Seen) =>
        seen === '' ? 'The record has no policy `p`' : `\`${seen}\` is none of the three policies`,
      advice: () => 'Write `p=none`, `p=quarantine` or `p=reject`.',
      why: 'With a valid `rua` the record counts as `p=none`; without one it has no effect at all.',
    },
    'dmarc.record.sp-np-invalid': {
      severity: bySaved,
      title: ({ seen }: Seen) => `\`${seen}\` is none of the three policies`,
      advice: () => 'Write `none`, `quarantine` or `reject`, or delete the tag.',
      why: 'One policy that cannot be read turns the whole record into `none`.',
    },
    'dmarc.record.bad-field': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`${seen}\` in the record is not of the form \`tag=value\``,
      advice: () => 'Correct or delete it.',
      why: 'Receivers differ in whether they skip such a part or the whole record.',
    },
    'dmarc.record.dup-tag': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`${seen}\` repeats a tag that stands before it`,
      advice: () => 'Keep one of them.',
      why: 'Some receivers take the first, some the last, and some neither.',
    },
    'dmarc.record.rua-syntax': {
      severity: 'warning',
      title: ({ seen }: Seen) => `\`${seen}\` is not an address that reports can be sent to`,
      advice: () => 'Write `mailto:` and one mail address; part several by commas.',
      why: 'No reports arrive there, so you do not see who sends mail in your name.',
    },
    'dmarc.record.t-y': {
      severity: 'warning',
      title: () => 'The record is in test mode, `t=y`',
      advice: () => 'Remove `t=y` when you are ready.',
      why: 'Receivers apply the policy one step lower: `reject` as `quarantine`, and `quarantine` as `none`.',
    },
    'dmarc.record.psd': {
      severity: 'warning',
      title: () => 'The record says `psd=y`, that this domain is a registry',
      advice: () => 'Remove `psd=y`, unless others register names below this domain.',
      why: 'It makes every name below an organization of its own, so the policy does not reach your sub-domains.',
    },
    'dmarc.record.old-tags': {
      severity: ({ lowered }: { seen: string; lowered: boolean }) =>
        lowered ? 'warning' : 'notice',
      title: ({ seen }: { seen: string; lowered: boolean }) =>
        `\`${seen}\` was removed from DMARC in 2026`,
      advice: () => 'Delete it. To soften a policy while you try it out, use `t=y`.',
      why: 'New receivers ignore it; old ones still act on it.',
    },
    'dmarc.record.p-position': {
      severity: 'notice',
      title: () => 'The policy `p` does not follow the version',
      advice: () =>
        'Move it there if you like: software from before 2026 expects it right after `v=DMARC1`.',
      demand: 'practice',
    },
    'dmarc.record.unknown-tag': {
      severity: 'notice',
      title: ({ seen }: Seen) => `The tag \`${seen}\` is not defined for DMARC`,
      advice: () => 'Check its spelling; tag names are written in lower case. Receivers skip it.',
    },
  },
  examples: {
    'dmarc.record.version': dmarcRecords('v=DMARC1.0; p=none'),
    'dmarc.record.p-missing': dmarcRecords('v=DMARC1; p=block'),
    'dmarc.record.sp-np-invalid': dmarcRecords('v=DMARC1; p=reject; sp=monitor'),
    'dmarc.record.bad-field': dmarcRecords('v=DMARC1; p=none; hello'),
    'dmarc.record.dup-tag': dmarcRecords('v=DMARC1; p=none; p=reject'),
    'dmarc.record.rua-syntax': dmarcRecords('v=DMARC1; p=none; rua=a@example.com'),
    'dmarc.record.t-y': dmarcRecords('v=DMARC1; p=reject; t=y'),
    'dmarc.record.psd': dmarcRecords('v=DMARC1; p=reject; psd=y'),
    'dmarc.record.old-tags': dmarcRecords('v=DMARC1; p=quarantine; pct=50'),
    'dmarc.record.p-position': dmarcRecords('v=DMARC1; rua=mailto:d@example.com; p=none'),
    'dmarc.record.unknown-tag': dmarcRecords('v=DMARC1; p=none; foo=1'),
  },
  quiet: dmarcRecords('v=DMARC1; p=reject; rua=mailto:d@example.com'),
  fix: 'dmarc-record',
  check({ dmarcRecord, source }, find) {
    const { entries, selected } = dmarcRecord
    const where = { fact: 'dmarcTxt', about: source('dmarcRecord').name } as const
    return located(entries, CODES, where).flatMap(({ code, problem, entry, at }) => {
      // Beside a record that counts, a misspelt one is dropped and changes nothing.
      if (code === 'version' && selected.length > 0) return []
      const { seen = '' } = problem
      if (code === 'pct' || code === 'old-tags')
        return [find('dmarc.record.old-tags', { seen, lowered: code === 'pct' }, at)]
      return [find(`dmarc.record.${code}`, { seen, saved: entry.value !== null }, at)]
    })
  },
})
