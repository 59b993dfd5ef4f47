import { found } from '../../../facts/fact.ts'
import type { PreviousCheck } from '../../../facts/fact-set.ts'
import { matchesMxPattern } from '../../../protocols/mta-sts/mx-pattern.ts'
import { parseStsPolicy } from '../../../protocols/mta-sts/policy.ts'
import { mailHosts } from '../../../protocols/mx/mx.ts'
import { all, at, DOMAIN, mx, policyFile, policyText, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { heldUntil } from './previous.ts'

const OLD = policyText({ mx: ['mail1.example.com'] })

const before = seen('on 2026-09-01 the policy had one line, mx: mail1.example.com', {
  previous: found(
    {
      time: '2026-09-01T00:00:00Z',
      stsId: '2026083101',
      policyText: OLD,
      mode: 'enforce',
      maxAge: 2_592_000,
    },
    { name: DOMAIN, via: 'derived' },
  ),
})

const covers = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) => matchesMxPattern(pattern, host))

/** The patterns of the policy that the last check saw, if it was one to be enforced. */
function enforcedBefore({ policyText: text }: PreviousCheck): string[] | null {
  const policy = text === null ? null : parseStsPolicy(text).value
  return policy?.mode === 'enforce' ? policy.mx : null
}

interface Change {
  host: string
  day: string
}

/** The policy first, the MX record when nobody can hold the older policy any more (section 8.1). */
export const rolloutChange = defineRule({
  id: 'sts.change',
  title: 'Whether a new mail server came after its line in the policy',
  needs: ['mx', 'mtaStsPolicy', 'previous', 'now'],
  spec: [{ document: 'RFC 8461', section: '8.1' }],
  why:
    'A sender that still holds the older policy refuses a server that this policy does not name, until it notices the ' +
    'new id.',
  messages: {
    'sts.change.order': {
      severity: 'warning',
      title: ({ host, day }: Change) =>
        `Senders may hold a policy without \`${host}\` until ${day}, and it already takes mail`,
      advice: ({ host }: Change) =>
        `See that the id in the record is new, and keep the servers that the older policy names beside \`${host}\` until then.`,
    },
  },
  examples: {
    'sts.change.order': all(
      at('2026-09-10T00:00:00Z'),
      mx('10 mail1.example.com', '20 mail2.example.com'),
      policyFile(policyText()),
      before,
    ),
  },
  quiet: all(
    at('2026-11-10T00:00:00Z'),
    mx('10 mail1.example.com', '20 mail2.example.com'),
    policyFile(policyText()),
    before,
  ),
  check({ mx, mtaStsPolicy, previous, now }, find) {
    const until = heldUntil(previous)
    const older = enforcedBefore(previous)
    const policy = mtaStsPolicy.value
    if (until === null || now >= until || older === null || policy === null) return []
    const day = new Date(until).toISOString().slice(0, 10)
    return mailHosts(mx)
      .filter((host) => !covers(older, host) && covers(policy.mx, host))
      .map((host) => find('sts.change.order', { host, day }, { about: host }))
  },
})
