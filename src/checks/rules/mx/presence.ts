import { noHost, hostAddresses, nothing } from '../../../facts/build.ts'
import { found, valueOf } from '../../../facts/fact.ts'
import type { HostAddresses } from '../../../facts/fact-set.ts'
import { all, DOMAIN, mx, rptRecords, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const noMx = (addresses: HostAddresses): Example =>
  seen(
    `${DOMAIN} has no MX record and ${addresses.a.state === 'found' ? 'an' : 'no'} address of its own`,
    {
      mx: nothing(DOMAIN, 'MX', 'nodata'),
      domainAddresses: found(addresses, { name: DOMAIN, via: 'dns' }),
    },
  )

const nowhere = all(noMx(noHost(DOMAIN)), rptRecords('v=TLSRPTv1; rua=mailto:t@example.com'))

export const mxPresence = defineRule({
  id: 'mx.presence',
  title: 'Whether mail for the domain has somewhere to go',
  needs: [],
  known: ['mx'],
  reads: ['domainAddresses', 'mtaStsRecord', 'tlsRptRecord'],
  spec: [{ document: 'RFC 5321', section: '5.1' }],
  why:
    'Senders deliver to the hosts in the MX records. Without any they try the address of the domain itself, and without ' +
    'that the mail bounces.',
  messages: {
    'mx.present': {
      severity: 'warning',
      title: ({ domain }: { domain: string }) =>
        `\`${domain}\` has no MX record, so mail goes to its own address`,
      advice: () => 'Publish an MX record that names your mail server.',
      why:
        'Senders fall back on the address of the domain. MTA-STS and DANE work with named mail servers, and so does ' +
        'everybody who looks for yours.',
    },
    'mx.none': {
      severity: ({ expectsMail }: { domain: string; expectsMail: boolean }) =>
        expectsMail ? 'error' : 'notice',
      title: ({ domain }: { domain: string; expectsMail: boolean }) =>
        `\`${domain}\` has no MX record and no address, so mail for it bounces`,
      advice: () =>
        'Publish an MX record, or the null MX `0 .` if the domain is to take no mail, so that senders give up at once.',
    },
  },
  examples: {
    'mx.present': noMx(hostAddresses(DOMAIN, ['192.0.2.1'])),
    'mx.none': nowhere,
  },
  quiet: mx('10 mail1.example.com'),
  check({ mx, domainAddresses, mtaStsRecord, tlsRptRecord }, find) {
    // A name that does not exist at all is `dns.nxdomain-domain`, and says it better.
    const own = valueOf(domainAddresses)
    if (mx.state !== 'absent' || mx.how === 'nxdomain' || own === null) return []
    const domain = mx.source.name
    const at = { about: domain }
    if (own.a.state === 'found' || own.aaaa.state === 'found')
      return [find('mx.present', { domain }, at)]
    if (own.a.state === 'failed' || own.aaaa.state === 'failed') return []
    const expectsMail = [mtaStsRecord, tlsRptRecord].some((record) =>
      valueOf<{ entries: { ours: boolean }[] }>(record)?.entries.some(({ ours }) => ours),
    )
    return [find('mx.none', { domain, expectsMail }, at)]
  },
})
