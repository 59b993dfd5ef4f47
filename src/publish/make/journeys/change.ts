/** Another mail server, or another policy: the policy first, the MX record last (RFC 8461 section 8.1). */
import type { StsMode } from '../../../protocols/mta-sts/policy.ts'
import { from, lasting, SECOND, type Step } from './step.ts'

export type ChangeStep =
  'lower-ttl' | 'file' | 'id' | 'wait' | 'add-mx' | 'remove-mx' | 'remove-pattern' | 'raise-ttl'

export interface ChangeFacts {
  domain: string
  /** Milliseconds since 1970. */
  now: number
  /** Seconds: TTL of the MTA-STS record, and of the MX records, as they are now. */
  ttl: number
  mxTtl: number
  /** The policy served now. */
  mode: StsMode
  maxAge: number
}

/** During a change resolvers should ask again soon. */
export const SHORT_TTL = 300

export function planChange(facts: ChangeFacts): Step<ChangeStep>[] {
  const { domain, now, ttl, mxTtl, mode, maxAge } = facts
  const name = `_mta-sts.${domain}`
  const isLowered = ttl > SHORT_TTL
  const changed = isLowered ? now + ttl * SECOND : now
  const seen = changed + Math.min(ttl, SHORT_TTL) * SECOND
  // Only an enforced policy makes senders refuse a server that it does not name.
  const forgotten = mode === 'enforce' ? Math.max(seen, changed + maxAge * SECOND) : seen
  const moved = forgotten + mxTtl * SECOND
  const gone = moved + mxTtl * SECOND
  return [
    ...(isLowered ? [lowerTtl(name, now, changed)] : []),
    ...policyChange(name, changed, isLowered),
    wait(facts, changed, forgotten),
    ...mailChange(domain, forgotten, moved, gone),
    ...(isLowered ? [raiseTtl(name, gone)] : []),
  ]
}

function policyChange(name: string, changed: number, isLowered: boolean): Step<ChangeStep>[] {
  return [
    {
      id: 'file',
      title: 'Add the new mail server to the policy file',
      when: from(changed),
      does: 'Serve a file with a line for the new server beside those of the old ones. The old lines stay.',
      why: 'A sender that holds a policy without the new server refuses to deliver there.',
      blockedBy: isLowered ? ['lower-ttl'] : [],
    },
    {
      id: 'id',
      title: `Replace the record at \`${name}\` by one with the next id`,
      when: from(changed),
      does: 'Senders that hold the old policy see the new id when they deliver next, and fetch the file.',
      why: 'Without a new id they keep the old policy until it runs out.',
      blockedBy: ['file'],
    },
  ]
}

function wait({ mode, maxAge }: ChangeFacts, changed: number, forgotten: number): Step<ChangeStep> {
  return {
    id: 'wait',
    title:
      mode === 'enforce'
        ? 'Wait until no sender holds the old policy'
        : 'Wait until every resolver has the new record',
    when: lasting(changed, forgotten),
    does:
      mode === 'enforce'
        ? `Most senders have the new policy when the TTL of the record has passed. The old \`max_age\` of ${maxAge} seconds is the safe wait: then it holds for a sender too that could not reach DNS or your policy host.`
        : 'The policy is not enforced, so one TTL of the record is enough.',
    why: 'A sender with the old policy does not deliver to a server that it does not name.',
    blockedBy: ['id'],
  }
}

function mailChange(
  domain: string,
  forgotten: number,
  moved: number,
  gone: number,
): Step<ChangeStep>[] {
  return [
    {
      id: 'add-mx',
      title: `Add the new server to the MX records of \`${domain}\``,
      when: from(forgotten),
      does: 'Senders begin to deliver to it, and check its certificate against its name.',
      why: 'By now every policy that a sender holds names it.',
      blockedBy: ['wait'],
    },
    {
      id: 'remove-mx',
      title: 'Take the old server out of the MX records',
      when: from(moved),
      does: 'Let it run on for as long as the old MX records may be remembered.',
      why: 'Resolvers know the new server when the TTL of the MX records has passed.',
      blockedBy: ['add-mx'],
    },
    {
      id: 'remove-pattern',
      title: 'Take the old server out of the policy file, then change the id again',
      when: from(gone),
      does: 'A line that no server needs any more stays trusted for nothing.',
      why: 'No sender delivers to the old server once the old MX records are forgotten.',
      blockedBy: ['remove-mx'],
    },
  ]
}

function lowerTtl(name: string, now: number, passed: number): Step<ChangeStep> {
  return {
    id: 'lower-ttl',
    title: `Lower the TTL of \`${name}\` to ${SHORT_TTL} seconds`,
    when: lasting(now, passed),
    does: 'Change nothing else yet. When the old TTL has passed, every resolver asks again within minutes.',
    why: 'Should the new policy be wrong, the next id is seen soon.',
    blockedBy: [],
  }
}

function raiseTtl(name: string, after: number): Step<ChangeStep> {
  return {
    id: 'raise-ttl',
    title: `Raise the TTL of \`${name}\` again`,
    when: from(after),
    does: 'An hour, 3600 seconds, is a good value for quiet times.',
    why: 'It spares resolvers questions, and an attacker has fewer chances to forge an answer.',
    blockedBy: ['remove-pattern'],
  }
}
