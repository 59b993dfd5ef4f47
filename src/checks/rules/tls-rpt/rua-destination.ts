import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { rptRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { addressesOf, GOOD, policyDomainOf, RECORD_SPEC, uriAt } from './record-entries.ts'

interface Host {
  host: string
}

export const ruaDestination = defineRule({
  id: 'rpt.record.rua-destination',
  title: 'Where reports go',
  needs: ['tlsRptRecord'],
  spec: RECORD_SPEC,
  demand: 'practice',
  why: 'Reports tell who sends you mail and what goes wrong on the way. It is worth knowing where they end up.',
  messages: {
    'rpt.record.rua-external': {
      severity: 'notice',
      title: ({ host }: Host) => `Reports go to \`${host}\`, outside of your domain`,
      advice: () => 'Check that you chose this receiver. Nothing needs to be published there.',
      why:
        'TLS-RPT lets reports go to any domain, without a record at the receiver. The consent that DMARC asks for ' +
        '(`_report._dmarc`) does not exist here.',
      demand: 'specification',
    },
    'rpt.record.rua-same-domain-tls': {
      severity: 'notice',
      title: ({ host }: Host) => `All reports go by mail to \`${host}\`, the domain they are about`,
      advice: () => 'Consider a second address elsewhere, by mail or `https:`.',
      why:
        'Senders deliver reports even where TLS fails (RFC 8460 section 3), so this works. When the mail servers are down ' +
        'altogether, the reports on it wait too.',
    },
    'rpt.record.https-only': {
      severity: 'notice',
      title: () => 'Reports can go by `https:` only',
      advice: () => 'Add a `mailto:` address.',
      why: 'Not every sender can deliver reports by `https:`; some only mail them.',
    },
  },
  examples: {
    'rpt.record.rua-external': rptRecords('v=TLSRPTv1; rua=mailto:tls@reports.example.net'),
    'rpt.record.rua-same-domain-tls': rptRecords('v=TLSRPTv1; rua=mailto:tls-reports@example.com'),
    'rpt.record.https-only': rptRecords('v=TLSRPTv1; rua=https://reports.example.com/tls'),
  },
  quiet: rptRecords(GOOD),
  check({ tlsRptRecord, source }, find) {
    const about = source('tlsRptRecord').name
    const uris = addressesOf(tlsRptRecord)
    if (uris.length === 0) return []
    const domain = policyDomainOf(about)
    const external = uris.filter(({ host }) => domain !== null && !isSameOwner(host, domain))
    const byHost = new Map(external.toReversed().map((uri) => [uri.host, uri]))
    const ownMail = uris.every(
      ({ scheme, host }) => scheme === 'mailto' && domain !== null && isWithin(host, domain),
    )
    const at = uriAt(about, tlsRptRecord, uris[0]?.uri ?? '')
    return [
      ...[...byHost.values()]
        .toReversed()
        .map(({ host, uri }) =>
          find('rpt.record.rua-external', { host }, uriAt(about, tlsRptRecord, uri)),
        ),
      ...(ownMail && uris[0]
        ? [find('rpt.record.rua-same-domain-tls', { host: uris[0].host }, at)]
        : []),
      ...(uris.every(({ scheme }) => scheme === 'https')
        ? [find('rpt.record.https-only', {}, at)]
        : []),
    ]
  },
})

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

/** Names under one registrable domain are in one hand: reports on `mail.example.com` may go to `example.com`. */
function isSameOwner(host: string, domain: string): boolean {
  const owner = registrableDomainOf(domain)
  return isWithin(host, domain) || (owner !== null && registrableDomainOf(host) === owner)
}
