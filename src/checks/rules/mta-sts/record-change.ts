import { found } from '../../../facts/fact.ts'
import { all, policyFile, policyText, seen, stsRecords } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { RECORD_SPEC } from './record-entries.ts'

const ID = '2026083101'

const before = (stsId: string, mode: string): Example =>
  seen(`the check before: id=${stsId}, mode ${mode}`, {
    previous: found(
      {
        time: '2026-08-31T08:00:00Z',
        stsId,
        policyText: policyText({ mode }),
        mode,
        maxAge: 2592000,
      },
      { name: 'the check before', via: 'derived' },
    ),
  })

const today = all(stsRecords(`v=STSv1; id=${ID}`), policyFile(policyText({ mode: 'enforce' })))

interface Id {
  id: string
}

export const recordChange = defineRule({
  id: 'sts.record.change',
  title: 'Whether the id changed together with the policy',
  needs: ['mtaStsRecord', 'mtaStsPolicy', 'previous'],
  spec: [...RECORD_SPEC, { document: 'RFC 8461', section: '8.1' }],
  why: 'A sender that remembers your policy looks only at the id to learn that there is a new one.',
  messages: {
    'sts.record.id-unchanged': {
      severity: 'error',
      title: ({ id }: Id) =>
        `The policy file is not the one of the last check, and the id still is ${quoted(id)}`,
      advice: () => 'Give the record a new id.',
      why:
        'Senders that remember the old policy keep it until it runs out, or until they happen to look again. Only another ' +
        'id makes them fetch the new one.',
    },
    'sts.record.id-changed-only': {
      severity: 'notice',
      title: ({ id }: Id) =>
        `The id is now ${quoted(id)}, and the policy file is the same as at the last check`,
      advice: () =>
        'Leave it: senders fetch the same policy once more and remember it for another term.',
    },
  },
  examples: {
    'sts.record.id-unchanged': all(today, before(ID, 'testing')),
    'sts.record.id-changed-only': all(today, before('2026083001', 'enforce')),
  },
  quiet: all(today, before('2026083001', 'testing')),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, mtaStsPolicy, previous, source }, find) {
    const id = mtaStsRecord.usable?.id
    const { policyText: old, stsId } = previous
    if (id === undefined || old === null || stsId === null) return []
    const samePolicy = lines(old) === lines(mtaStsPolicy.text)
    if (samePolicy === (id === stsId)) return []
    const about = source('mtaStsRecord').name
    return [
      samePolicy
        ? find('sts.record.id-changed-only', { id }, { about })
        : find('sts.record.id-unchanged', { id }, { about }),
    ]
  },
})

/** LF and CRLF mean the same (erratum 6253), and so does a missing end of the last line. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '')
}
