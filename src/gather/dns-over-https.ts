/** DNS over HTTPS as facts: the rules for the client are those of DNS.md section 1.3. */
import type { DohOptions, Fetch } from './doh-request.ts'
import { lookUp, type Ask } from './lookup.ts'
import type { Resolver } from './resolver.ts'
import { askInOrder, type Exchange, type Panel } from './ask-in-order.ts'
import { seenOtherwise } from './second-opinion.ts'
import { sharedByKey } from './shared.ts'
import type { Answers, DnsAsker } from './sources.ts'
import { limitedTo, withTimeLimit } from './waiting.ts'

export interface DnsOptions extends Partial<Omit<DohOptions, 'fetch'>> {
  /** Asked in order, each when those before it do not answer. */
  resolvers: readonly Resolver[]
  fetch?: Fetch
  /** Milliseconds for one question, pauses and all resolvers included. */
  questionMs?: number
}

/** DNS.md section 1.3, dns.doh.concurrency. */
const AT_ONCE = 6

/** The questions of one run: none is asked twice. */
export function dnsOverHttps(options: DnsOptions): DnsAsker {
  const { resolvers, now = Date.now } = options
  const ask = asker(options, resolvers)
  const others = new Map<Resolver, Ask>()

  function only(resolver: Resolver): Ask {
    const known = others.get(resolver) ?? asker(options, [resolver])
    others.set(resolver, known)
    return known
  }

  return {
    resolver: resolvers[0]?.name ?? '',
    dns: (name, type, signal) => lookUp(name, type, { ask, now, signal }),
    async secondOpinion(fact, signal) {
      const first = fact.source.dns?.resolver
      const other = resolvers.find(({ name }) => name !== first)
      if (fact.state === 'failed' || first === undefined || other === undefined) return fact
      const second = await lookUp(fact.source.name, 'TXT', { ask: only(other), now, signal })
      return seenOtherwise(fact, second, other.name)
    },
  }
}

function asker(options: DnsOptions, resolvers: readonly Resolver[]): Ask {
  const { questionMs = 20_000 } = options
  const panel: Panel = { options: withDefaults(options), resolvers, down: new Set() }
  const share = sharedByKey<Exchange>()
  const inLine = limitedTo(AT_ONCE)
  const missing = new Map<string, Exchange>()

  async function exchange(name: string, type: keyof Answers, signal: AbortSignal) {
    const result = await inLine(
      () =>
        withTimeLimit(questionMs, signal, (limited) => askInOrder({ name, type }, panel, limited)),
      signal,
    )
    // RFC 8020 section 2: a name that does not exist has no records of any type.
    if (isMissing(result, name)) missing.set(name, result)
    return result
  }

  return async (name, type, signal) =>
    missing.get(name) ??
    (await share(`${name} ${type}`, (shared) => exchange(name, type, shared), signal))
}

function withDefaults(options: DnsOptions): DohOptions {
  const { fetch = (url, init) => globalThis.fetch(url, init), now = Date.now } = options
  const { requestMs = 5000, fresh = false, isOnline = () => true } = options
  return { fetch, now, requestMs, fresh, isOnline }
}

function isMissing(exchange: Exchange, name: string): boolean {
  if (exchange.state !== 'answer' || exchange.message.rcode !== 'NXDOMAIN') return false
  return !exchange.message.answers.some((record) => record.name === name)
}
