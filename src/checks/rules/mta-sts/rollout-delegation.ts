import { aliasesOf } from '../../../facts/host.ts'
import { txtFact } from '../../../facts/build.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { aliasedHost } from './policy-host-example.ts'

const NAME = `_mta-sts.${DOMAIN}`

const delegated = (target: string) =>
  seen(`${NAME} CNAME ${target}`, {
    mtaStsTxt: txtFact(NAME, ['v=STSv1; id=1'], { chain: [{ name: NAME, target, ttl: 3600 }] }),
  })

/** Who runs a name: its registrable domain; below a service's own suffix each customer is somebody else. */
const operatorOf = (name: string): string => registrableDomainOf(name) ?? name

interface Apart {
  record: string
  host: string
}

/**
 * Record and host in two pairs of hands (section 8.2). An alias of the host alone is ordinary web hosting, and a record
 * delegated alone may belong to a provider who runs the host by its address, so neither can be told from what is seen.
 */
export const rolloutDelegation = defineRule({
  id: 'sts.delegate',
  title: 'Whether record and policy are delegated to the same place',
  needs: ['mtaStsTxt', 'policyHost'],
  spec: [{ document: 'RFC 8461', section: '8.2' }],
  demand: 'practice',
  why: 'The id in the record must change whenever the file does. Whoever runs only one of both cannot see to it.',
  messages: {
    'sts.delegate.apart': {
      severity: 'warning',
      title: ({ record, host }: Apart) =>
        `The record is delegated to \`${record}\`, the policy host to \`${host}\``,
      advice: () =>
        'Delegate both to the same provider, or see that the id changes with every new file.',
    },
  },
  examples: {
    'sts.delegate.apart': all(
      delegated('_mta-sts.provider.example'),
      aliasedHost('hosting.example.net', '192.0.2.5'),
    ),
  },
  quiet: all(
    delegated('_mta-sts.provider.example'),
    aliasedHost('mta-sts.provider.example', '192.0.2.5'),
  ),
  check({ policyHost, source }, find) {
    const txt = source('mtaStsTxt')
    const record = txt.dns?.chain.at(-1)?.target
    const host = aliasesOf(policyHost).at(-1)?.target
    if (record === undefined || host === undefined || operatorOf(record) === operatorOf(host))
      return []
    return [find('sts.delegate.apart', { record, host }, { about: txt.name })]
  },
})
