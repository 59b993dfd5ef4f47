import { defineRule } from '../../rule.ts'
import { bimiRecords, LOGO, MARK, RECORD } from './examples.ts'

export const bimiRecordSet = defineRule({
  id: 'bimi.record.set',
  title: 'The records at the name, and what they say together',
  needs: ['bimiRecord'],
  reads: ['indicator', 'evidence'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Discovery' }],
  why: 'A provider needs exactly one record that names a logo.',
  messages: {
    'bimi.record.multiple': {
      severity: 'error',
      title: ({ count }: { count: number }) => `There are ${count} BIMI records at this name`,
      advice: () => 'Keep one and delete the others. For several logos use selectors.',
      why: 'More than one record counts as none.',
    },
    'bimi.record.stray-txt': {
      severity: 'notice',
      title: ({ text }: { text: string }) => `Another TXT record answers at this name: \`${text}\``,
      advice: () => 'Remove it if you can; it probably comes from a wildcard. Providers drop it.',
    },
    'bimi.record.l-empty-with-a': {
      severity: 'warning',
      title: () => 'The address of the logo is empty, although a certificate is named',
      advice: () => 'Put the address of the logo into `l=` as well.',
      why: 'Gmail takes the logo from the certificate. Providers that use the published file show nothing.',
    },
    'bimi.record.decline': {
      severity: ({ served }: { served: boolean }) => (served ? 'warning' : 'notice'),
      title: ({ served }: { served: boolean }) =>
        served
          ? 'The record asks providers not to show a logo, while one is served'
          : 'The record asks providers not to show a logo',
      advice: () => 'Keep it if that is meant; otherwise put the address of your logo into `l=`.',
      demand: 'practice',
    },
  },
  examples: {
    'bimi.record.multiple': bimiRecords(RECORD, `v=BIMI1; l=${LOGO}`),
    'bimi.record.stray-txt': bimiRecords(RECORD, 'v=spf1 -all'),
    'bimi.record.l-empty-with-a': bimiRecords(`v=BIMI1; l=; a=${MARK}`),
    'bimi.record.decline': bimiRecords('v=BIMI1; l=; a=;'),
  },
  quiet: bimiRecords(RECORD),
  check({ bimiRecord, source, indicator, evidence }, find) {
    const { entries, selected, usable } = bimiRecord
    const at = { about: source('bimiRecord').name }
    if (selected.length > 1) return [find('bimi.record.multiple', { count: selected.length }, at)]
    const strays =
      selected.length === 1 ? entries.filter((_, index) => !selected.includes(index)) : []
    const text = entries[selected[0] ?? 0]?.text ?? ''
    const emptyWithEvidence =
      usable === null && /;\s*l\s*=\s*(?:;|$)/.test(text) && /;\s*a\s*=\s*[^;\s]/.test(text)
    const declines = usable !== null && usable.location === '' && usable.evidence === ''
    const served = indicator?.state === 'found' || evidence?.state === 'found'
    return [
      ...(emptyWithEvidence ? [find('bimi.record.l-empty-with-a', {}, at)] : []),
      ...(declines ? [find('bimi.record.decline', { served }, at)] : []),
      ...strays.map((stray) => find('bimi.record.stray-txt', { text: stray.text }, at)),
    ]
  },
})
