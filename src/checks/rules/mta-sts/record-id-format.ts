import { isDateId } from '../../../protocols/mta-sts/record-id.ts'
import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'

export const recordIdFormat = defineRule({
  id: 'sts.record.id-format',
  title: 'Whether the id tells when it was made',
  needs: ['mtaStsRecord'],
  spec: [],
  demand: 'practice',
  why: 'Any value is allowed, and ids have no order: they only need to differ. A date is easy to raise and easy to read.',
  messages: {
    'sts.record.id-format': {
      severity: 'notice',
      title: ({ id }: { id: string }) => `The id ${quoted(id)} is neither a date nor a time`,
      advice: () =>
        'At the next change take the date and a counter, `2026083101` for the first change on 31 August 2026.',
    },
  },
  examples: { 'sts.record.id-format': stsRecords('v=STSv1; id=a') },
  quiet: stsRecords('v=STSv1; id=2026051001'),
  check({ mtaStsRecord, source }, find) {
    const { usable, entries } = mtaStsRecord
    if (usable === null || isDateId(usable.id)) return []
    const index = entries.findIndex(({ value }) => value === usable)
    const start = Math.max(0, (entries[index]?.text ?? '').indexOf(`id=${usable.id}`) + 3)
    const spot = { fact: 'mtaStsTxt', index, start, end: start + usable.id.length } as const
    return [
      find('sts.record.id-format', { id: usable.id }, { about: source('mtaStsRecord').name, spot }),
    ]
  },
})
