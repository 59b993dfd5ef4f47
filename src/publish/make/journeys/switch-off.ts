/** The way out: tell senders to forget the policy, wait, then take it away (RFC 8461 section 8.3). */
import { from, lasting, SECOND, type Step } from './step.ts'

export type SwitchOffStep = 'file' | 'id' | 'keep' | 'delete-record' | 'delete-host'

export interface SwitchOffFacts {
  domain: string
  /** Milliseconds since 1970. */
  now: number
  /** Seconds: TTL of the record as it is now. */
  ttl: number
  /** Seconds: the largest `max_age` that was ever served. */
  longestMaxAge: number
  /** When the policy with the mode `none` went live; null when it has not. */
  offSince: number | null
}

/** Seconds: `max_age` of the last policy. */
const LAST_AGE = 86_400

export function planSwitchOff(facts: SwitchOffFacts): Step<SwitchOffStep>[] {
  const { domain, now, ttl, longestMaxAge, offSince } = facts
  const off = offSince ?? now
  // A sender may have fetched the older policy in the last moment that it was served.
  const forgotten = off + Math.max(longestMaxAge, LAST_AGE) * SECOND
  return [
    {
      id: 'file',
      title: 'Serve a policy with the mode `none`',
      when: from(off),
      does: `The file says \`mode: none\` and \`max_age: ${LAST_AGE}\`; its mx lines may stay.`,
      why: 'It is the only way to reach senders that hold the policy: what is merely gone, they do not notice.',
      blockedBy: [],
    },
    {
      id: 'id',
      title: `Replace the record at \`_mta-sts.${domain}\` by one with the next id`,
      when: from(off),
      does: 'Senders see the new id when they deliver next, fetch the file and forget the old policy.',
      why: 'Without a new id they keep the old policy until it runs out.',
      blockedBy: ['file'],
    },
    {
      id: 'keep',
      title: 'Keep the record, the policy host and its certificate',
      when: lasting(off, forgotten),
      does: 'Leave all three as they are, and renew the certificate if its time comes.',
      why: `A sender that fetched an older policy at the last moment may hold it for ${longestMaxAge} seconds, the largest \`max_age\` that was ever served. Without record and host it cannot learn better.`,
      blockedBy: ['id'],
    },
    {
      id: 'delete-record',
      title: `Delete the TXT record at \`_mta-sts.${domain}\``,
      when: from(forgotten),
      does: 'No sender looks for a policy any more.',
      why: 'By now none of them holds an older one.',
      blockedBy: ['keep'],
    },
    {
      id: 'delete-host',
      title: `Delete the host \`mta-sts.${domain}\``,
      when: from(forgotten + ttl * SECOND),
      does: 'Take the name out of the DNS before you give up the web space that it points to.',
      why: 'A name that points to space which anyone can claim lets a stranger publish a policy for you.',
      blockedBy: ['delete-record'],
    },
  ]
}
