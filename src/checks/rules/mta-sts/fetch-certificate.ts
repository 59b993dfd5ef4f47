import type { PolicyTls } from '../../../facts/fact-set.ts'
import { valueOf } from '../../../facts/fact.ts'
import { coversHost, type Certificate } from '../../../protocols/certificate/certificate.ts'
import type { TlsOutcome } from '../../../protocols/http/answer.ts'
import { all, at, policyFile, policyText } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { GOOD, OTHER_NAMES, SELF_SIGNED } from './example-certificates.ts'

const DAY = 86_400_000
/** Less than this left: the renewal, which usually comes a month early, has probably failed. */
const SOON = 14 * DAY

/** Codes of OpenSSL for the same things, as Node spells them. */
const NAME_CODES = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']
const TIME_CODES = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']
const SELF_SIGNED_CODES = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN']
const INCOMPLETE_CODES = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]

type Distrust = 'self-signed' | 'unknown-root' | 'incomplete' | 'old-authority' | 'other'

/** Does the certificate stand for other names only? The verdict of the library is used where it cannot be read. */
function isOtherName({ host, error, leaf }: PolicyTls): boolean {
  if (error !== null && NAME_CODES.includes(error)) return true
  return leaf !== null && !coversHost(leaf.names, host)
}

/** Why the chain is not trusted, dates and names of the host's own certificate left aside. */
function distrustOf(
  { trusted, error, leaf, above }: PolicyTls,
  now: number | null,
): Distrust | null {
  if (trusted || (error !== null && NAME_CODES.includes(error))) return null
  if (error !== null && TIME_CODES.includes(error))
    return above.some((certificate) => isOutOfTime(certificate, now)) ? 'old-authority' : null
  if (error === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'self-signed'
  if (error !== null && SELF_SIGNED_CODES.includes(error)) return 'unknown-root'
  if (error !== null && INCOMPLETE_CODES.includes(error))
    return leaf?.selfIssued === true ? 'self-signed' : 'incomplete'
  return 'other'
}

function isOutOfTime({ notBefore, notAfter }: Certificate, now: number | null): boolean {
  return now !== null && (now < notBefore || now > notAfter)
}

interface Dates {
  state: 'expired' | 'early' | 'soon'
  /** The day that counts, ISO 8601; empty where the certificate could not be read. */
  day: string
}

/** By the clock of the check where there is one, else by the verdict of the library. */
function datesOf({ leaf, error }: PolicyTls, now: number | null): Dates | null {
  if (leaf === null || now === null) {
    if (error === 'CERT_HAS_EXPIRED') return { state: 'expired', day: dayOf(leaf?.notAfter) }
    return error === 'CERT_NOT_YET_VALID' ? { state: 'early', day: dayOf(leaf?.notBefore) } : null
  }
  if (now > leaf.notAfter) return { state: 'expired', day: dayOf(leaf.notAfter) }
  if (now < leaf.notBefore) return { state: 'early', day: dayOf(leaf.notBefore) }
  return leaf.notAfter - now < SOON ? { state: 'soon', day: dayOf(leaf.notAfter) } : null
}

function dayOf(time: number | undefined): string {
  return time === undefined || Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}

const TRUST_TITLES: Record<Distrust, string> = {
  'self-signed': 'The certificate of the policy host is self-signed',
  'unknown-root': 'The certificate of the policy host comes from an authority that nobody knows',
  incomplete: 'The chain of the certificate of the policy host does not lead to a public authority',
  'old-authority': 'An authority in the chain of the policy host has expired',
  other: 'The certificate of the policy host is not trusted',
}

const DATE_TITLES: Record<Dates['state'], (day: string) => string> = {
  expired: (day) => `The certificate of the policy host has expired${day && ` on ${day}`}`,
  early: (day) =>
    `The certificate of the policy host is not yet valid${day && `, but from ${day}`}`,
  soon: (day) => `The certificate of the policy host expires soon, on ${day}`,
}

function host(chain: string[], details: Partial<TlsOutcome> = {}): Example {
  const tls = { protocol: 'TLSv1.3', trusted: true, chain, ...details }
  return { ...policyFile(policyText(), { tls }), show: chain.join('') }
}

export const fetchCertificate = defineRule({
  id: 'sts.fetch.certificate',
  title: 'The certificate of the policy host',
  needs: ['policyTls'],
  reads: ['now'],
  spec: [{ document: 'RFC 8461', section: '3.3' }],
  why: 'Senders take a policy only from a host that proves its name. If it cannot, they report `sts-webpki-invalid`.',
  messages: {
    'sts.fetch.cert-name': {
      severity: 'error',
      title: ({ host, names }: { host: string; names: string[] }) =>
        names.length === 0
          ? `The certificate of the policy host does not stand for \`${host}\``
          : `The certificate stands for ${names.map((name) => `\`${name}\``).join(', ')}, not for \`${host}\``,
      advice: ({ host }: { host: string; names: string[] }) =>
        `Get a certificate that has \`${host}\` among its names.`,
      why:
        'The name must be among the subject alternative names; the common name alone does not count. A wildcard stands ' +
        'for one label only.',
    },
    'sts.fetch.cert-trust': {
      severity: 'error',
      title: ({ kind }: { kind: Distrust; error: string }) => TRUST_TITLES[kind],
      advice: ({ kind }: { kind: Distrust; error: string }) =>
        kind === 'incomplete' || kind === 'old-authority'
          ? 'Configure the full chain on the web server, often a file named `fullchain.pem`.'
          : 'Get a certificate from a public authority, and configure it with its full chain.',
      why: 'Browsers repair a chain with missing parts. Most mail servers do not, and then see no policy.',
    },
    'sts.fetch.cert-expiry': {
      severity: ({ state }: Dates) => (state === 'soon' ? 'warning' : 'error'),
      title: ({ state, day }: Dates) => DATE_TITLES[state](day),
      advice: ({ state }: Dates) =>
        state === 'early'
          ? 'Check the clock of the machine that made the certificate, and get a new one.'
          : 'Renew the certificate, and watch its renewal for as long as a policy may be held.',
      why: 'Outside its dates nobody fetches the policy. What senders hold already stays in force.',
    },
  },
  examples: {
    'sts.fetch.cert-name': all(
      at('2026-09-01T00:00:00Z'),
      host([OTHER_NAMES], { trusted: false, error: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    ),
    'sts.fetch.cert-trust': all(
      at('2026-09-01T00:00:00Z'),
      host([SELF_SIGNED], { trusted: false, error: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    ),
    'sts.fetch.cert-expiry': all(
      at('2026-11-01T00:00:00Z'),
      host([GOOD], { trusted: false, error: 'CERT_HAS_EXPIRED' }),
    ),
  },
  quiet: all(at('2026-09-01T00:00:00Z'), host([GOOD])),
  check({ policyTls: tls, now: clock, source }, find) {
    const where = { about: source('policyTls').name }
    const now = valueOf(clock)
    const { host, leaf, error } = tls
    const dates = datesOf(tls, now)
    const kind = distrustOf(tls, now)
    return [
      ...(isOtherName(tls)
        ? [find('sts.fetch.cert-name', { host, names: leaf?.names ?? [] }, where)]
        : []),
      ...(kind === null ? [] : [find('sts.fetch.cert-trust', { kind, error: error ?? '' }, where)]),
      ...(dates === null ? [] : [find('sts.fetch.cert-expiry', dates, where)]),
    ]
  },
})
