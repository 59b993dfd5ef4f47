/**
 * A model of one sender: what it makes of a record and of a policy file, as its code was read on a date. Models read the
 * published texts by themselves, as loosely or strictly as the sender does, and never through our own parsers.
 */
import type { Fact } from '../../facts/fact.ts'
import type { FactSet, PolicyTls } from '../../facts/fact-set.ts'
import { valueOf } from '../../facts/fact.ts'
import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { essenceOf } from '../../protocols/http/media-type.ts'
import type { StsMode } from '../../protocols/mta-sts/policy.ts'
import { decodeBase64 } from '../../protocols/text/utf8.ts'

export interface RecordOpinion {
  verdict: 'uses' | 'does not use' | 'not known'
  /** A statement without final stop; may hold backticks. */
  why: string
}

export interface PolicyOpinion {
  verdict: 'accepts' | 'rejects' | 'not known'
  why: string
  /** What is in force at this sender; null unless it accepts. */
  effect: Policy | null
}

/** A policy as the sender holds it. */
export interface Policy {
  mode: StsMode
  /** Seconds for which it is kept. */
  maxAge: number
  mx: string[]
}

export interface Judgement {
  record: RecordOpinion
  policy: PolicyOpinion
  /** What else matters about this sender with this policy. */
  notes: string[]
}

export interface Sender {
  id: string
  name: string
  /** The month in which its code was read; null when nobody outside can. */
  read: string | null
  /** Where it was read. */
  source: string
  judge: (facts: FactSet) => Judgement
}

/** What a sender did not like. */
export interface Refusal {
  refuses: string
}

/** What could not be established about a sender. */
export interface Doubt {
  unsure: string
}

export const refuses = (why: string): Refusal => ({ refuses: why })
export const unsure = (why: string): Doubt => ({ unsure: why })

export interface Habits extends Omit<Sender, 'judge'> {
  /** Selects among the texts of all TXT records at the name and reads the one; null when it uses it. */
  record: (texts: readonly string[]) => Refusal | Doubt | null
  fetch: {
    /** A redirect is refused, or followed to where we did not look. */
    redirect: 'refuses' | 'follows'
    status: '200' | '2xx' | 'any'
    /** Whether anything but `text/plain` is refused. */
    plainOnly: boolean
    /** Bytes; a longer body is refused, or only its beginning read. Null: no limit was found. */
    limit: number | null
    beyond?: 'refuses' | 'cuts'
  }
  policy: (body: Uint8Array, answer: HttpAnswer) => Policy | Refusal | Doubt
  notes?: (policy: Policy) => string[]
}

export function makeSender(habits: Habits): Sender {
  const { id, name, read, source } = habits
  return {
    id,
    name,
    read,
    source,
    judge(facts) {
      const policy = judgePolicy(habits, facts)
      const notes = policy.effect === null ? [] : (habits.notes?.(policy.effect) ?? [])
      return { record: judgeRecord(habits, facts), policy, notes }
    },
  }
}

function judgeRecord({ record }: Habits, { mtaStsTxt: fact }: FactSet): RecordOpinion {
  if (fact === undefined || fact.state === 'failed')
    return { verdict: 'not known', why: 'The record could not be looked up' }
  if (fact.state === 'absent') return { verdict: 'does not use', why: 'There is no record' }
  if (fact.state === 'faulty') return { verdict: 'does not use', why: fact.detail }
  const outcome = record(fact.value.map(({ text }) => text))
  if (outcome === null) return { verdict: 'uses', why: 'It reads a version and an id' }
  return 'unsure' in outcome
    ? { verdict: 'not known', why: outcome.unsure }
    : { verdict: 'does not use', why: outcome.refuses }
}

function judgePolicy(habits: Habits, { policyAnswer, policyTls }: FactSet): PolicyOpinion {
  const outcome = readPolicy(habits, policyAnswer, valueOf(policyTls))
  if ('unsure' in outcome) return { verdict: 'not known', why: outcome.unsure, effect: null }
  if ('refuses' in outcome) return { verdict: 'rejects', why: outcome.refuses, effect: null }
  return { verdict: 'accepts', why: 'It reads mode, hosts and lifetime', effect: outcome }
}

function readPolicy(
  habits: Habits,
  fact: Fact<HttpAnswer> | undefined,
  tls: PolicyTls | null,
): Policy | Refusal | Doubt {
  if (fact === undefined) return unsure('There is no file to look at')
  if (fact.state === 'failed') return unsure('The file could not be fetched')
  if (fact.state !== 'found')
    return refuses(fact.state === 'faulty' ? fact.detail : 'There is no policy host')
  const answer = fact.value
  if (tls?.trusted === false) return refuses('The certificate of the policy host is not trusted')
  const trouble = fetchTrouble(habits.fetch, answer)
  if (trouble !== null) return trouble
  const body = decodeBase64(answer.body) ?? new Uint8Array()
  const { limit } = habits.fetch
  return habits.policy(limit === null ? body : body.slice(0, limit), answer)
}

function fetchTrouble(fetch: Habits['fetch'], answer: HttpAnswer): Refusal | Doubt | null {
  const { status, location = 'another address', mediaType = '', bytes, truncated } = answer
  if (status >= 300 && status <= 399)
    return fetch.redirect === 'refuses'
      ? refuses('It does not follow redirects')
      : unsure(`It follows the redirect to \`${location}\`, where we did not look`)
  const isGood = status === 200 || (fetch.status === '2xx' && status >= 200 && status <= 299)
  if (fetch.status !== 'any' && !isGood) return refuses(`The status is ${status}`)
  if (fetch.plainOnly && essenceOf(mediaType) !== 'text/plain')
    return refuses(
      mediaType === '' ? 'There is no media type' : `The media type is \`${mediaType}\``,
    )
  const isLarge =
    fetch.limit !== null && (bytes > fetch.limit || (truncated && fetch.limit <= bytes))
  if (isLarge) return fetch.beyond === 'cuts' ? null : refuses('The file is too large')
  return truncated && fetch.beyond !== 'cuts' ? unsure('We did not read the whole file') : null
}
