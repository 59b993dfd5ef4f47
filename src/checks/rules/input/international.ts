import { valueOf } from '../../../facts/fact.ts'
import { refusalOf } from '../../../facts/subject.ts'
import { mixedScripts } from '../../../protocols/dns/idn.ts'
import { DOMAIN } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { typed } from './typed.ts'

interface Fault {
  /** The label or name that it is about. */
  seen: string
  /** Why it was refused; null for a name that was accepted and mixes scripts. */
  reason: string | null
  scripts: string[]
}

export const international = defineRule({
  id: 'input.international',
  title: 'The letters of the typed name',
  needs: [],
  known: ['subject'],
  spec: [
    { document: 'UTS #46', section: '4' },
    { document: 'Unicode TR39', section: '5' },
    { document: 'RFC 5321', section: '4.1.2' },
  ],
  why:
    'In the DNS a name has letters, digits and hyphens only. Other letters are converted (UTS #46) to the form that ' +
    'begins with `xn--`.',
  messages: {
    'input.idn': {
      severity: 'notice',
      title: ({ unicode, domain }: { unicode: string; domain: string }) =>
        `${quoted(unicode)} is \`${domain}\` in the DNS`,
      advice: ({ domain }: { unicode: string; domain: string }) =>
        `Write \`${domain}\` in records and in the policy file.`,
      why: 'Senders compare names in this form. A policy or a record with the other letters matches nothing.',
    },
    'input.idn-error': {
      severity: ({ reason }: Fault) => (reason === null ? 'warning' : 'error'),
      title: ({ seen, reason, scripts }: Fault) =>
        reason === null
          ? `${quoted(seen)} mixes letters of ${scripts.join(' and ')}`
          : `${quoted(seen)} ${FAULTS[reason] ?? 'is not a name that a domain can have'}`,
      advice: ({ reason }: Fault) =>
        reason === null
          ? 'Check that this is the name you mean, and not one that only looks like it.'
          : 'Check the spelling, and type the domain alone.',
      why: 'Many letters look alike across scripts, and what looks like a known name may belong to somebody else.',
    },
  },
  examples: {
    'input.idn': typed('müller.example'),
    'input.idn-error': typed('ex ample.com'),
  },
  quiet: typed(DOMAIN),
  check({ subject }, find) {
    const refusal = refusalOf(subject)
    if (refusal?.code === 'input.idn-error') {
      const { seen, reason } = refusal
      return [find('input.idn-error', { seen, reason, scripts: [] }, { about: refusal.typed })]
    }
    const input = valueOf(subject)
    if (input === null) return []
    const { domain, unicode, changes } = input
    const at = { about: domain }
    const mixed = unicode.split('.').flatMap((seen) => {
      const scripts = mixedScripts(seen)
      return scripts.length === 0
        ? []
        : [find('input.idn-error', { seen, reason: null, scripts }, at)]
    })
    const converted = changes.some(({ code }) => code === 'idn') && unicode !== domain
    return [...(converted ? [find('input.idn', { unicode, domain }, at)] : []), ...mixed]
  },
})

const FAULTS: Record<string, string> = {
  number: 'ends in a number, as no domain does',
  blank: 'has a blank in it, as no domain does',
  underscore: 'has an underscore, as records have and mail domains do not',
  hyphen: 'begins or ends with a hyphen, as no domain does',
  character: 'has a character that no domain can have',
}
