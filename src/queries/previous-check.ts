import { found, valueOf, type Fact } from '../facts/fact.ts'
import type { FactSet, PreviousCheck } from '../facts/fact-set.ts'
import { bodyText } from '../facts/body-text.ts'
import { forgetKept, isRecord, readKept, writeKept } from './kept.ts'

const KEY = 'signet.previous-checks'
const MOST = 50
/** Senders read no more than this; what is longer was not written by us. */
const LONGEST = 65_536

type Kept = Record<string, PreviousCheck>

/** What the last complete check of a domain in this browser had seen, as the fact that rules compare with. */
export function previousCheck(domain: string): Fact<PreviousCheck> | undefined {
  const kept = readAll()[domain]
  return kept === undefined
    ? undefined
    : found(kept, { name: 'the last check in this browser', via: 'derived', time: kept.time })
}

/**
 * Keeps what was seen for the next time. Where the policy changed and the id did not, the older state stays: senders
 * still hold it, so the next check has to find the same until the id changes.
 */
export function keepCheck(domain: string, check: PreviousCheck): void {
  const before = readAll()[domain]
  const changedUnseen =
    before !== undefined && before.stsId === check.stsId && before.policyText !== check.policyText
  if (changedUnseen && check.stsId !== null && before.policyText !== null) return
  const others = Object.entries(readAll()).filter(([name]) => name !== domain)
  writeKept(KEY, Object.fromEntries([[domain, check], ...others].slice(0, MOST)))
}

export function forgetPreviousChecks(): void {
  forgetKept(KEY)
}

/** What the next check will be compared with; null when the answers that matter are not all there. */
export function toPreviousCheck(facts: FactSet, now: number): PreviousCheck | null {
  const record = valueOf(facts.mtaStsRecord)?.usable
  const policy = valueOf(facts.mtaStsPolicy)?.value
  const file = facts.mtaStsPolicyFile
  if (facts.mtaStsTxt?.state === 'failed' || file?.state === 'failed') return null
  return {
    time: new Date(now).toISOString(),
    stsId: record?.id ?? null,
    policyText: file?.state === 'found' ? bodyText(file.value) : null,
    mode: policy?.mode ?? null,
    maxAge: policy?.maxAge ?? null,
  }
}

function readAll(): Kept {
  const kept = readKept(KEY)
  if (!isRecord(kept)) return {}
  const checks = Object.entries(kept).flatMap(([domain, value]) => {
    const check = toCheck(value)
    return check === null ? [] : [[domain, check] as const]
  })
  return Object.fromEntries(checks)
}

function toCheck(value: unknown): PreviousCheck | null {
  if (!isRecord(value)) return null
  const { time, stsId, policyText, mode, maxAge } = value
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time))) return null
  if (!isText(stsId) || !isText(policyText) || !isText(mode)) return null
  if (maxAge !== null && !(typeof maxAge === 'number' && Number.isFinite(maxAge))) return null
  return { time, stsId, policyText, mode, maxAge }
}

function isText(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value.length <= LONGEST)
}
