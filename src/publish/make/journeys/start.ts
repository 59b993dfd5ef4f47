/** The way in: prerequisites, testing, reports, enforce (RFC 8461 section 8.1; section 2 for what mail servers need). */
import { DAY, from, lasting, SECOND, type Step } from './step.ts'

export type StartStep =
  'servers' | 'reports' | 'file' | 'record' | 'observe' | 'enforce' | 'settle' | 'watch'

export interface StartFacts {
  domain: string
  /** Milliseconds since 1970. */
  now: number
  /** When the policy went live in testing mode; null when it has not. */
  testingSince: number | null
  /** Seconds: the `max_age` that is meant for `enforce`. */
  maxAge: number
}

/** A report comes once a day from each sender, and large senders look at a new policy for some days first. */
export const OBSERVED = 14 * DAY
/** An enforced policy has shown by then that it holds. */
const SETTLED = 30 * DAY

export function planStart({ domain, now, testingSince, maxAge }: StartFacts): Step<StartStep>[] {
  const begin = testingSince ?? now
  const observed = begin + OBSERVED
  const enforced = Math.max(now, observed)
  return [...before(domain), ...testing(domain, begin, observed), ...enforcing(enforced, maxAge)]
}

/** What may be done at any time, and best comes first. */
function before(domain: string): Step<StartStep>[] {
  return [
    {
      id: 'servers',
      title: 'See that every mail server offers TLS with a good certificate',
      when: null,
      does: 'Each server of the MX records answers STARTTLS with TLS 1.2 or later, and with a certificate of a public authority for its own name, on all of its addresses.',
      why: 'Once you enforce, senders refuse a server that does not. Now is the time to find the one that was forgotten.',
      blockedBy: [],
    },
    {
      id: 'reports',
      title: `Publish a TLS-RPT record for \`${domain}\``,
      when: null,
      does: 'Senders then mail a report on every day of deliveries. It may come at any time, best before the policy.',
      why: 'Testing without reports teaches you nothing.',
      blockedBy: [],
    },
  ]
}

function testing(domain: string, begin: number, observed: number): Step<StartStep>[] {
  return [
    {
      id: 'file',
      title: `Serve the policy file with the mode \`testing\` on \`mta-sts.${domain}\``,
      when: from(begin),
      does: 'The host needs a certificate for its own name, and answers with the file at once, without a redirect.',
      why: 'A sender that sees the record fetches the file in the same moment, so the file is there first.',
      blockedBy: [],
    },
    {
      id: 'record',
      title: `Publish the TXT record at \`_mta-sts.${domain}\``,
      when: from(begin),
      does: 'It tells senders that there is a policy. They deliver as before, and report what would have failed.',
      why: 'Without the record no sender looks for the file.',
      blockedBy: ['file'],
    },
    {
      id: 'observe',
      title: 'Read the reports of two weeks',
      when: lasting(begin, observed),
      does: 'Repair what fails, and go on when the last seven days show no failure. The first reports come on the day after the record.',
      why: 'A week shows the daily senders. Some large ones send their first report later.',
      blockedBy: ['reports', 'record'],
    },
  ]
}

function enforcing(enforced: number, maxAge: number): Step<StartStep>[] {
  return [
    {
      id: 'enforce',
      title: 'Change the mode to `enforce`, then the id',
      when: from(enforced),
      does: `Serve the file with the mode \`enforce\` and \`max_age: ${maxAge}\`, and when it is there replace the record by one with the next id.`,
      why: 'Only now is mail protected: senders do not deliver without verified TLS.',
      blockedBy: ['servers', 'observe'],
    },
    {
      id: 'settle',
      title: 'Let senders keep the policy for longer',
      when: from(enforced + SETTLED),
      does: 'Raise `max_age` to `10368000`, 120 days, with a new id.',
      why: 'An attacker who blocks DNS or the policy host must then do so for months.',
      blockedBy: ['enforce'],
    },
    {
      id: 'watch',
      title: 'Watch the certificates, of the mail servers and of the policy host',
      when: lasting(enforced, enforced + maxAge * SECOND),
      does: 'Renew them in time, and keep reading the reports.',
      why: 'Senders hold you to the policy for as long as they keep it, even if you take it away.',
      blockedBy: ['enforce'],
    },
  ]
}
