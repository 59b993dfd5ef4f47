import { dmarcWalk } from './examples.ts'
import { defineRule } from '../../rule.ts'
import type { DmarcPolicy } from '../../../protocols/dmarc/record.ts'
import type { PolicyTag } from '../../../protocols/dmarc/tree-walk.ts'

export const dmarcDiscovery = defineRule({
  id: 'dmarc.discovery',
  title: 'Which DMARC policy applies, and where it comes from',
  needs: ['dmarc'],
  spec: [{ document: 'RFC 9989', section: '4.10' }],
  why:
    'Receivers look for a record at the domain, then on the way up to the top-level domain. Older ones jump to the domain ' +
    'that the Public Suffix List names.',
  messages: {
    'dmarc.policy.effective': {
      severity: 'notice',
      title: (args: { domain: string; policy: DmarcPolicy; tag: PolicyTag; from: string }) =>
        `For \`${args.domain}\` applies \`${args.policy}\`, by \`${args.tag}\` of the record at \`_dmarc.${args.from}\``,
      advice: () => 'Nothing to do. This is what receivers, and BIMI, go by.',
    },
    'dmarc.walk.psl-differs': {
      severity: 'notice',
      title: (args: { walk: string; listed: string }) =>
        `The organizational domain is \`${args.walk}\` by the DNS, and \`${args.listed}\` by the Public Suffix List`,
      advice: () => 'See that the records at both names say what you mean.',
      why: 'Receivers of the new and of the old kind may act on different records.',
    },
  },
  examples: {
    'dmarc.policy.effective': dmarcWalk('example.com', { 'example.com': 'v=DMARC1; p=reject' }),
    'dmarc.walk.psl-differs': dmarcWalk('a.mail.example.com', {
      'mail.example.com': 'v=DMARC1; p=reject; psd=n',
      'example.com': 'v=DMARC1; p=none',
    }),
  },
  quiet: dmarcWalk('example.com', {}),
  check({ dmarc }, find) {
    const { domain, effective, walk, organizationalDomain, listedDomain } = dmarc
    const at = { about: `_dmarc.${effective?.from ?? domain}` }
    // Without any record both discoveries end with nothing, whatever they call the organizational domain.
    const differs =
      walk.some(({ record }) => record !== null) &&
      listedDomain !== null &&
      listedDomain !== organizationalDomain
    return [
      ...(effective === null
        ? []
        : [
            find(
              'dmarc.policy.effective',
              { domain, policy: effective.policy, tag: effective.tag, from: effective.from },
              at,
            ),
          ]),
      ...(differs
        ? [find('dmarc.walk.psl-differs', { walk: organizationalDomain, listed: listedDomain }, at)]
        : []),
    ]
  },
})
