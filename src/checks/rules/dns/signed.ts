import { dnsSource, hostAddresses, mxFact, nothing } from '../../../facts/build.ts'
import { found, type Fact } from '../../../facts/fact.ts'
import type { MxHost } from '../../../facts/fact-set.ts'
import type { DsRecord, SoaRecord } from '../../../protocols/dns/records.ts'
import { all, DOMAIN, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const SOA: SoaRecord = {
  primary: 'ns1.example.com',
  mailbox: 'hostmaster.example.com',
  serial: 1,
  minimum: 300,
}
const DS: DsRecord = { keyTag: 2371, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) }

const soa = (authenticated: boolean): Example =>
  seen(`${DOMAIN} is answered with the AD bit ${authenticated ? 'set' : 'clear'}`, {
    soa: found([SOA], dnsSource(DOMAIN, 'SOA', { authenticated })),
  })
const ds = (records: DsRecord[]): Example =>
  seen(records.length > 0 ? `${DOMAIN} has a DS record` : `${DOMAIN} has no DS record`, {
    ds:
      records.length > 0
        ? found(records, dnsSource(DOMAIN, 'DS'))
        : nothing(DOMAIN, 'DS', 'nodata'),
  })
const mailServer = (authenticated: boolean): Example => {
  const host = hostAddresses('mail1.example.net', ['192.0.2.1'], { authenticated })
  return seen(`mail1.example.net is answered with the AD bit ${authenticated ? 'set' : 'clear'}`, {
    mx: mxFact(DOMAIN, ['10 mail1.example.net'], { authenticated: true }),
    mxHosts: found([host], { name: DOMAIN, via: 'dns' }),
  })
}

const isSecure = (fact: Fact<unknown>): boolean => fact.source.dns?.authenticated === true

export const dnssecSigned = defineRule({
  id: 'dnssec.zone',
  title: 'Whether the domain is signed with DNSSEC',
  needs: ['soa'],
  reads: ['ds'],
  spec: [{ document: 'RFC 4035', section: '3.2.3' }],
  demand: 'practice',
  why: 'MTA-STS and TLS-RPT work without DNSSEC. DANE needs it.',
  messages: {
    'dnssec.signed': {
      severity: 'notice',
      title: ({ domain }: { domain: string }) => `\`${domain}\` is not signed with DNSSEC`,
      advice: () =>
        'Nothing to do for MTA-STS and TLS-RPT. Sign the zone if you want DANE as well.',
    },
    'dnssec.ds-without-rrsig': {
      severity: 'warning',
      title: ({ domain }: { domain: string }) =>
        `\`${domain}\` has a DS record, but its answers are not authenticated`,
      advice: () => 'Let your DNS host compare the DS record with the keys of the zone.',
      why: 'The chain of trust is broken, or it uses an algorithm that the resolver does not know.',
    },
  },
  examples: {
    'dnssec.signed': all(soa(false), ds([])),
    'dnssec.ds-without-rrsig': all(soa(false), ds([DS])),
  },
  quiet: soa(true),
  check({ source, ds }, find) {
    const { name: domain, dns } = source('soa')
    if (dns?.authenticated === true) return []
    const id = ds?.state === 'found' ? 'dnssec.ds-without-rrsig' : 'dnssec.signed'
    return [find(id, { domain }, { about: domain })]
  },
})

export const dnssecMxHosts = defineRule({
  id: 'dnssec.mail-servers',
  title: 'Whether the mail servers are in signed zones',
  needs: ['mx', 'mxHosts'],
  spec: [{ document: 'RFC 7672', section: '2.2.2' }],
  demand: 'practice',
  why: 'DANE protects only mail servers whose own names are in a signed zone.',
  messages: {
    'dnssec.mx-hosts': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `The mail server \`${host}\` is not in a signed zone`,
      advice: () =>
        'Nothing to do for MTA-STS. DANE cannot protect this server until its zone is signed.',
    },
  },
  examples: { 'dnssec.mx-hosts': mailServer(false) },
  quiet: mailServer(true),
  check({ mxHosts, source }, find) {
    // Where the MX records themselves are unsigned, `dnssec.signed` has said all there is to say.
    if (source('mx').dns?.authenticated !== true) return []
    const answers = ({ a, aaaa }: MxHost) => [a, aaaa].filter(({ state }) => state === 'found')
    return mxHosts
      .filter((host) => answers(host).some((fact) => !isSecure(fact)))
      .map(({ name }) => find('dnssec.mx-hosts', { host: name }, { about: name }))
  },
})
