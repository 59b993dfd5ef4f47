import { dnsSource } from '../../../facts/build.ts'
import type { TlsaHost } from '../../../facts/dane-facts.ts'
import { failed, found, valueOf, type Fact } from '../../../facts/fact.ts'
import { tlsaName } from '../../../protocols/dane/tlsa.ts'
import { all, policyFile, policyText, seen, DOMAIN } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { MAIL1, MAIL2, SHA256, tlsaFact, tlsaHost, tlsaHosts } from './examples.ts'

const GOOD = [`3 1 1 ${SHA256}`]

const isFound = ({ tlsa }: TlsaHost): boolean => tlsa.state === 'found'
const isSecure = (fact: Fact<unknown> | undefined): boolean =>
  fact?.source.dns?.authenticated === true

/** TLSA cannot be looked up although the host's addresses can: that is about the domain, not about the resolver. */
const isBroken = ({ tlsa }: TlsaHost): boolean =>
  tlsa.state === 'failed' && (tlsa.reason === 'servfail' || tlsa.reason === 'bogus')

interface Host {
  host: string
}

export const tlsaPresence = defineRule({
  id: 'tlsa.presence',
  title: 'Whether the mail servers are protected by DANE',
  needs: ['mx'],
  reads: ['tlsa', 'tlsaElsewhere', 'mxHosts', 'mtaStsPolicy'],
  spec: [{ document: 'RFC 7672', section: '2' }],
  why:
    'DANE pins the certificate of a mail server in signed DNS. Senders that know it use it before MTA-STS; the two go ' +
    'well together, and neither needs the other.',
  messages: {
    'tlsa.present': {
      severity: 'notice',
      title: () => 'No mail server has a TLSA record, so DANE is not used',
      advice: () => 'Nothing to do. DANE is optional, and MTA-STS protects the same deliveries.',
      demand: 'practice',
    },
    'tlsa.partial': {
      severity: 'warning',
      title: ({ host }: Host) =>
        `\`${host}\` has no TLSA record, while other mail servers have one`,
      advice: ({ host }: Host) => `Publish TLSA at \`${tlsaName(host)}\` as well.`,
      why: 'A failure, or an attacker, can move mail to the server without protection.',
    },
    'tlsa.insecure': {
      severity: 'warning',
      title: ({ host }: Host) => `The TLSA record of \`${host}\` is in a zone that is not signed`,
      advice: () => 'Sign the zone of the mail server, or delete the record.',
      why: 'Senders ignore TLSA that DNSSEC does not vouch for.',
    },
    'tlsa.mx-insecure': {
      severity: 'warning',
      title: ({ domain }: { domain: string }) =>
        `The MX records of \`${domain}\` are not signed, while a mail server has signed TLSA`,
      advice: () => 'Sign the zone of the domain too.',
      why: 'Some senders use DANE all the same, but the MX record that leads to the server can be forged.',
    },
    'tlsa.servfail': {
      severity: 'error',
      title: ({ host }: Host) =>
        `The TLSA lookup for \`${host}\` fails, although the host itself resolves`,
      advice: () =>
        'Let the DNS host of the mail server answer questions for TLSA, be it with NXDOMAIN.',
      why: 'A sender that knows DANE does not deliver to a host whose TLSA it cannot look up.',
    },
    'tlsa.wrong-port': {
      severity: 'warning',
      title: ({ at }: { at: string; host: string }) =>
        `A TLSA record stands at \`${at}\`, where mail servers are not looked up`,
      advice: ({ host }: { at: string; host: string }) => `Move it to \`${tlsaName(host)}\`.`,
    },
    'tlsa.with-sts': {
      severity: 'notice',
      title: () => 'The domain uses both DANE and MTA-STS',
      advice: () => 'Keep both. When the certificate changes, publish the new TLSA record first.',
      why: 'Each must hold on its own: a valid MTA-STS check does not rescue a failed DANE check (RFC 8461, section 2).',
    },
  },
  examples: {
    'tlsa.present': tlsaHosts(tlsaHost(MAIL1, [])),
    'tlsa.partial': tlsaHosts(tlsaHost(MAIL1, GOOD), tlsaHost(MAIL2, [])),
    'tlsa.insecure': tlsaHosts(tlsaHost(MAIL1, GOOD, { authenticated: false })),
    'tlsa.mx-insecure': all(
      tlsaHosts(tlsaHost(MAIL1, GOOD)),
      seen(`${DOMAIN} MX is not signed`, {
        mx: found([{ preference: 10, exchange: MAIL1 }], dnsSource(DOMAIN, 'MX')),
      }),
    ),
    'tlsa.servfail': tlsaHosts({
      host: MAIL1,
      tlsa: failed(
        'servfail',
        'SERVFAIL',
        dnsSource(tlsaName(MAIL1), 'TLSA', { rcode: 'SERVFAIL' }),
      ),
    }),
    'tlsa.wrong-port': all(
      tlsaHosts(tlsaHost(MAIL1, [])),
      seen(`_443._tcp.${MAIL1} TLSA 3 1 1 …`, {
        tlsaElsewhere: found(
          [{ host: MAIL1, tlsa: tlsaFact(`_443._tcp.${MAIL1}`, GOOD) }],
          dnsSource(MAIL1, 'TLSA'),
        ),
      }),
    ),
    'tlsa.with-sts': all(tlsaHosts(tlsaHost(MAIL1, GOOD)), policyFile(policyText({ mx: [MAIL1] }))),
  },
  quiet: tlsaHosts(tlsaHost(MAIL1, GOOD)),
  check({ tlsa, tlsaElsewhere, mxHosts, mtaStsPolicy, source }, find) {
    const hosts = valueOf(tlsa) ?? []
    const misplaced = (valueOf(tlsaElsewhere) ?? []).filter(isFound)
    if (hosts.length === 0) return []
    const withRecord = hosts.filter(isFound)
    const resolves = (host: string) =>
      valueOf(mxHosts)?.some(
        ({ name, a, aaaa }) => name === host && (a.state === 'found' || aaaa.state === 'found'),
      ) === true
    const none = hosts.every(({ tlsa: fact }) => fact.state === 'absent')
    const secure = withRecord.filter(({ tlsa: fact }) => isSecure(fact))
    const sts = valueOf(mtaStsPolicy)?.value ?? null
    const at = (host: string) => ({ about: tlsaName(host) })
    const domain = source('mx').name
    return [
      ...hosts
        .filter((host) => isBroken(host) && resolves(host.host))
        .map(({ host }) => find('tlsa.servfail', { host }, at(host))),
      ...(withRecord.length > 0
        ? hosts
            .filter(({ tlsa: fact }) => fact.state === 'absent')
            .map(({ host }) => find('tlsa.partial', { host }, at(host)))
        : []),
      ...withRecord
        .filter(({ tlsa: fact }) => !isSecure(fact))
        .map(({ host }) => find('tlsa.insecure', { host }, at(host))),
      ...(secure.length > 0 && source('mx').dns?.authenticated !== true
        ? [find('tlsa.mx-insecure', { domain }, { about: domain })]
        : []),
      ...misplaced.map(({ host, tlsa: fact }) =>
        find('tlsa.wrong-port', { at: fact.source.name, host }, { about: fact.source.name }),
      ),
      ...(secure.length > 0 && sts !== null && sts.mode !== 'none'
        ? [find('tlsa.with-sts', {}, { about: domain })]
        : []),
      ...(none && misplaced.length === 0 ? [find('tlsa.present', {}, { about: domain })] : []),
    ]
  },
})
