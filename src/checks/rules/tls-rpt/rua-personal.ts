import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { addressesOf, GOOD, uriAt } from './record-entries.ts'

export const ruaPersonal = defineRule({
  id: 'rpt.record.rua-personal',
  title: 'Whose mailbox takes the reports',
  needs: ['tlsRptRecord'],
  spec: [{ document: 'RFC 8460', section: '8' }],
  demand: 'practice',
  why:
    'Every sender mails one report a day, so their number grows with those who write to you. People also go on leave ' +
    'and change jobs.',
  messages: {
    'rpt.record.rua-personal': {
      severity: 'notice',
      title: ({ mailbox }: { mailbox: string }) =>
        `Reports go to what looks like a person's mailbox, ${quoted(mailbox)}`,
      advice: () => 'Name a mailbox that exists for reports, such as `tls-reports`.',
    },
  },
  examples: {
    'rpt.record.rua-personal': rptRecords('v=TLSRPTv1; rua=mailto:katie@example.com'),
  },
  quiet: rptRecords(GOOD),
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    return addressesOf(tlsRptRecord).flatMap(({ uri, localPart, host }) => {
      if (localPart === null || !looksPersonal(localPart)) return []
      const mailbox = `${localPart}@${host}`
      return [find('rpt.record.rua-personal', { mailbox }, uriAt(about, tlsRptRecord, uri))]
    })
  },
})

/** `katie`, `katie.miller`, `k.miller`: a given name, or an initial and a name. `tls.reports` is neither. */
function looksPersonal(localPart: string): boolean {
  const [name = ''] = localPart.toLowerCase().replace(/\d+$/, '').split('+')
  const [first = '', second = '', ...more] = name.split(/[._-]/)
  if (more.length > 1 || ROLE.test(name)) return false
  if (second === '') return GIVEN_NAMES.has(first)
  return GIVEN_NAMES.has(first) || GIVEN_NAMES.has(second) || /^[a-z]\.[a-z]{3,}$/.test(name)
}

/** Words of mailboxes that belong to a task. */
const ROLE =
  /tls|rpt|report|dmarc|sts|mail|admin|master|security|support|team|info|abuse|monitor|alert|noc|ops|help|service|rua/
