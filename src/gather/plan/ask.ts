/** Questions that several entries of the plan ask in the same way. */
import { found, type Fact } from '../../facts/fact.ts'
import type { HostAddresses, NamedTxt, RawFacts } from '../../facts/fact-set.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import type { FactPlan } from '../plan.ts'
import type { Sources } from '../sources.ts'

/** An entry of the plan, with its types checked against its fact. */
export function entry<Name extends keyof RawFacts>(plan: FactPlan<Name>): FactPlan {
  return plan
}

/** A fact that is put together from others, each with a source of its own. */
export function together<T>(value: T, name: string): Fact<T> {
  return found(value, { name, via: 'derived' })
}

export async function askAddresses(
  name: string,
  sources: Sources,
  signal?: AbortSignal,
): Promise<HostAddresses> {
  const [a, aaaa] = await Promise.all([
    sources.dns(name, 'A', signal),
    sources.dns(name, 'AAAA', signal),
  ])
  return { name, a, aaaa }
}

/** The TXT records at each of the names, all asked side by side. */
export async function askNames(
  names: readonly string[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<NamedTxt[]> {
  return Promise.all(
    names.map(async (name) => ({ name, txt: await sources.dns(name, 'TXT', signal) })),
  )
}

/**
 * The TXT records of a protocol. Nothing, and an alias, are worth a question to a second resolver: a change may be on
 * its way, or the name servers out of step.
 */
export async function askRecord(
  name: string,
  sources: Sources,
  signal?: AbortSignal,
): Promise<Fact<TxtRecord[]>> {
  const fact = await sources.dns(name, 'TXT', signal)
  const isDoubtful = fact.state === 'absent' || (fact.source.dns?.chain.length ?? 0) > 0
  return isDoubtful ? ((await sources.secondOpinion?.(fact, signal)) ?? fact) : fact
}

/** Did we look, and is there none of these records at its name? Other TXT records do not count. */
export function hasNone(
  fact: Fact<TxtRecord[]> | undefined,
  parse: (text: string) => { ours: boolean },
): boolean {
  if (fact?.state === 'absent') return true
  return fact?.state === 'found' && !fact.value.some(({ text }) => parse(text).ours)
}
