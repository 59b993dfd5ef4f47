import { toULabels } from '../../../protocols/dns/idn.ts'
import { mailHosts } from '../../../protocols/mx/mx.ts'
import { providerOf, usualPatterns } from '../../../protocols/mx/providers.ts'
import { mx } from '../../example.ts'
import { defineRule } from '../../rule.ts'

interface International {
  host: string
  unicode: string
}

interface Hint {
  name: string
  /** The lines as `mx: …`; exact hosts where the provider has no usual pattern. */
  lines: string[]
}

/** The live MX decides: usual patterns only where they cover what is there, else the hosts themselves. */
function hints(hosts: readonly string[]): Hint[] {
  const providers = [...new Set(hosts.flatMap((host) => providerOf(host) ?? []))]
  return providers.map((provider) => {
    const own = hosts.filter((host) => providerOf(host) === provider)
    const usual = usualPatterns(provider, own)
    return {
      name: provider.name,
      lines: (usual.length > 0 ? usual : own).map((line) => `mx: ${line}`),
    }
  })
}

export const matchNames = defineRule({
  id: 'sts.match.names',
  title: 'The names of the mail servers as a policy writes them',
  needs: ['mx'],
  spec: [{ document: 'RFC 8461', section: '3.2' }],
  demand: 'practice',
  why: 'The `mx` lines of a policy must fit the names in the MX records as they stand there.',
  messages: {
    'sts.match.idn': {
      severity: 'notice',
      title: ({ host, unicode }: International) =>
        `The mail server \`${unicode}\` is \`${host}\` in DNS`,
      advice: ({ host }: International) =>
        `Write \`${host}\` in the policy file. It is the form in which senders compare.`,
    },
    'sts.match.provider-hint': {
      severity: 'notice',
      title: ({ name, lines }: Hint) =>
        `With ${name} a policy usually has ${lines.map((line) => `\`${line}\``).join(', ')}`,
      advice: () => 'Use these lines when you write the policy. Nothing is wrong.',
    },
  },
  examples: {
    'sts.match.idn': mx('10 mail.xn--mller-kva.example'),
    'sts.match.provider-hint': mx('1 aspmx.l.google.com', '5 alt1.aspmx.l.google.com'),
  },
  quiet: mx('10 mail1.example.com'),
  check({ mx, source }, find) {
    const at = { about: source('mx').name }
    const hosts = mailHosts(mx)
    const named = hosts.map((host) => ({ host, unicode: toULabels(host) }))
    return [
      ...named
        .filter(({ host, unicode }) => host !== unicode)
        .map((args) => find('sts.match.idn', args, at)),
      ...hints(hosts).map((hint) => find('sts.match.provider-hint', hint, at)),
    ]
  },
})
