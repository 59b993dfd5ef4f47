import { readDomainInput, type DomainInput, type Refusal } from '../protocols/dns/domain-input.ts'
import { faulty, found, type Fact } from './fact.ts'

/**
 * What was typed, as a fact: the domain that it means, or `unparseable` with the reason as detail. Its source is the
 * text itself, so that a refused one can be explained from the fact alone.
 */
export function subjectFact(typed: string, options?: { asTyped?: boolean }): Fact<DomainInput> {
  const result = readDomainInput(typed, options)
  const source = { name: typed, via: 'typed' } as const
  return result.ok ? found(result.input, source) : faulty('unparseable', result.reason, source)
}

/** Why the typed text is no domain; null when it is one. */
export function refusalOf(subject: Fact<DomainInput>): Refusal | null {
  if (subject.state !== 'faulty') return null
  const result = readDomainInput(subject.source.name)
  if (!result.ok) return result
  // Only the prefix that was to be kept stands in the way: `_dmarc.example.com`, as typed.
  const kept = readDomainInput(subject.source.name, { asTyped: true })
  return kept.ok ? null : kept
}
