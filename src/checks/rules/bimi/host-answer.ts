import { seenOf, type Fact } from '../../../facts/fact.ts'
import { bodyText } from '../../../facts/body-text.ts'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { isChallenge } from '../../../protocols/http/challenge.ts'
import { defineRule } from '../../rule.ts'
import { logoAnswer } from './host-examples.ts'
import { LOGO } from './examples.ts'

interface File {
  what: string
}

/** The two files with what was seen of them; files that nobody asked for, or that could not be learnt, are left out. */
export function seenFiles(indicator?: Fact<HttpAnswer>, evidence?: Fact<HttpAnswer>) {
  const files = [
    { what: 'logo', fact: indicator },
    { what: 'certificate', fact: evidence },
  ]
  return files.flatMap(({ what, fact }) => {
    const answer = seenOf(fact)
    return fact === undefined || answer === null
      ? []
      : [{ what, fact, answer, at: { about: fact.source.name } }]
  })
}

/** Failed connections that are about the host: it was there and would not talk. */
function unreached(what: string, fact: Fact<HttpAnswer> | undefined) {
  return fact?.state === 'faulty' && fact.seen === undefined && fact.reason !== 'redirect'
    ? [{ what, name: fact.source.name, detail: fact.detail, reason: fact.reason }]
    : []
}

const isRedirect = ({ status }: HttpAnswer): boolean => status >= 300 && status < 400

export const bimiHostAnswer = defineRule({
  id: 'bimi.host.answer',
  title: 'Whether the logo and the certificate are delivered',
  needs: [],
  reads: ['indicator', 'evidence'],
  spec: [{ document: 'BIMI draft', section: 'Indicator Discovery' }],
  why: 'Providers fetch both files with programs, from anywhere, and show no logo when that fails.',
  messages: {
    'bimi.host.status': {
      severity: 'error',
      title: ({ what, said }: File & { said: string }) => `The ${what} was not delivered: ${said}`,
      advice: () =>
        'Upload the file at exactly this address, and check that everybody may read it.',
    },
    'bimi.host.redirect': {
      severity: ({ delivered }: File & { delivered: boolean; target: string }) =>
        delivered ? 'warning' : 'error',
      title: ({ what, target }: File & { delivered: boolean; target: string }) =>
        `The address of the ${what} redirects to \`${target}\``,
      advice: ({ target, delivered }: File & { delivered: boolean; target: string }) =>
        delivered
          ? `Put \`${target}\` into the record.`
          : 'Put an address into the record that answers with the file itself.',
      why: 'Providers may refuse redirects, or follow only a few of them, and only over https.',
      demand: 'practice',
    },
    'bimi.host.bot-block': {
      severity: 'error',
      title: ({ what }: File) => `The address of the ${what} answers with a challenge for browsers`,
      advice: () =>
        'Exempt the file from bot protection, from blocks by country and from hot-link protection.',
      why: 'Providers fetch with programs that cannot solve challenges.',
    },
    'bimi.host.https-cert': {
      severity: 'error',
      title: ({ what, host, error }: File & { host: string; error: string }) =>
        `The web server of the ${what}, \`${host}\`, has no certificate that is trusted${error === '' ? '' : `: \`${error}\``}`,
      advice: () =>
        'Install a certificate of a public authority for this name, with its full chain.',
    },
    'bimi.host.tls12': {
      severity: 'warning',
      title: ({ what, protocol }: File & { protocol: string }) =>
        `The web server of the ${what} speaks \`${protocol}\` only`,
      advice: () => 'Enable TLS 1.2 and 1.3.',
    },
  },
  examples: {
    'bimi.host.status': logoAnswer(`${LOGO} answers 404`, { status: 404 }),
    'bimi.host.redirect': logoAnswer(`${LOGO} answers 301 to https://www.example.com/logo.svg`, {
      url: 'https://www.example.com/logo.svg',
      hops: [{ url: LOGO, status: 301, location: 'https://www.example.com/logo.svg' }],
    }),
    'bimi.host.bot-block': logoAnswer(
      `${LOGO} answers 403 with a challenge`,
      { status: 403, mediaType: 'text/html' },
      '<title>Just a moment...</title>',
    ),
    'bimi.host.https-cert': logoAnswer(`${LOGO} has a self-signed certificate`, {
      tls: { protocol: 'TLSv1.3', trusted: false, error: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: [] },
    }),
    'bimi.host.tls12': logoAnswer(`${LOGO} is served over TLS 1.0`, {
      tls: { protocol: 'TLSv1', trusted: true, chain: [] },
    }),
  },
  quiet: logoAnswer(`${LOGO} answers 200`),
  check({ indicator, evidence }, find) {
    const silent = [...unreached('logo', indicator), ...unreached('certificate', evidence)].map(
      ({ what, name, detail, reason }) =>
        reason === 'tls'
          ? find('bimi.host.https-cert', { what, host: hostOf(name), error: '' }, { about: name })
          : find('bimi.host.status', { what, said: detail }, { about: name }),
    )
    const answered = seenFiles(indicator, evidence).flatMap(({ what, answer, at }) => {
      const { status, tls, url, hops = [] } = answer
      // A server that cannot prove who it is has delivered nothing, whatever it sent.
      if (tls?.trusted === false)
        return [
          find('bimi.host.https-cert', { what, host: hostOf(url), error: tls.error ?? '' }, at),
        ]
      const old = tls !== undefined && /^(?:SSL|TLSv1(?:\.[01])?$)/.test(tls.protocol)
      const tlsFindings = old ? [find('bimi.host.tls12', { what, protocol: tls.protocol }, at)] : []
      if (isRedirect(answer))
        return [
          ...tlsFindings,
          find(
            'bimi.host.redirect',
            { what, delivered: false, target: answer.location ?? 'nowhere' },
            at,
          ),
        ]
      if (isChallenge(bodyText(answer)))
        return [...tlsFindings, find('bimi.host.bot-block', { what }, at)]
      if (status !== 200)
        return [
          ...tlsFindings,
          find('bimi.host.status', { what, said: `HTTP status ${status}` }, at),
        ]
      return hops.length > 0
        ? [...tlsFindings, find('bimi.host.redirect', { what, delivered: true, target: url }, at)]
        : tlsFindings
    })
    return [...silent, ...answered]
  },
})

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url
}
