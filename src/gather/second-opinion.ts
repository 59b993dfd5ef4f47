import type { Fact } from '../facts/fact.ts'
import type { TxtRecord } from '../protocols/dns/records.ts'

/** The first answer, with the other resolver that was asked, marked when that saw something else; what it could not learn is no difference. */
export function seenOtherwise(
  first: Fact<TxtRecord[]>,
  second: Fact<TxtRecord[]>,
  resolver: string,
): Fact<TxtRecord[]> {
  const { dns } = first.source
  if (dns === undefined) return first
  const asked = [...new Set([...(dns.asked ?? [dns.resolver]), resolver])]
  const agrees = second.state === 'failed' || viewOf(first) === viewOf(second)
  const seen = agrees ? {} : { otherResolver: { resolver, saw: inWords(second) } }
  return { ...first, source: { ...first.source, dns: { ...dns, asked, ...seen } } }
}

/** What matters of an answer: whether there is one, the aliases, and the texts in any order. */
function viewOf(fact: Fact<TxtRecord[]>): string {
  const texts = fact.state === 'found' ? fact.value.map(({ text }) => text).sort() : []
  const targets = (fact.source.dns?.chain ?? []).map(({ target }) => target)
  return JSON.stringify([fact.state, targets, texts])
}

/** The end of a sentence: "the other resolver saw …". */
function inWords(fact: Fact<TxtRecord[]>): string {
  const alias = fact.source.dns?.chain[0]
  if (alias !== undefined) return `an alias to \`${alias.target}\``
  if (fact.state !== 'found') return 'nothing'
  return fact.value.map(({ text }) => `\`${text}\``).join(' and ')
}
