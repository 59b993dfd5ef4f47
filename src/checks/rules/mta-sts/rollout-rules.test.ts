import { expect, test } from 'vitest'
import { hostAddresses, noHost, nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { PreviousCheck } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import {
  all,
  at,
  DOMAIN,
  mx,
  noStsRecord,
  policyFile,
  policyText,
  seen,
  stsRecords,
} from '../../example.ts'
import { aliasedHost, policyHost, POLICY_HOST } from './policy-host-example.ts'
import { rolloutChange } from './rollout-change.ts'
import { rolloutDelegation } from './rollout-delegation.ts'
import { rolloutNone, rolloutRemoval } from './rollout-removal.ts'

const MONTH = 2_592_000
const before = (details: Partial<PreviousCheck> = {}) =>
  seen('before', {
    previous: found(
      {
        time: '2026-09-01T00:00:00Z',
        stsId: '1',
        policyText: policyText({ mx: ['mail1.example.com'] }),
        mode: 'enforce',
        maxAge: MONTH,
        ...details,
      },
      { name: DOMAIN, via: 'derived' },
    ),
  })
const SOON = at('2026-09-10T00:00:00Z')
const LATER = at('2026-10-02T00:00:00Z')
const RECORD = stsRecords('v=STSv1; id=1')
const NO_RECORD = noStsRecord()
const HOST = policyHost('192.0.2.5')
const NO_HOST = seen('no host', {
  policyHost: found(noHost(POLICY_HOST), { name: POLICY_HOST, via: 'dns' }),
})
const RANDOM = 'k3v9x2.example.com'
const WILDCARD = seen('a wildcard', {
  wildcard: found(
    { name: RANDOM, txt: nothing(RANDOM, 'TXT'), addresses: hostAddresses(RANDOM, ['192.0.2.5']) },
    { name: RANDOM, via: 'dns' },
  ),
})
const EARLY = ['error sts.remove.too-early']
const ORPHAN = ['notice sts.remove.orphan-host']

test.each([
  ['nothing was removed', all(SOON, before(), RECORD, HOST), []],
  ['the record is gone, the policy may be held', all(SOON, before(), NO_RECORD, HOST), EARLY],
  ['the host is gone, the policy may be held', all(SOON, before(), RECORD, NO_HOST), EARLY],
  ['both are gone', all(SOON, before(), NO_RECORD, NO_HOST), EARLY],
  [
    'a policy that was tested is held as well',
    all(SOON, before({ mode: 'testing' }), NO_RECORD, HOST),
    EARLY,
  ],
  ['mode none binds nobody', all(SOON, before({ mode: 'none' }), NO_RECORD, NO_HOST), []],
  ['nobody holds it any more', all(LATER, before(), NO_RECORD, NO_HOST), []],
  ['the host is left over', all(LATER, before(), NO_RECORD, HOST), ORPHAN],
  ['a wildcard makes the host', all(LATER, before(), NO_RECORD, HOST, WILDCARD), []],
  [
    'there was no policy to hold',
    all(SOON, before({ mode: null, maxAge: null }), NO_RECORD, NO_HOST),
    [],
  ],
  ['there was no record', all(SOON, before({ stsId: null }), NO_RECORD, HOST), []],
])('removal: %s', (_, example, expected) => expectFindings(rolloutRemoval, example, expected))

test('removal needs an earlier check, and tells the last day', () => {
  expect(outcomeOf(rolloutRemoval, all(SOON, NO_RECORD, HOST).facts).state).toBe('not-applicable')
  const [finding] = findingsFor(rolloutRemoval, all(SOON, before(), NO_RECORD, HOST))
  expect(finding).toMatchObject({
    about: '_mta-sts.example.com',
    args: { what: 'record', day: '2026-10-01' },
  })
})

test.each([
  ['none', '604800', []],
  ['none', '604801', ['warning sts.remove.none-maxage']],
  ['none', '86400', []],
  ['enforce', '2592000', []],
])('mode %s with max_age %s', (mode, maxAge, expected) =>
  expectFindings(rolloutNone, policyFile(policyText({ mode, maxAge })), expected),
)

const BOTH = mx('10 mail1.example.com', '20 mail2.example.com')
const NEW = policyFile(policyText())
const ORDER = ['warning sts.change.order']

test.each([
  ['a server that the older policy does not name', all(SOON, BOTH, NEW, before()), ORDER],
  ['nobody holds the older policy any more', all(LATER, BOTH, NEW, before()), []],
  ['the older policy named it', all(SOON, BOTH, NEW, before({ policyText: policyText() })), []],
  ['the server does not take mail yet', all(SOON, mx('10 mail1.example.com'), NEW, before()), []],
  [
    'the older policy was only tested',
    all(
      SOON,
      BOTH,
      NEW,
      before({ policyText: policyText({ mode: 'testing', mx: ['a.example'] }) }),
    ),
    [],
  ],
  [
    'no policy names it: another rule says so',
    all(SOON, BOTH, policyFile(policyText({ mx: ['mail1.example.com'] })), before()),
    [],
  ],
  ['the older file was not kept', all(SOON, BOTH, NEW, before({ policyText: null })), []],
])('change: %s', (_, example, expected) => expectFindings(rolloutChange, example, expected))

const NAME = '_mta-sts.example.com'
const delegated = (target: string) =>
  seen('delegated', {
    mtaStsTxt: txtFact(NAME, ['v=STSv1; id=1'], { chain: [{ name: NAME, target, ttl: 60 }] }),
  })

test.each([
  ['nothing is', all(RECORD, HOST), []],
  [
    'both to one provider',
    all(delegated('_mta-sts.p.example'), aliasedHost('sts.p.example', '192.0.2.5')),
    [],
  ],
  [
    'to two',
    all(delegated('_mta-sts.p.example'), aliasedHost('user.github.io', '192.0.2.5')),
    ['warning sts.delegate.apart'],
  ],
  ['the host alone: web hosting', all(RECORD, aliasedHost('user.github.io', '192.0.2.5')), []],
  [
    'the record alone: the host may be the provider’s by its address',
    all(delegated('_mta-sts.p.example'), HOST),
    [],
  ],
])('delegation: %s', (_, example, expected) => expectFindings(rolloutDelegation, example, expected))
