/** One question as a fact: aliases followed through as many messages as it takes. */
import {
  absent,
  failed,
  faulty,
  found,
  type DnsSource,
  type Fact,
  type Source,
} from '../facts/fact.ts'
import { canonicalName, writeName } from '../protocols/dns/name.ts'
import type { Alias } from '../protocols/dns/records.ts'
import { followAliases, type Followed } from './aliases.ts'
import { messageOf } from './doh-request.ts'
import { MAX_ALIASES, type Exchange } from './ask-in-order.ts'
import type { Answers } from './sources.ts'
import { TimedOut } from './waiting.ts'

/** Asks for one name, aliases not followed. Rejects when the signal is aborted, or after the time for one question. */
export type Ask = (name: string, type: keyof Answers, signal?: AbortSignal) => Promise<Exchange>

interface Asking {
  ask: Ask
  now: () => number
  signal: AbortSignal | undefined
}

/** Never rejects. */
export async function lookUp<T extends keyof Answers>(
  name: string,
  type: T,
  asking: Asking,
): Promise<Fact<Answers[T][]>> {
  const blank: DnsSource = {
    type,
    resolver: '',
    ttl: null,
    authenticated: false,
    chain: [],
    extendedErrors: [],
    rcode: '',
  }
  const about = (dns: DnsSource): Source => ({
    name: name.toLowerCase().replace(/\.$/, ''),
    via: 'dns',
    time: new Date(asking.now()).toISOString(),
    dns,
  })
  // Too long for DNS, or with an empty label: nobody can publish anything there.
  if (writeName(name) === null) return absent('nxdomain', about({ ...blank, rcode: 'NXDOMAIN' }))
  try {
    return await walk(canonicalName(name), type, asking, about, blank)
  } catch (error) {
    if (asking.signal?.aborted === true)
      return failed('cancelled', 'The question was given up.', about(blank))
    const reason = error instanceof TimedOut ? 'timeout' : 'interrupted'
    return failed(reason, messageOf(error), about(blank))
  }
}

async function walk<T extends keyof Answers>(
  name: string,
  type: T,
  { ask, signal }: Asking,
  about: (dns: DnsSource) => Source,
  blank: DnsSource,
): Promise<Fact<Answers[T][]>> {
  let dns: DnsSource = { ...blank, authenticated: true }
  for (let at = name; ;) {
    const exchange = await ask(at, type, signal)
    dns = withAsked(dns, exchange.asked)
    if (exchange.state === 'failed') {
      const { reason, detail, resolver, rcode, extendedErrors } = exchange
      return failed(
        reason,
        detail,
        about({ ...dns, authenticated: false, resolver, rcode, extendedErrors }),
      )
    }
    const followed = exchange.state === 'answer' ? followAliases(exchange.message, at, type) : null
    dns = takenIn(dns, exchange, followed)
    if (exchange.state === 'loop' || isEndless(dns.chain))
      return faulty('alias-loop', endlessWords(dns.chain), about(dns))
    if (followed === null || !followed.isOpen) return ending(followed, about(dns))
    at = followed.target
  }
}

function takenIn<T extends keyof Answers>(
  dns: DnsSource,
  exchange: Exclude<Exchange, { state: 'failed' }>,
  followed: Followed<T> | null,
): DnsSource {
  const { resolver } = exchange
  if (exchange.state === 'loop')
    return {
      ...dns,
      resolver,
      rcode: 'SERVFAIL',
      authenticated: false,
      chain: [...dns.chain, ...exchange.chain],
    }
  const { message } = exchange
  const chain = [...dns.chain, ...(followed?.chain ?? [])]
  const records = followed?.records ?? []
  const ttls = [...chain, ...records].map(({ ttl }) => ttl)
  return {
    ...dns,
    resolver,
    ttl: records.length === 0 ? null : Math.min(...ttls),
    authenticated: dns.authenticated && message.authenticated,
    chain,
    extendedErrors: [...dns.extendedErrors, ...message.extendedErrors],
    rcode: message.rcode,
  }
}

/** Aliases may have been followed at others. A resolver that answered by itself is named as such already. */
function withAsked(dns: DnsSource, names: readonly string[]): DnsSource {
  const asked = [...new Set([...(dns.asked ?? []), ...names])]
  return asked.length > 1 ? { ...dns, asked } : dns
}

function ending<T extends keyof Answers>(
  followed: Followed<T> | null,
  source: Source,
): Fact<Answers[T][]> {
  const values = (followed?.records ?? []).map(({ value }) => value as Answers[T])
  if (values.length > 0) return found(values, source)
  return absent(source.dns?.rcode === 'NXDOMAIN' ? 'nxdomain' : 'nodata', source)
}

/** A name that comes twice, or more aliases than are followed. */
function isEndless(chain: readonly Alias[]): boolean {
  return chain.length > MAX_ALIASES || comesBack(chain)
}

function comesBack(chain: readonly Alias[]): boolean {
  const names = [...chain.slice(0, 1).map(({ name }) => name), ...chain.map(({ target }) => target)]
  return new Set(names).size < names.length
}

function endlessWords(chain: readonly Alias[]): string {
  return comesBack(chain)
    ? 'the alias leads back to itself'
    : `more than ${MAX_ALIASES} aliases in a row`
}
