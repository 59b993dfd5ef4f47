/** What the kinds of `signet make` have in common: a subject, look-ups, and choices that are read. */
import { readBack, type ReadBack } from '../checks/read-back.ts'
import { derive } from '../facts/derive/derive.ts'
import type { Failed } from '../facts/fact.ts'
import { failuresIn, type FactSet, type RawFacts, type RawFactSet } from '../facts/fact-set.ts'
import type { DomainInput } from '../protocols/dns/domain-input.ts'
import { registrableDomainOf } from '../protocols/dns/public-suffix.ts'
import type { Reading } from '../publish/make/fault.ts'
import type { Made } from '../publish/make/made.ts'
import { networkOf, type NetworkArguments } from './network-arguments.ts'
import { WrongCommand } from './wrong-command.ts'

export interface MakeSubject {
  input: DomainInput
  /** As typed, empty for none. */
  zone: string
  ttl: string
  network: NetworkArguments
}

/** What came of it. */
export interface MakeResult {
  /** Null when something without which nothing can be made could not be learned. */
  made: Made | null
  judged: ReadBack
  unknown: Unknown[]
  /** Is there anything unknown that was needed? */
  incomplete: boolean
}

export type Unknown = Failed & { fact: string }

/** What is known of the domain today. */
export interface Today {
  raw: RawFactSet
  facts: FactSet
  zone: string
  now: number
}

/** @param names what to ask; each as in a whole check */
export async function lookUp(
  { input, zone, network }: MakeSubject,
  names: readonly (keyof RawFacts)[],
  selector: string | null = null,
): Promise<Today> {
  const options = networkOf(network)
  // The network code is loaded once it is needed.
  const { gatherForMaking } = await import('./make-lookup.ts')
  const gathered = await gatherForMaking({ ...input, selector }, names, zone === '', options)
  return { ...gathered, facts: derive(gathered.raw), now: options.now() }
}

/** Nothing is asked. */
export function withoutLookUp({ input: { domain }, network }: MakeSubject): Today {
  const zone = registrableDomainOf(domain) ?? domain
  return { raw: {}, facts: {}, zone, now: networkOf(network).now() }
}

/** @throws {WrongCommand} naming each option that cannot be used */
export function chosen<C, F extends string>(reading: Reading<C, F>, options: Record<F, string>): C {
  if (reading.ok) return reading.choices
  const lines = reading.faults.map(({ field, text }) => `${options[field]}: ${text}`)
  throw new WrongCommand(lines.join('\n'))
}

/**
 * @param needed facts without which the command has not learned what it should
 * @param around what the rules may know beside what was made
 */
export function resultOf(
  { input: { domain } }: MakeSubject,
  { raw, now }: Today,
  made: Made | null,
  { needed, around = {} }: { needed: readonly (keyof RawFacts)[]; around?: RawFactSet },
): MakeResult {
  const unknown = unknownIn(raw)
  const generated = { domain, records: made?.records ?? [], policy: made?.policy ?? null }
  return {
    made,
    judged: readBack(generated, now, around),
    unknown,
    incomplete: unknown.some(({ fact }) => needed.some((name) => name === fact)),
  }
}

function unknownIn(raw: RawFactSet): Unknown[] {
  return Object.entries(raw).flatMap(([fact, known]) =>
    failuresIn(known).map((failed) => ({ ...failed, fact })),
  )
}
