import { stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC, recordProblems } from './record-entries.ts'

interface Seen {
  seen: string
}

export const recordExtension = defineRule({
  id: 'sts.record.extension',
  title: 'Fields beyond the version and the id',
  needs: ['mtaStsRecord'],
  spec: [...RECORD_SPEC, { document: 'RFC 8461', section: '3.2' }],
  why: 'Only `v` and `id` are defined for this record. Senders skip every other field.',
  messages: {
    'sts.record.extension': {
      severity: 'notice',
      title: ({ seen }: Seen) => `The field ${quoted(seen)} is not defined, and senders skip it`,
      advice: () => 'Delete the field unless you put it there on purpose.',
    },
    'sts.record.policy-in-txt': {
      severity: 'warning',
      title: ({ seen }: Seen) => `${quoted(seen)} stands in the record, where senders skip it`,
      advice: ({ seen }: Seen) =>
        seen.startsWith('rua=')
          ? 'Move `rua` to the TLS-RPT record at `_smtp._tls`.'
          : 'Delete it here, and write it into the policy file.',
      why:
        'The mode, the mail servers and the lifetime belong to the policy file; the address for reports belongs to the ' +
        'TLS-RPT record. Here they have no effect.',
    },
  },
  examples: {
    'sts.record.extension': stsRecords('v=STSv1; id=2026083101; foo=bar'),
    'sts.record.policy-in-txt': stsRecords('v=STSv1; id=2026083101; mode=enforce'),
  },
  quiet: stsRecords('v=STSv1; id=2026083101'),
  check({ mtaStsRecord, source }, find) {
    const about = source('mtaStsRecord').name
    const codes = ['extension', 'policy-in-txt'] as const
    return recordProblems(mtaStsRecord, about, codes).map(({ code, problem, at }) =>
      find(`sts.record.${code}`, { seen: problem.seen ?? '' }, at),
    )
  },
})
