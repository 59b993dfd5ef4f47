import { noHost, nothing } from '../../../facts/build.ts'
import { found, valueOf, type Fact } from '../../../facts/fact.ts'
import { hasAddress, hasNoAddress, isWildcardHost } from '../../../facts/host.ts'
import type { HostAddresses, PreviousCheck } from '../../../facts/fact-set.ts'
import { all, at, DOMAIN, policyFile, policyText, seen, stsRecords } from '../../example.ts'
import { defineRule, type Example } from '../../rule.ts'
import { policyHost, POLICY_HOST } from './policy-host-example.ts'
import { heldUntil, wasPublished } from './previous.ts'

const RECORD_NAME = `_mta-sts.${DOMAIN}`

function before(details: Partial<PreviousCheck>): Example {
  const value = {
    time: '2026-09-01T00:00:00Z',
    stsId: '2026083101',
    policyText: policyText(),
    mode: 'enforce',
    maxAge: 2_592_000,
    ...details,
  }
  return seen(
    `on 2026-09-01 there was a policy with mode ${value.mode} and max_age ${value.maxAge}`,
    {
      previous: found(value, { name: DOMAIN, via: 'derived' }),
    },
  )
}

const noRecord = seen(`${RECORD_NAME} has no TXT record`, {
  mtaStsTxt: nothing(RECORD_NAME, 'TXT'),
})
const noPolicyHost = seen(`${POLICY_HOST} does not exist`, {
  policyHost: found(noHost(POLICY_HOST), { name: POLICY_HOST, via: 'dns' }),
})

function isGone(host: Fact<HostAddresses> | undefined): boolean {
  const value = valueOf(host)
  return value !== null && hasNoAddress(value)
}

interface TooEarly {
  what: 'record' | 'host'
  day: string
}

/** What is left of a policy that the last check saw (section 8.3). */
export const rolloutRemoval = defineRule({
  id: 'sts.remove.order',
  title: 'Whether MTA-STS was taken away in the safe order',
  needs: ['previous', 'now'],
  known: ['mtaStsTxt'],
  reads: ['policyHost', 'wildcard'],
  spec: [{ document: 'RFC 8461', section: '8.3' }],
  why: 'Senders keep a policy for its `max_age`. As long as one of them may hold it, the record and the host must be there to replace it.',
  messages: {
    'sts.remove.too-early': {
      severity: 'error',
      title: ({ what, day }: TooEarly) =>
        `The ${what === 'record' ? 'record' : 'policy host'} is gone, but senders may hold the policy until ${day}`,
      advice: () =>
        'Put it back, serve `mode: none` under a new id, and remove everything after that day.',
      why: 'Senders that hold the policy still follow it, and without record and host you cannot change it any more.',
    },
    'sts.remove.orphan-host': {
      severity: 'notice',
      title: ({ host }: { host: string }) =>
        `The record is gone, but the host \`${host}\` is still there`,
      advice: ({ host }: { host: string }) =>
        `Delete \`${host}\` when you do not need it any more.`,
    },
  },
  examples: {
    'sts.remove.too-early': all(
      at('2026-09-10T00:00:00Z'),
      before({}),
      noRecord,
      policyHost('192.0.2.5'),
    ),
    'sts.remove.orphan-host': all(
      at('2026-11-10T00:00:00Z'),
      before({ mode: 'none', maxAge: 86400 }),
      noRecord,
      policyHost('192.0.2.5'),
    ),
  },
  quiet: all(at('2026-11-10T00:00:00Z'), before({}), noRecord, noPolicyHost),
  check({ previous, now, mtaStsTxt, policyHost, wildcard }, find) {
    if (!wasPublished(previous)) return []
    const noTxt = mtaStsTxt.state === 'absent'
    const noPolicyHost = isGone(policyHost)
    if (!noTxt && !noPolicyHost) return []
    const until = heldUntil(previous)
    if (until !== null && now < until) {
      const what = noTxt ? 'record' : 'host'
      const about = (noTxt ? mtaStsTxt : policyHost)?.source.name ?? ''
      const day = new Date(until).toISOString().slice(0, 10)
      return [find('sts.remove.too-early', { what, day }, { about })]
    }
    const host = valueOf(policyHost)
    if (!noTxt || host === null || !hasAddress(host)) return []
    if (isWildcardHost(host, valueOf(wildcard))) return []
    return [find('sts.remove.orphan-host', { host: host.name }, { about: host.name })]
  },
})

/** Longer than this, and the end of the removal is further away than it need be. */
const WEEK = 604_800

export const rolloutNone = defineRule({
  id: 'sts.remove.none',
  title: 'How long senders keep a policy of mode none',
  needs: ['mtaStsPolicy'],
  spec: [{ document: 'RFC 8461', section: '8.3' }],
  demand: 'practice',
  why: 'Mode `none` is a step of the removal. A short `max_age` lets you finish soon.',
  messages: {
    'sts.remove.none-maxage': {
      severity: 'warning',
      title: ({ maxAge }: { maxAge: number }) =>
        `The mode is none, and \`max_age\` is ${maxAge} seconds, more than a week`,
      advice: () => 'Lower it to `max_age: 86400`.',
    },
  },
  examples: {
    'sts.remove.none-maxage': policyFile(policyText({ mode: 'none', maxAge: '2592000' })),
  },
  quiet: all(
    stsRecords('v=STSv1; id=2'),
    policyFile(policyText({ mode: 'none', maxAge: '86400' })),
  ),
  fix: 'mta-sts-policy',
  check({ mtaStsPolicy, source }, find) {
    const { mode, maxAge } = mtaStsPolicy.fields
    if (mode?.value !== 'none' || maxAge === null || maxAge.value <= WEEK) return []
    const spot = { fact: 'mtaStsPolicyFile', index: 0, ...maxAge.span } as const
    return [
      find(
        'sts.remove.none-maxage',
        { maxAge: maxAge.value },
        { about: source('mtaStsPolicy').name, spot },
      ),
    ]
  },
})
