import { valueOf } from '../../../facts/fact.ts'
import { isPublicSuffix } from '../../../protocols/dns/public-suffix.ts'
import type { Placed } from '../../../protocols/mta-sts/policy.ts'
import { providerOf } from '../../../protocols/mx/providers.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { policyAt } from './policy-problems.ts'

interface Wildcard {
  pattern: string
}

export const policyMxWildcard = defineRule({
  id: 'sts.policy.mx-wildcard',
  title: 'What the wildcards in the policy let in',
  needs: ['mtaStsPolicy'],
  reads: ['subject'],
  spec: [{ document: 'RFC 8461', section: '10.4' }],
  why:
    'A wildcard accepts every host with one more label, as your mail server, if it has a certificate. The fewer people ' +
    'can have such a host, the better.',
  messages: {
    'sts.policy.mx-public-suffix': {
      severity: 'warning',
      title: ({ pattern }: Wildcard) =>
        `The wildcard ${quoted(pattern)} covers domains that anyone can register`,
      advice: () => 'List your mail servers one by one.',
      why: 'Anyone can have a host with a good certificate there, and so stand in for your mail server.',
    },
    'sts.policy.mx-wildcard-own': {
      severity: 'warning',
      title: ({ pattern }: Wildcard) => `The wildcard ${quoted(pattern)} covers your own domain`,
      advice: () => 'List your mail servers one by one, and remove the wildcard.',
      why:
        'Any host of your domain for which somebody can get a certificate may then stand in for a mail server. The ' +
        'specification advises against it.',
    },
    'sts.policy.mx-foreign-wildcard': {
      severity: 'notice',
      title: ({ pattern, provider }: Wildcard & { provider: string }) =>
        `The wildcard ${quoted(pattern)} covers all servers of ${provider}`,
      advice: () => 'Leave it, because it is usual where a provider takes your mail.',
      why: 'The provider decides who has a host there.',
    },
  },
  examples: {
    'sts.policy.mx-public-suffix': policyFile(policyText({ mx: ['*.co.uk'] })),
    'sts.policy.mx-wildcard-own': policyFile(policyText({ mx: ['*.example.com'] })),
    'sts.policy.mx-foreign-wildcard': policyFile(
      policyText({ mx: ['*.mail.protection.outlook.com'] }),
    ),
  },
  quiet: policyFile(policyText()),
  check({ mtaStsPolicy, subject, source }, find) {
    const { name } = source('mtaStsPolicy')
    const domain = valueOf(subject)?.domain ?? policyDomainOf(name)
    const wildcards = mtaStsPolicy.fields.mx.filter(({ value }) => value.startsWith('*.'))
    return unique(wildcards).flatMap(({ value: pattern, span }) => {
      const rest = pattern.slice(2)
      const at = policyAt(name, span)
      if (isPublicSuffix(rest)) return [find('sts.policy.mx-public-suffix', { pattern }, at)]
      // A wildcard over the parent covers the domain as well.
      if (domain !== null && `.${domain}`.endsWith(`.${rest}`))
        return [find('sts.policy.mx-wildcard-own', { pattern }, at)]
      const provider = providerOf(rest)?.name
      if (provider === undefined) return []
      return [find('sts.policy.mx-foreign-wildcard', { pattern, provider }, at)]
    })
  },
})

/** A checked file was given without its domain; a fetched one has it in its address. */
function policyDomainOf(address: string): string | null {
  return /^https:\/\/mta-sts\.([^/]+)\/\.well-known\/mta-sts\.txt$/.exec(address)?.[1] ?? null
}

function unique(patterns: Placed<string>[]): Placed<string>[] {
  return [...new Map(patterns.toReversed().map((each) => [each.value, each])).values()].toReversed()
}
