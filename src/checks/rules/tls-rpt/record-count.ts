import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GOOD, RECORD_SPEC, recordAt } from './record-entries.ts'

interface Stray {
  text: string
  /** Is it a misspelt TLS-RPT record, or another kind? */
  nearMiss: boolean
}

export const recordCount = defineRule({
  id: 'rpt.record.count',
  title: 'How many TXT records share the name',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  why: 'Senders use the record only when exactly one at this name begins with `v=TLSRPTv1;`.',
  messages: {
    'rpt.record.multiple': {
      severity: 'error',
      title: ({ count }: { count: number }) =>
        `${count === 2 ? 'Two' : count} TLS-RPT records stand at the same name, so senders use none`,
      advice: () => 'Put all addresses into one record, parted by commas, and delete the others.',
    },
    'rpt.record.stray-txt': {
      severity: 'notice',
      title: ({ text, nearMiss }: Stray) =>
        nearMiss
          ? `Beside the TLS-RPT record stands one that almost is one: ${quoted(text)}`
          : `Another TXT record stands at the same name: ${quoted(text)}`,
      advice: ({ nearMiss }: Stray) =>
        nearMiss
          ? 'Delete the misspelt record.'
          : 'Delete it, or look for a wildcard TXT record in your zone.',
      why: 'Senders skip it. It confuses only people, and software that is less strict.',
    },
  },
  examples: {
    'rpt.record.multiple': rptRecords(GOOD, 'v=TLSRPTv1; rua=mailto:tls@example.net'),
    'rpt.record.stray-txt': rptRecords(GOOD, 'v=spf1 -all'),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, source }, find) {
    const { name: about } = source('tlsRptRecord')
    const { entries, selected } = tlsRptRecord
    const [, second] = selected
    if (second !== undefined) {
      const at = recordAt(about, tlsRptRecord, second)
      return [find('rpt.record.multiple', { count: selected.length }, at)]
    }
    // Without a record that senders select, another one is said to be another by `rpt.record.present`.
    if (entries.every(({ ours }) => !ours)) return []
    return entries.flatMap(({ ours, text }, index) => {
      if (selected.includes(index) || (ours && selected.length === 0)) return []
      const at = recordAt(about, tlsRptRecord, index)
      return [find('rpt.record.stray-txt', { text, nearMiss: ours }, at)]
    })
  },
})
