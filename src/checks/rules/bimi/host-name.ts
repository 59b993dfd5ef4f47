import { dnsSource, hostAddresses, noHost } from '../../../facts/build.ts'
import { found, valueOf } from '../../../facts/fact.ts'
import { hasNoAddress } from '../../../facts/host.ts'
import type { HostAddresses } from '../../../facts/host-addresses.ts'
import { bimiUriHost } from '../../../protocols/bimi/uri.ts'
import { registrableDomainOf } from '../../../protocols/dns/public-suffix.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { bimiRecords, RECORD } from './examples.ts'

const CDN = 'cdn.vendor.example'

const hosts = (...list: HostAddresses[]): Example =>
  seen(
    list
      .map(({ name, a }) => `${name} ${a.state === 'found' ? 'has an address' : 'does not exist'}`)
      .join('\n'),
    {
      bimiHosts: found(list, dnsSource(DOMAIN, 'A')),
    },
  )

/** `default._bimi.example.com`; a record judged by itself has no domain to compare with. */
const OWNER = /^.+?\._bimi\.(.+)$/

export const bimiHostName = defineRule({
  id: 'bimi.host.name',
  title: 'The hosts that the record names',
  needs: ['bimiAssertion'],
  reads: ['bimiHosts'],
  spec: [{ document: 'BIMI draft', section: 'Indicator Discovery' }],
  why: 'The logo and the certificate may be served by any web server that providers can reach.',
  messages: {
    'bimi.host.resolves': {
      severity: 'error',
      title: ({ host }: { host: string }) => `The host \`${host}\` in the record has no address`,
      advice: () => 'Correct the address in the record, or create the host.',
    },
    'bimi.host.domain': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `The host \`${host}\` belongs to another domain`,
      advice: () =>
        'Nothing to do: any domain will serve. Whoever runs it can change what is shown as your logo.',
      demand: 'practice',
    },
  },
  examples: {
    'bimi.host.resolves': all(bimiRecords(RECORD), hosts(noHost(DOMAIN))),
    'bimi.host.domain': bimiRecords(`v=BIMI1; l=https://${CDN}/logo.svg`),
  },
  quiet: all(bimiRecords(RECORD), hosts(hostAddresses(DOMAIN, ['192.0.2.7']))),
  check({ bimiAssertion, bimiHosts }, find) {
    const { name, record } = bimiAssertion
    const domain = OWNER.exec(name)?.[1]
    const own = domain === undefined ? null : registrableDomainOf(domain)
    const named = [record.location, record.evidence].flatMap((uri) => bimiUriHost(uri) ?? [])
    const foreign = [...new Set(named)].filter(
      (host) => own !== null && registrableDomainOf(host) !== own,
    )
    return [
      ...(valueOf(bimiHosts) ?? [])
        .filter(hasNoAddress)
        .map((host) => find('bimi.host.resolves', { host: host.name }, { about: host.name })),
      ...foreign.map((host) => find('bimi.host.domain', { host }, { about: name })),
    ]
  },
})
