import { dnsSource } from '../../../facts/build.ts'
import { failed, type FailedReason } from '../../../facts/fact.ts'
import type { Lookup } from '../../../facts/fact-set.ts'
import type { ExtendedError } from '../../../protocols/dns/records.ts'
import { DOMAIN, mx, seen } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'

/** What Extended DNS Errors say about signatures (RFC 8914 section 5.2), in words. */
const SIGNATURE_TROUBLE: Record<number, string> = {
  1: 'the algorithm of a key is not supported',
  2: 'the digest of a DS record is not supported',
  5: 'the state of the zone cannot be determined',
  6: 'the answer does not match its signature',
  7: 'a signature has expired',
  8: 'a signature is not valid yet',
  9: 'the key that the DS record names is missing',
  10: 'signatures are missing',
  11: 'a key is not marked as a zone key',
  12: 'the proof that the name does not exist is missing',
}

function troubleOf(errors: readonly ExtendedError[]): string {
  return (
    errors.map(({ code }) => SIGNATURE_TROUBLE[code]).find((words) => words !== undefined) ?? ''
  )
}

function unanswered(reason: FailedReason, extendedErrors: ExtendedError[] = []): Example {
  const source = dnsSource(DOMAIN, 'MX', { rcode: 'SERVFAIL', extendedErrors })
  const error = extendedErrors.map(({ code }) => `, Extended DNS Error ${code}`).join('')
  const words =
    reason === 'bogus' ? 'an answer comes only with checking disabled' : 'no answer either way'
  return seen(`${DOMAIN} MX: SERVFAIL${error}; ${words}`, {
    mx: failed(reason, 'SERVFAIL', source),
  })
}

/** The names whose question ended like this, each once. */
function namesOf(lookups: readonly Lookup[], reason: FailedReason): string[] {
  const failing = lookups.filter((fact) => fact.state === 'failed' && fact.reason === reason)
  return [...new Set(failing.map(({ source }) => source.name))]
}

interface Broken {
  names: string[]
}

/** One name in full, several as a count: a broken zone breaks every question. */
const which = ({ names }: Broken): string =>
  names.length === 1 ? `\`${names[0]}\`` : `\`${names[0]}\` and ${names.length - 1} more names`

export const dnsBroken = defineRule({
  id: 'dns.broken',
  title: 'Whether the domain’s name servers answer, and with answers that can be trusted',
  needs: ['lookups'],
  spec: [
    { document: 'RFC 4035', section: '5.5' },
    { document: 'RFC 8914', section: '4' },
  ],
  why: 'Senders ask the same questions. What they cannot look up does not exist for them.',
  messages: {
    'dnssec.bogus': {
      severity: 'error',
      title: (args: Broken & { trouble: string }) =>
        `The DNSSEC signatures for ${which(args)} do not verify${args.trouble === '' ? '' : `: ${args.trouble}`}`,
      advice: () =>
        'Let your DNS host repair the DS record or the signatures, whichever is out of date.',
      why:
        'Resolvers that validate, among them those of Google, Cloudflare and many mail providers, see nothing at all for ' +
        'this name: no MX and so no mail.',
    },
    'dns.servfail': {
      severity: 'error',
      title: (args: Broken) => `The name servers do not answer for ${which(args)}`,
      advice: () => 'Check the delegation and the name servers with your DNS host.',
      why: 'Every resolver that was asked gave up (SERVFAIL). Senders get no answer either, and wait.',
    },
  },
  examples: {
    'dnssec.bogus': unanswered('bogus', [{ code: 7, text: '' }]),
    'dns.servfail': unanswered('servfail'),
  },
  quiet: mx('10 mail1.example.com'),
  check({ lookups }, find) {
    const bogus = namesOf(lookups, 'bogus')
    const silent = namesOf(lookups, 'servfail')
    const errors = lookups.flatMap((fact) =>
      fact.state === 'failed' && fact.reason === 'bogus' ? fact.source.dns.extendedErrors : [],
    )
    const about = (names: string[]) => ({ about: names[0] ?? '' })
    return [
      ...(bogus.length > 0
        ? [find('dnssec.bogus', { names: bogus, trouble: troubleOf(errors) }, about(bogus))]
        : []),
      ...(silent.length > 0 ? [find('dns.servfail', { names: silent }, about(silent))] : []),
    ]
  },
})
