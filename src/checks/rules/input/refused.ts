import { refusalOf } from '../../../facts/subject.ts'
import { DOMAIN } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { typed } from './typed.ts'

const TYPE_ANOTHER = `Type a domain or a mail address, for example \`${DOMAIN}\`.`

interface Seen {
  seen: string
}

interface Length extends Seen {
  reason: string
}

export const refused = defineRule({
  id: 'input.refused',
  title: 'Whether the typed text is a domain that can take mail',
  needs: [],
  known: ['subject'],
  spec: [
    { document: 'RFC 1035', section: '2.3.4' },
    { document: 'RFC 8461', section: '3.4' },
    { document: 'RFC 5890', section: '2.3.2.1' },
  ],
  why: 'MTA-STS and TLS-RPT belong to a mail domain: the part of a mail address behind the `@`.',
  messages: {
    'input.length': {
      severity: 'error',
      title: ({ seen, reason }: Length) => LENGTHS[reason]?.(seen) ?? 'This is no complete domain',
      advice: () => TYPE_ANOTHER,
      why: 'A mail domain has at least two parts of 1 to 63 characters, parted by single dots, and 253 characters at most.',
    },
    'input.ip': {
      severity: 'error',
      title: ({ seen }: Seen) => `${quoted(seen)} is an address, not a domain`,
      advice: () => TYPE_ANOTHER,
      why: 'A policy cannot be attached to an address: senders look for it by the name behind the `@`.',
    },
    'idn.fake-a-label': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `${quoted(seen)} begins like an international name and does not read as one`,
      advice: () => 'Check the spelling, or type the name with its own letters.',
      why: 'The letters behind `xn--` encode an international name. These decode to nothing that could be registered.',
    },
  },
  examples: {
    'input.length': typed('localhost'),
    'input.ip': typed('192.0.2.1'),
    'idn.fake-a-label': typed('xn--0'),
  },
  quiet: typed(DOMAIN),
  check({ subject }, find) {
    const refusal = refusalOf(subject)
    if (refusal === null) return []
    const { code, reason, seen } = refusal
    const at = { about: refusal.typed }
    switch (code) {
      case 'input.length':
        return [find(code, { seen, reason }, at)]
      case 'input.ip':
      case 'idn.fake-a-label':
        return [find(code, { seen }, at)]
      // `input.idn-error` shares its page with names that are accepted and look strange.
      default:
        return []
    }
  },
})

const LENGTHS: Record<string, (seen: string) => string> = {
  'nothing': () => 'No domain was typed',
  'one-label': (seen) => `${quoted(seen)} is a single word, not a complete domain`,
  'empty-label': (seen) => `${quoted(seen)} has a dot too many`,
  'long-label': (seen) => `${quoted(seen)} is longer than 63 characters`,
  'long-name': (seen) => `${quoted(seen)} is longer than 253 characters`,
} // prettier-ignore
