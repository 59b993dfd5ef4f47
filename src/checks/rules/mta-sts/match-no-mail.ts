import { hostAddresses, noHost, nothing } from '../../../facts/build.ts'
import { found, valueOf, type Fact } from '../../../facts/fact.ts'
import { isAnnounced } from '../../../facts/announced.ts'
import { hasAddress, hasNoAddress } from '../../../facts/host.ts'
import type { HostAddresses } from '../../../facts/fact-set.ts'
import { isNullMx } from '../../../protocols/mx/mx.ts'
import { all, DOMAIN, mx, seen, stsRecords } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const record = stsRecords('v=STSv1; id=2026083101')

function noMx(host: HostAddresses, rest: string): Example {
  return seen(`${DOMAIN} has no MX record, and ${rest}`, {
    mx: nothing(DOMAIN, 'MX', 'nodata'),
    domainAddresses: found(host, { name: DOMAIN, via: 'dns' }),
  })
}

/** NXDOMAIN: there is no domain to speak of, which `dns.nxdomain-domain` says. */
const exists = (fact: Fact<unknown>): boolean =>
  !(fact.state === 'absent' && fact.how === 'nxdomain')

interface Domain {
  domain: string
}

export const matchNoMail = defineRule({
  id: 'sts.match.mail',
  title: 'Whether the domain takes mail through named servers',
  needs: [],
  known: ['mx'],
  reads: ['domainAddresses', 'mtaStsRecord', 'mtaStsPolicy'],
  spec: [
    { document: 'RFC 5321', section: '5.1' },
    { document: 'RFC 7505', section: '3' },
  ],
  why: 'MTA-STS protects mail on its way to the servers that the MX records name.',
  messages: {
    'sts.match.implicit-mx': {
      severity: 'warning',
      title: ({ domain }: Domain) =>
        `There is no MX record, so senders hold \`${domain}\` itself against the policy`,
      advice: ({ domain }: Domain) =>
        `Publish an MX record for \`${domain}\`, and list its host in the policy file.`,
      why: 'Without MX records the domain name itself is the mail server, in the policy as well as in its certificate.',
    },
    'sts.match.null-mx': {
      severity: 'warning',
      title: () => 'The domain takes no mail (null MX), but publishes MTA-STS',
      advice: () =>
        'Take MTA-STS away in the safe order: mode `none` first, the record and the host later.',
      why: 'A policy for mail that nobody can send has nothing to protect.',
    },
    'sts.match.no-mail': {
      severity: 'notice',
      title: ({ domain }: Domain) =>
        `The domain \`${domain}\` has neither MX records nor an address`,
      advice: () =>
        'Say so if it takes no mail: a null MX, `v=spf1 -all` and a DMARC policy of `reject` are what such a domain needs.',
    },
  },
  examples: {
    'sts.match.implicit-mx': all(
      record,
      noMx(hostAddresses(DOMAIN, ['192.0.2.1']), `${DOMAIN} A 192.0.2.1`),
    ),
    'sts.match.null-mx': all(record, mx('0 .')),
    'sts.match.no-mail': noMx(noHost(DOMAIN), 'no address'),
  },
  quiet: all(record, mx('10 mail1.example.com')),
  check({ mx, domainAddresses, mtaStsRecord, mtaStsPolicy }, find) {
    const domain = mx.source.name
    const at = { about: domain }
    const isPublished = isAnnounced(mtaStsRecord) || (valueOf(mtaStsPolicy)?.value ?? null) !== null
    if (mx.state === 'found')
      return isNullMx(mx.value) && isPublished ? [find('sts.match.null-mx', {}, at)] : []
    const host = valueOf(domainAddresses)
    if (mx.state !== 'absent' || host === null) return []
    if (hasAddress(host)) return isPublished ? [find('sts.match.implicit-mx', { domain }, at)] : []
    return hasNoAddress(host) && exists(mx) ? [find('sts.match.no-mail', { domain }, at)] : []
  },
})
