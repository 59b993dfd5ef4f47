/** A provider that serves the policy for you: the policy host is an alias of the provider's (RFC 8461 section 8.2). */
import { lookAtIt, type Hosted, type PolicyHosting, type PolicySite } from '../policy-hosting.ts'

export const delegation: PolicyHosting = { id: 'delegation', title: 'A provider', write }

function write(site: PolicySite): Hosted {
  const { policyHost, domain } = site
  return {
    files: [],
    steps: [
      `Give the provider the policy. It must be the policy of \`${domain}\`, with your mail servers in it.`,
      `Publish \`${policyHost}\` as a CNAME of \`PROVIDERHOST\`, the name that the provider gives you. The provider gets the certificate for \`${policyHost}\`.`,
      `If the provider changes the policy by itself, publish \`_mta-sts.${domain}\` as a CNAME of its record too, in place of a TXT record: only then does the id change with the policy.`,
      'When you leave the provider, remove the aliases first.',
      lookAtIt(site),
    ],
    replaceHere: ['PROVIDERHOST'],
    alias: 'PROVIDERHOST',
  }
}
