/** `signet make mta-sts`: the record and the policy, from the live MX unless patterns are given. */
import { hostsOf, livePolicy } from '../checks/corrections/policy.ts'
import { valueOf } from '../facts/fact.ts'
import type { FactSet, RawFacts } from '../facts/fact-set.ts'
import { isNullMx } from '../protocols/mx/mx.ts'
import { servedAge } from '../publish/make/max-age.ts'
import {
  makeMtaSts,
  readMtaSts,
  stsStanding,
  type MtaStsField,
  type MtaStsToday,
  type MtaStsTyped,
} from '../publish/make/mta-sts.ts'
import { coverage, patternsFromMx } from '../publish/make/patterns-from-mx.ts'
import {
  chosen,
  lookUp,
  resultOf,
  withoutLookUp,
  type MakeResult,
  type MakeSubject,
  type Today,
} from './make.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS: Record<MtaStsField, string> = {
  zone: '--zone',
  mode: '--mode',
  maxAge: '--max-age',
  mx: '--mx',
  id: '--id',
  ttl: '--ttl',
}

const NEEDED: readonly (keyof RawFacts)[] = ['mx', 'domainAddresses', 'mtaStsTxt']

export async function makeMtaStsFor(
  subject: MakeSubject,
  given: Pick<MtaStsTyped, 'mx' | 'mode' | 'maxAge' | 'id'>,
): Promise<MakeResult> {
  const typed = { ...given, zone: subject.zone, ttl: subject.ttl }
  const { domain } = subject.input
  // What cannot be used is said before anybody is asked.
  const before = withoutLookUp(subject)
  chosen(readMtaSts(typed, { ...todayOf(domain, before), patterns: [`mail.${domain}`] }), OPTIONS)
  const today = given.mx === null ? await lookUp(subject, factsFor(given)) : before
  const { mx, domainAddresses } = today.facts
  if (given.mx === null && (mx?.state === 'failed' || domainAddresses?.state === 'failed'))
    return resultOf(subject, today, null, { needed: NEEDED })
  const hosts = hostsOf(today.facts, domain)
  const { patterns, unlistable } = patternsFromMx(hosts)
  if (given.mx === null && patterns.length === 0 && given.mode !== 'none')
    throw new WrongCommand(nobody(domain, today.facts, unlistable))
  const known = { ...todayOf(domain, today), patterns }
  const made = makeMtaSts(chosen(readMtaSts(typed, known), OPTIONS), known.record)
  const unread = modeUnread(today, given)
  const left = unlistable.map(
    (host) => `No line can name \`${host}\`, so senders that enforce refuse it.`,
  )
  const around = mx === undefined ? {} : { mx }
  return resultOf(
    subject,
    today,
    {
      ...made,
      notes: [...made.notes, ...unread, ...left, ...dropped(today.facts, hosts, given.mx)],
    },
    { needed: NEEDED, around },
  )
}

/** The policy served now decides what is usual, where something is left to that. */
function factsFor({ mode, maxAge }: Pick<MtaStsTyped, 'mode' | 'maxAge'>): (keyof RawFacts)[] {
  return mode !== '' && maxAge !== '' ? [...NEEDED] : [...NEEDED, 'mtaStsPolicyFile']
}

function todayOf(domain: string, { facts, zone, now }: Today): Omit<MtaStsToday, 'patterns'> {
  return {
    domain,
    zone,
    now,
    record: stsStanding(domain, facts.mtaStsTxt),
    policy: servedAge(facts.mtaStsPolicyFile, livePolicy(facts)),
  }
}

function nobody(domain: string, { mx }: FactSet, unlistable: string[]): string {
  const records = valueOf(mx)
  if (records !== null && isNullMx(records))
    return `\`${domain}\` takes no mail, as its null MX says: there is nothing for MTA-STS to protect`
  if (unlistable.length > 0)
    return `No mx line can name ${unlistable.map((host) => `\`${host}\``).join(', ')}: rename the mail server`
  return `\`${domain}\` has no mail server in the DNS; name those to come with --mx`
}

/** What is served could not be read, so what is usual is a guess. */
function modeUnread({ facts }: Today, { mode }: Pick<MtaStsTyped, 'mode'>): string[] {
  const { mtaStsPolicyFile } = facts
  if (mode !== '' || mtaStsPolicyFile?.state !== 'failed') return []
  return [
    `The policy served now could not be fetched (${mtaStsPolicyFile.detail}), so the mode is \`testing\`. Give --mode if it is enforced already.`,
  ]
}

/** Lines of the policy served now that no mail server needs: old ones, or of servers still to come. */
function dropped(facts: FactSet, hosts: readonly string[], mx: MtaStsTyped['mx']): string[] {
  const listed = mx === null ? (livePolicy(facts)?.fields.mx ?? []) : []
  const idle = listed
    .map(({ value }) => value)
    .filter((pattern) => coverage(hosts, [pattern]).every(({ by }) => by === null))
  if (idle.length === 0) return []
  const names = [...new Set(idle)].map((pattern) => `\`${pattern}\``).join(', ')
  return [
    `The policy served now also lists ${names}, for no mail server of today. To keep a line for one to come, give all lines with --mx.`,
  ]
}
