import { expect, test } from 'vitest'
import { policyAnswer, policyUrl } from '../../../facts/build.ts'
import { failed, faulty } from '../../../facts/fact.ts'
import type { TlsOutcome } from '../../../protocols/http/answer.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { all, at, policyFile, policyText } from '../../example.ts'
import { wordsOf } from '../../rule.ts'
import { GOOD, OTHER_NAMES, SELF_SIGNED } from './example-certificates.ts'
import { fetchCertificate as rule } from './fetch-certificate.ts'

const host = (chain: string[], error?: string, url?: string) => {
  const verdict = error === undefined ? { trusted: true } : { trusted: false, error }
  const tls: TlsOutcome = { protocol: 'TLSv1.3', chain, ...verdict }
  return policyFile(policyText(), url === undefined ? { tls } : { tls, url })
}
const MIDDLE = '2026-09-01T12:00:00Z'
const SOON = '2026-10-17T00:00:00Z'
const LATE = '2026-10-30T00:00:01Z'
const EARLY = '2026-07-31T23:59:59Z'
const NAME = 'error sts.fetch.cert-name'
const TRUST = 'error sts.fetch.cert-trust'
const EXPIRED = 'error sts.fetch.cert-expiry'

test.each([
  ['good', MIDDLE, host([GOOD]), []],
  ['fourteen days left', '2026-10-16T00:00:00Z', host([GOOD]), []],
  ['less than fourteen', SOON, host([GOOD]), ['warning sts.fetch.cert-expiry']],
  ['expired', LATE, host([GOOD], 'CERT_HAS_EXPIRED'), [EXPIRED]],
  ['expired by the clock of the check', LATE, host([GOOD]), [EXPIRED]],
  ['not expired by the clock of the check', MIDDLE, host([GOOD], 'CERT_HAS_EXPIRED'), []],
  ['not yet valid', EARLY, host([GOOD], 'CERT_NOT_YET_VALID'), [EXPIRED]],
  ['other names', MIDDLE, host([OTHER_NAMES], 'ERR_TLS_CERT_ALTNAME_INVALID'), [NAME]],
  ['a library that is content with less', MIDDLE, host([OTHER_NAMES]), [NAME]],
  [
    'other names, self-signed',
    MIDDLE,
    host([OTHER_NAMES], 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    [NAME, TRUST],
  ],
  ['self-signed', MIDDLE, host([SELF_SIGNED], 'DEPTH_ZERO_SELF_SIGNED_CERT'), [TRUST]],
  [
    'self-signed and expired',
    LATE,
    host([SELF_SIGNED], 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    [TRUST, EXPIRED],
  ],
  ['a private authority', MIDDLE, host([GOOD], 'SELF_SIGNED_CERT_IN_CHAIN'), [TRUST]],
  ['a missing intermediate', MIDDLE, host([GOOD], 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), [TRUST]],
  [
    'an authority above it has expired too',
    LATE,
    host([GOOD, SELF_SIGNED], 'CERT_HAS_EXPIRED'),
    [TRUST, EXPIRED],
  ],
  ['a certificate that cannot be read', MIDDLE, host(['?'], 'CERT_HAS_EXPIRED'), [EXPIRED]],
  ['a chain that was not kept', MIDDLE, host([], 'ERR_TLS_CERT_ALTNAME_INVALID'), [NAME]],
  ['a verdict without a reason', MIDDLE, host([GOOD], ''), [TRUST]],
])('%s', (_, now, example, expected) => expectFindings(rule, all(at(now), example), expected))

test('without a clock the verdict of the library counts', () => {
  expectFindings(rule, host([GOOD], 'CERT_HAS_EXPIRED'), [EXPIRED])
  expectFindings(rule, host([GOOD]), [])
})

test('a certificate for the domain does not stand for a policy host below a sub-domain', () => {
  const url = policyUrl('mail.example.com')
  const [finding] = findingsFor(rule, all(at(MIDDLE), host([GOOD], undefined, url)))
  expect(finding?.args).toEqual({
    host: 'mta-sts.mail.example.com',
    names: ['mta-sts.example.com'],
  })
})

test('what the page says', () => {
  const title = (error: string, now = MIDDLE) => {
    const [finding] = findingsFor(rule, all(at(now), host([GOOD], error)))
    return finding === undefined ? '' : wordsOf(rule, finding).title
  }
  expect(title('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')).toContain(
    'does not lead to a public authority',
  )
  expect(title('CERT_HAS_EXPIRED', LATE)).toBe(
    'The certificate of the policy host has expired on 2026-10-30',
  )
})

test('facts in every state', () => {
  const source = { name: policyUrl('example.com'), via: 'proxy' } as const
  const tls = { protocol: 'TLSv1.3', trusted: false, error: 'CERT_HAS_EXPIRED', chain: [GOOD] }
  const answer = policyAnswer('example.com', policyText(), { tls })
  const expired = faulty('tls', 'CERT_HAS_EXPIRED', source, answer)
  expectFindings(rule, { ...at(LATE).facts, mtaStsPolicyFile: expired }, [EXPIRED])
  const unseen = outcomeOf(rule, policyFile(policyText()).facts)
  expect(unseen.state).toBe('not-applicable')
  const timeout = { mtaStsPolicyFile: failed('timeout', 'no answer', source) }
  expect(outcomeOf(rule, timeout).state).toBe('unknown')
})
