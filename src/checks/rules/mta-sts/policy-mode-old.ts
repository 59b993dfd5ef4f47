import { valueOf } from '../../../facts/fact.ts'
import type { Facts, PreviousCheck } from '../../../facts/fact-set.ts'
import { all, at, policyFile, policyText, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { policyAt } from './policy-problems.ts'

const DAY = 86_400_000
/** Tests of this length have shown what there is to see. */
const LONG = 90 * DAY

interface Old {
  /** `2026-05-10` */
  since: string
  days: number
}

export const policyModeOld = defineRule({
  id: 'sts.policy.mode-testing-age',
  title: 'How long the policy has been in testing mode',
  needs: ['mtaStsPolicy', 'now'],
  reads: ['mtaStsRecord', 'previous'],
  spec: [{ document: 'RFC 8461', section: '5' }],
  demand: 'practice',
  why: 'As long as the policy is in testing mode, an attacker can still have mail delivered in plain text.',
  messages: {
    'sts.policy.mode-testing-old': {
      severity: 'warning',
      title: ({ since, days }: Old) =>
        `The policy has been in testing mode since \`${since}\`, ${days} days ago`,
      advice: () => 'Look at the TLS reports, and change the mode to `enforce` if they are clean.',
    },
  },
  examples: {
    'sts.policy.mode-testing-old': all(
      stsRecords('v=STSv1; id=2022051001'),
      policyFile(policyText({ mode: 'testing', maxAge: '604800' })),
      at('2022-09-01T00:00:00Z'),
    ),
  },
  quiet: all(
    stsRecords('v=STSv1; id=2022051001'),
    policyFile(policyText({ mode: 'testing', maxAge: '604800' })),
    at('2022-06-01T00:00:00Z'),
  ),
  check({ mtaStsPolicy, now, mtaStsRecord, previous, source }, find) {
    const { mode } = mtaStsPolicy.fields
    if (mode?.value !== 'testing') return []
    const times = [dateOfId(mtaStsRecord), timeOf(valueOf(previous))]
    const past = times.filter((time) => time !== null).filter((time) => time <= now)
    if (past.length === 0) return []
    const since = Math.min(...past)
    if (now - since <= LONG) return []
    const args = {
      since: new Date(since).toISOString().slice(0, 10),
      days: Math.floor((now - since) / DAY),
    }
    const place = policyAt(source('mtaStsPolicy').name, mode.span)
    return [find('sts.policy.mode-testing-old', args, place)]
  },
})

/** An id that begins with a date tells when the policy last changed: it has been what it is since then. */
function dateOfId(record: Facts['mtaStsRecord'] | undefined): number | null {
  const id = valueOf(record)?.usable?.id ?? ''
  const match = /^(20\d\d)(\d\d)(\d\d)/.exec(id)
  if (match === null) return null
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  // 20269931 is no date.
  const written = new Date(time).toISOString().slice(0, 10).replaceAll('-', '')
  return written === match[0] ? time : null
}

/** What an earlier check saw. */
function timeOf(previous: PreviousCheck | null): number | null {
  if (previous?.mode !== 'testing') return null
  const time = Date.parse(previous.time)
  return Number.isNaN(time) ? null : time
}
