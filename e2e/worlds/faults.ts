/** The ordinary domain with one thing wrong, as it is met in the wild. */
import type { DnsEntry, World } from '../../src/gather/sample/world.ts'
import { changed } from './change.ts'
import { good, GOOD_POLICY } from './good.ts'

const tls = { protocol: 'TLSv1.3', trusted: true, chain: [] }

const file = (...lines: string[]) => ({ http: { 'example.com': { lines, tls } } })

/** The version as it once stood in many guides. */
export const capitalV = changed(good, {
  dns: { '_mta-sts.example.com TXT': ['v=STSV1; id=2026083101;'] },
})

/** An old record was left beside the new one. */
export const duplicates = changed(good, {
  dns: { '_mta-sts.example.com TXT': ['v=STSv1; id=2026083101;', 'v=STSv1; id=2022022401;'] },
})

/** A mail server that came later, in a policy that is enforced. */
export const uncovered = changed(good, {
  dns: {
    'example.com MX': ['10 mail1.example.com', '20 mail2.example.com', '30 backup.example.net'],
    'backup.example.net A': ['1.1.1.30'],
    'backup.example.net AAAA': ['2606:4700::30'],
  },
})

export const redirecting = changed(good, {
  http: {
    'example.com': {
      status: 301,
      location: 'https://www.example.com/.well-known/mta-sts.txt',
      mediaType: 'text/html',
      lines: ['Moved Permanently'],
      tls,
    },
  },
})

export const expiredCertificate = changed(good, {
  http: {
    'example.com': {
      lines: GOOD_POLICY,
      tls: { ...tls, trusted: false, error: 'CERT_HAS_EXPIRED' },
    },
  },
})

/** Nobody has registered it. */
export const noSuchDomain: World = { dns: { 'example.com *': { rcode: 'NXDOMAIN' } }, http: {} }

/** The whole zone was signed with keys that nobody vouches for any more. */
export const bogus: World = {
  dns: Object.fromEntries(
    Object.entries(good.dns).map(([key, entry]) => [key, { ...details(entry), bogus: true }]),
  ),
  http: { 'example.com': { failed: { reason: 'resolver', detail: 'SERVFAIL' } } },
}

function details(entry: DnsEntry): Exclude<DnsEntry, readonly unknown[]> {
  return 'length' in entry ? { records: entry } : (entry as Exclude<DnsEntry, readonly unknown[]>)
}

/** Takes no mail, and says so (RFC 7505). */
export const nullMx: World = {
  dns: {
    'example.com MX': ['0 .'],
    'example.com TXT': ['v=spf1 -all'],
    'example.com SOA': good.dns['example.com SOA'] ?? [],
    'example.com NS': good.dns['example.com NS'] ?? [],
    '_dmarc.example.com TXT': ['v=DMARC1; p=reject'],
  },
  http: {},
}

export const noReports = changed(good, { dns: { '_smtp._tls.example.com TXT': null } })

/** Nothing of either protocol yet. */
export const bare = changed(good, {
  dns: {
    '_mta-sts.example.com TXT': null,
    'mta-sts.example.com A': null,
    'mta-sts.example.com AAAA': null,
    '_smtp._tls.example.com TXT': null,
  },
  http: { 'example.com': null },
})

/** Every name below the domain has the same text. */
export const wildcard = changed(good, { dns: { '*.example.com TXT': ['v=spf1 -all'] } })

export const testing = changed(
  good,
  file(...GOOD_POLICY.map((line) => line.replace('enforce', 'testing'))),
)

/** The policy was changed and the id was not: senders keep the old one. */
export const changedUnannounced = changed(
  good,
  file(...GOOD_POLICY.map((line) => line.replace('2592000', '1209600'))),
)
