import { DOMAIN } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { typed } from './typed.ts'

interface Change {
  seen: string
  domain: string
}

export const cleaned = defineRule({
  id: 'input.cleaned',
  title: 'What was read out of the typed text',
  needs: ['subject'],
  spec: [],
  demand: 'practice',
  why: 'Domains are often copied together with something else. What is checked is the domain that remains.',
  messages: {
    'input.trim': {
      severity: 'notice',
      title: ({ seen, domain }: Change) => `${quoted(seen)} was read as the domain \`${domain}\``,
      advice: () => 'Check that this is the domain you mean.',
    },
    'input.mta-sts-prefix': {
      severity: 'notice',
      title: ({ seen, domain }: Change) =>
        `${quoted(seen)} is a name that belongs to \`${domain}\`, so \`${domain}\` is checked`,
      advice: () => 'Ask for the name as typed if it is a mail domain of its own.',
      why: 'Names such as `mta-sts`, `_dmarc` or `_smtp._tls` stand in front of a mail domain and are none themselves.',
    },
  },
  examples: {
    'input.trim': typed('https://Example.com/x'),
    'input.mta-sts-prefix': typed('mta-sts.example.com'),
  },
  quiet: typed(DOMAIN),
  check({ subject: { domain, changes } }, find) {
    return changes.flatMap(({ code, seen }) => {
      if (code === 'idn') return []
      const id = code === 'trim' ? 'input.trim' : 'input.mta-sts-prefix'
      return [find(id, { seen, domain }, { about: domain })]
    })
  },
})
