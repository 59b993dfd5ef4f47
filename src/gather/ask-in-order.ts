/** One question to the resolvers in order, until one has an answer that counts. */
import type { FailedReason } from '../facts/fact.ts'
import { type DnsMessage } from '../protocols/dns/message.ts'
import { canonicalName } from '../protocols/dns/name.ts'
import type { Query } from '../protocols/dns/query.ts'
import { isOfType } from '../protocols/dns/record-data.ts'
import type { Alias, ExtendedError } from '../protocols/dns/records.ts'
import { askResolver, type DohOptions, type Reply } from './doh-request.ts'
import type { Resolver } from './resolver.ts'

/** What came of one question, aliases not yet followed, and every resolver that was sent the name. */
export type Exchange = Outcome & { asked: readonly string[] }

type Outcome =
  | { state: 'answer'; message: DnsMessage; resolver: string }
  | { state: 'loop'; chain: Alias[]; resolver: string }
  | {
      state: 'failed'
      reason: FailedReason
      detail: string
      resolver: string
      rcode: string
      extendedErrors: ExtendedError[]
    }

export interface Panel {
  options: DohOptions
  /** In the order in which they are asked. */
  resolvers: readonly Resolver[]
  /** Those that could not be reached in this run: asked last. */
  down: Set<Resolver>
}

/** Rejects only when the signal is aborted. */
export async function askInOrder(
  query: Query,
  panel: Panel,
  signal: AbortSignal,
): Promise<Exchange> {
  const replies: Reply[] = []
  const outcome = await outcomeOf(query, panel, signal, replies)
  return { ...outcome, asked: replies.map(({ resolver }) => resolver.name) }
}

/** @param replies is filled with what each resolver said, in the order of asking. */
async function outcomeOf(
  query: Query,
  panel: Panel,
  signal: AbortSignal,
  replies: Reply[],
): Promise<Outcome> {
  for (const resolver of inOrder(panel)) {
    const reply = await askResolver(resolver, query, panel.options, signal)
    if (reply.state === 'trouble') panel.down.add(resolver)
    else panel.down.delete(resolver)
    replies.push(reply)
    if (isAnswer(reply)) return { state: 'answer', message: reply.message, resolver: resolver.name }
  }
  const messages = replies.flatMap((reply) => (reply.state === 'message' ? [reply] : []))
  if (messages.some(({ message }) => message.rcode !== 'SERVFAIL')) return noAnswer(replies)
  if (messages.length === replies.length) return servfail(query, messages, panel, signal)
  // Somebody was unreachable, so the trouble may be on our side; signatures that do not verify are not.
  const isBogus = (await unchecked(query, messages, panel, signal)) !== null
  return isBogus ? failedAs('bogus', BOGUS, messages) : noAnswer(replies)
}

function inOrder({ resolvers, down }: Panel): Resolver[] {
  return [
    ...resolvers.filter((resolver) => !down.has(resolver)),
    ...resolvers.filter((resolver) => down.has(resolver)),
  ]
}

type Answered = Extract<Reply, { state: 'message' }>

function isAnswer(reply: Reply): reply is Answered {
  return reply.state === 'message' && ['NOERROR', 'NXDOMAIN'].includes(reply.message.rcode)
}

/**
 * All gave up. An answer with checking disabled means that the signatures do not verify (RFC 4035 section 5.5);
 * without one either, aliases in a circle are looked for, and else the name servers are broken.
 */
async function servfail(
  query: Query,
  replies: readonly Answered[],
  panel: Panel,
  signal: AbortSignal,
): Promise<Outcome> {
  const ask = (question: Query) => unchecked(question, replies, panel, signal)
  if ((await ask(query)) !== null) return failedAs('bogus', BOGUS, replies)
  const unreachable = errorsIn(replies).some(({ code }) => UNREACHABLE.includes(code))
  const chain = unreachable ? [] : await circle(query.name, ask)
  if (chain.length > 0) return { state: 'loop', chain, resolver: namesOf(replies) }
  return failedAs('servfail', 'SERVFAIL, with checking disabled too', replies)
}

const BOGUS = 'SERVFAIL, and an answer only with checking disabled'

function failedAs(reason: FailedReason, detail: string, replies: readonly Answered[]): Outcome {
  const [resolver, extendedErrors] = [namesOf(replies), errorsIn(replies)]
  return { state: 'failed', reason, detail, resolver, rcode: 'SERVFAIL', extendedErrors }
}

function namesOf(replies: readonly Reply[]): string {
  return replies.map(({ resolver }) => resolver.name).join(', ')
}

function errorsIn(replies: readonly Answered[]): ExtendedError[] {
  return replies.flatMap(({ message }) => message.extendedErrors)
}

/** No reachable authority, network error (RFC 8914 section 4.23 and 4.24): nothing more to learn there. */
const UNREACHABLE = [22, 23]

/** The first answer with checking disabled, or null. */
async function unchecked(
  query: Query,
  replies: readonly Answered[],
  { options }: Panel,
  signal: AbortSignal,
): Promise<DnsMessage | null> {
  for (const { resolver } of replies) {
    const reply = await askResolver(resolver, { ...query, cd: true }, options, signal)
    if (isAnswer(reply)) return reply.message
  }
  return null
}

/** Most aliases that are followed. */
export const MAX_ALIASES = 10

/** Aliases that lead back to where they began: resolvers answer these with SERVFAIL. Empty when there is no circle. */
async function circle(
  name: string,
  ask: (query: Query) => Promise<DnsMessage | null>,
): Promise<Alias[]> {
  const chain: Alias[] = []
  const seen = new Set([canonicalName(name)])
  while (chain.length <= MAX_ALIASES) {
    const at = chain.at(-1)?.target ?? canonicalName(name)
    const message = await ask({ name: at, type: 'CNAME' })
    const alias = message?.answers.find((record) => record.name === at)
    if (alias === undefined || !isOfType(alias, 'CNAME')) return []
    chain.push({ name: at, target: alias.value, ttl: alias.ttl })
    if (seen.has(alias.value)) return chain
    seen.add(alias.value)
  }
  return chain
}

function noAnswer(replies: readonly Reply[]): Outcome {
  const troubles = replies.flatMap((reply) => (reply.state === 'trouble' ? [reply] : []))
  const refusals = replies.flatMap((reply) => (reply.state === 'message' ? [reply] : []))
  return {
    state: 'failed',
    reason: troubles.at(-1)?.reason ?? 'rcode',
    detail: replies.map(inWords).join('; '),
    resolver: namesOf(replies),
    rcode: refusals.at(-1)?.message.rcode ?? '',
    extendedErrors: errorsIn(refusals),
  }
}

function inWords(reply: Reply): string {
  return reply.state === 'trouble'
    ? reply.detail
    : `${reply.resolver.name} answered ${reply.message.rcode}`
}
