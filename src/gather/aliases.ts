/** What a message says about one name: the aliases it names and the records at their end. */
import type { DnsMessage } from '../protocols/dns/message.ts'
import { isOfType, type DnsRecord, type ValueType } from '../protocols/dns/record-data.ts'
import type { Alias } from '../protocols/dns/records.ts'
import { MAX_ALIASES } from './ask-in-order.ts'

export interface Followed<T extends ValueType> {
  chain: Alias[]
  /** The name at the end of the chain. */
  target: string
  records: DnsRecord<T>[]
  /** True when the message leaves open what is at the end, so that it must be asked for. */
  isOpen: boolean
}

/** The order of the records means nothing. @param name in canonical form */
export function followAliases<T extends ValueType>(
  { answers, authorities, rcode }: DnsMessage,
  name: string,
  type: T,
): Followed<T> {
  const aliases = answers.filter((record) => isOfType(record, 'CNAME'))
  const wanted = answers.filter((record) => isOfType(record, type))
  const at = (owner: string) => wanted.filter((record) => record.name === owner)
  const chain: Alias[] = []
  let target = name
  // One more than may be followed, so that the reader of the chain sees that there are too many.
  while (at(target).length === 0 && chain.length <= MAX_ALIASES) {
    const alias = aliases.find((record) => record.name === target)
    if (alias === undefined) break
    chain.push({ name: target, target: alias.value, ttl: alias.ttl })
    target = alias.value
  }
  const records = at(target)
  // RFC 2308 section 2.2: with an SOA record the resolver says that it got to the end and found nothing.
  const saysNothing = authorities.some((record) => isOfType(record, 'SOA'))
  const isOpen = chain.length > 0 && records.length === 0 && rcode === 'NOERROR' && !saysNothing
  return { chain, target, records, isOpen }
}
