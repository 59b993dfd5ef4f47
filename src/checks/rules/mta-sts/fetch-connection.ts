import { faulty, seenOf, type FaultyReason } from '../../../facts/fact.ts'
import { policyUrl } from '../../../facts/build.ts'
import { DOMAIN, policyFile, policyText, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

const SOURCE = { name: policyUrl(DOMAIN), via: 'proxy' } as const

/** Versions that RFC 8996 forbids, by the names that TLS libraries give them. */
const OLD = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1']

const NO_HTTPS = {
  refused: 'The policy host refuses connections to port 443',
  tls: 'The policy host does not complete a TLS handshake on port 443',
  'not-http': 'What answers on port 443 of the policy host is not a web server',
} as const
type NoHttps = keyof typeof NO_HTTPS

function isNoHttps(reason: FaultyReason): reason is NoHttps {
  return reason in NO_HTTPS
}

function trouble(show: string, reason: NoHttps): Example {
  return seen(show, { mtaStsPolicyFile: faulty(reason, show, SOURCE) })
}

export const fetchConnection = defineRule({
  id: 'sts.fetch.connection',
  title: 'The connection to the policy host',
  needs: [],
  known: ['policyAnswer'],
  spec: [{ document: 'RFC 8461', section: '3.3' }],
  why: 'Senders fetch the policy with HTTPS on port 443 only. Plain HTTP is never tried.',
  messages: {
    'sts.fetch.https': {
      severity: 'error',
      title: ({ reason }: { reason: NoHttps }) => NO_HTTPS[reason],
      advice: () =>
        'Let a web server with a certificate for the policy host listen on port 443, and open that port in the firewall.',
    },
    'sts.fetch.tls-version': {
      severity: 'error',
      title: ({ protocol }: { protocol: string }) =>
        protocol === ''
          ? 'The policy host offers no version of TLS that is still in use'
          : `The policy host offers nothing better than \`${protocol}\``,
      advice: () => 'Enable TLS 1.2 and TLS 1.3 on the web server.',
      why: 'TLS 1.0 and 1.1 are withdrawn (RFC 8996). Senders that keep to this cannot fetch the policy.',
    },
  },
  examples: {
    'sts.fetch.https': trouble('port 443 refuses connections', 'refused'),
    'sts.fetch.tls-version': policyFile(policyText(), {
      tls: { protocol: 'TLSv1', trusted: true, chain: [] },
    }),
  },
  quiet: policyFile(policyText(), { tls: { protocol: 'TLSv1.2', trusted: true, chain: [] } }),
  check({ policyAnswer: file }, find) {
    const at = { about: file.source.name }
    const answer = seenOf(file)
    if (answer !== null) {
      const { protocol = 'unknown' } = answer.tls ?? {}
      return OLD.includes(protocol) ? [find('sts.fetch.tls-version', { protocol }, at)] : []
    }
    if (file.state !== 'faulty' || !isNoHttps(file.reason)) return []
    const { reason, detail } = file
    const isVersion = reason === 'tls' && /unsupported protocol|protocol version/i.test(detail)
    return isVersion
      ? [find('sts.fetch.tls-version', { protocol: '' }, at)]
      : [find('sts.fetch.https', { reason }, at)]
  },
})
