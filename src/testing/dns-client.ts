/** A DNS client between two fake resolvers, `a.example` and `b.example`, in time that passes as fast as it is waited for. */
import { afterEach, beforeEach, vi } from 'vitest'
import { dnsOverHttps, type DnsOptions } from '../gather/dns-over-https.ts'
import { resolverAt } from '../gather/resolver.ts'
import type { Answers, DnsAsker } from '../gather/sources.ts'
import type { DnsRecord } from '../protocols/dns/record-data.ts'
import { fakeDoh, txt, type Behaviour, type FakeDoh } from './fake-doh.ts'

export const NAME = '_mta-sts.example.com'
export const RECORD = txt(NAME, 'v=STSv1; id=1')
export const START = '2026-09-01T12:00:00.000Z'

export function useFakeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(START) })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Time passes until the promise is settled. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  const state = { done: false }
  const result = promise.finally(() => {
    state.done = true
  })
  for (let i = 0; i < 500; i += 1) {
    if (state.done) break
    await vi.advanceTimersByTimeAsync(100)
  }
  return result
}

export function client(doh: FakeDoh, options: Partial<DnsOptions> = {}): DnsAsker {
  const hosts = ['a.example', 'b.example']
  const resolvers = hosts.map((host) => resolverAt(`https://${host}/dns-query`))
  return dnsOverHttps({ resolvers, fetch: doh.fetch, ...options })
}

export interface Asking extends Partial<DnsOptions> {
  name?: string
  type?: keyof Answers
}

export async function ask(resolvers: Record<string, Behaviour>, asking: Asking = {}) {
  const { name = NAME, type = 'TXT', ...options } = asking
  const doh = fakeDoh(resolvers)
  const fact = await settled(client(doh, options).dns(name, type))
  return { fact, ...doh }
}

export const answering =
  (...answers: DnsRecord[]): Behaviour =>
  () => ({ answers })

export const http = (status: number, headers: Record<string, string> = {}): Behaviour => {
  return () => new Response('no', { status, headers })
}

export const servfail = (code: number): Behaviour => {
  return () => ({ rcode: 'SERVFAIL', extendedErrors: [{ code, text: '' }] })
}
