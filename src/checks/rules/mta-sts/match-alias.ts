import { hostAddresses } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { aliasesOf } from '../../../facts/host.ts'
import { all, DOMAIN, policyFile, policyText, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const MAIL = 'mail1.example.com'

const host = (alias?: string) =>
  seen(alias === undefined ? `${MAIL} A 192.0.2.1` : `${MAIL} CNAME ${alias}`, {
    mxHosts: found(
      [
        hostAddresses(MAIL, ['192.0.2.1'], {
          chain: alias === undefined ? [] : [{ name: MAIL, target: alias, ttl: 3600 }],
        }),
      ],
      { name: DOMAIN, via: 'dns' },
    ),
  })

interface Alias {
  host: string
  target: string
}

/** What an alias means for MTA-STS; that it should not be there at all is `mx.cname`. */
export const matchAlias = defineRule({
  id: 'sts.match.alias',
  title: 'Mail servers that are aliases',
  needs: ['mxHosts', 'mtaStsPolicy'],
  spec: [
    { document: 'RFC 8461', section: '4.1' },
    { document: 'RFC 5321', section: '5.1' },
  ],
  why: 'The name in the MX record is held against the policy and the certificate, not the name that an alias leads to.',
  messages: {
    'sts.match.mx-cname': {
      severity: 'warning',
      title: ({ host, target }: Alias) =>
        `Senders compare \`${host}\`, and not \`${target}\`, which it is an alias of`,
      advice: ({ target }: Alias) =>
        `Let the MX record name \`${target}\` itself, and list that name in the policy file.`,
    },
  },
  examples: { 'sts.match.mx-cname': all(policyFile(policyText()), host('host.example.net')) },
  quiet: all(policyFile(policyText()), host()),
  check({ mxHosts, mtaStsPolicy }, find) {
    if (mtaStsPolicy.value === null || mtaStsPolicy.value.mode === 'none') return []
    return mxHosts.flatMap((host) => {
      const target = aliasesOf(host).at(-1)?.target
      if (target === undefined) return []
      return [find('sts.match.mx-cname', { host: host.name, target }, { about: host.name })]
    })
  },
})
