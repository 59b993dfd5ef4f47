import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordAt } from './record-entries.ts'

const GOOD = 'v=STSv1; id=2026083101'

interface Text {
  text: string
}

export const recordCount = defineRule({
  id: 'sts.record.count',
  title: 'How many TXT records share the name',
  needs: ['mtaStsRecord'],
  spec: RECORD_SPEC,
  why: 'Senders use the record only when exactly one at this name begins with `v=STSv1;`.',
  messages: {
    'sts.record.multiple': {
      severity: 'error',
      title: ({ count }: { count: number }) =>
        `${count === 2 ? 'Two' : count} MTA-STS records stand at the same name, so senders use none`,
      advice: () =>
        'Delete all but the newest one. When the policy changes, edit the record instead of adding another.',
      why:
        'Two records count as none. Senders that remember your policy still apply it, so weeks can pass before anybody ' +
        'notices.',
    },
    'sts.record.multiple-nearmiss': {
      severity: 'warning',
      title: ({ text }: Text) =>
        `Beside the MTA-STS record stands one that almost is one: ${quoted(text)}`,
      advice: () => 'Delete the misspelt record.',
      why: 'Strict senders skip it and use the good one. Lenient senders see two records and use none.',
    },
    'sts.record.stray-txt': {
      severity: 'notice',
      title: ({ text }: Text) => `Another TXT record stands at the same name: ${quoted(text)}`,
      advice: () => 'Delete it, or look for a wildcard TXT record in your zone.',
      why: 'Senders skip it. It confuses only people.',
    },
  },
  examples: {
    'sts.record.multiple': stsRecords('v=STSv1; id=2022022401;', 'v=STSv1; id=2022051701;'),
    'sts.record.multiple-nearmiss': stsRecords(GOOD, 'v=STSV1; id=2026083102'),
    'sts.record.stray-txt': stsRecords(GOOD, 'v=spf1 -all'),
  },
  quiet: stsRecords(GOOD),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, source }, find) {
    const { name: about } = source('mtaStsRecord')
    const { entries, selected } = mtaStsRecord
    const [, second] = selected
    if (second !== undefined) {
      const at = recordAt(about, mtaStsRecord, second)
      return [find('sts.record.multiple', { count: selected.length }, at)]
    }
    if (selected.length === 0) return []
    return entries.flatMap(({ ours, text }, index) => {
      if (selected.includes(index)) return []
      const id = ours ? 'sts.record.multiple-nearmiss' : 'sts.record.stray-txt'
      return [find(id, { text }, recordAt(about, mtaStsRecord, index))]
    })
  },
})
