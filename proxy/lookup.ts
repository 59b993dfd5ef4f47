import { decodeMessage, type DnsMessage } from '../src/protocols/dns/message.ts'
import { encodeQuery } from '../src/protocols/dns/query.ts'
import { isOfType, type RecordValues } from '../src/protocols/dns/record-data.ts'
import type { TxtRecord } from '../src/protocols/dns/records.ts'
import type { AddressLookup } from './addresses.ts'
import type { AskDns } from './ask-dns.ts'
import { Failing } from './failure.ts'

/** More steps than any real alias has; a loop ends here. */
const MAX_ALIASES = 16

/** The TXT records at a name, none when there are none. Throws `Failing`: `resolver` or `timeout`. */
export type TxtLookup = (name: string, signal: AbortSignal) => Promise<TxtRecord[]>

export function txtLookup(ask: AskDns): TxtLookup {
  return async (name, signal) => {
    try {
      return await valuesAt(ask, name, 'TXT', signal)
    } catch (error) {
      if (error instanceof Failing && error.reason === 'nxdomain') return []
      throw error
    }
  }
}

/** A host's addresses, through whatever answers DNS messages. */
export function addressLookup(ask: AskDns): AddressLookup {
  return async (host, signal) => {
    const results = await Promise.allSettled([
      valuesAt(ask, host, 'A', signal),
      valuesAt(ask, host, 'AAAA', signal),
    ])
    const addresses = results.flatMap((result) =>
      result.status === 'fulfilled' ? result.value : [],
    )
    if (addresses.length > 0) return addresses
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    throw new Failing('no-address', `\`${host}\` has no address`)
  }
}

/** Throws `nxdomain` when the name does not exist, `resolver` when the resolver could not tell. */
async function valuesAt<T extends 'A' | 'AAAA' | 'TXT'>(
  ask: AskDns,
  name: string,
  type: T,
  signal: AbortSignal,
): Promise<RecordValues[T][]> {
  const query = encodeQuery({ name, type })
  if (query === null) throw new Failing('nxdomain', `\`${name}\` is no name that DNS can carry`)
  const decoded = decodeMessage(await ask(query, signal))
  if (!decoded.ok) throw new Failing('resolver', `the resolver sent ${decoded.problem}`)
  const { rcode, answers } = decoded.message
  if (rcode === 'NXDOMAIN') throw new Failing('nxdomain', `\`${name}\` does not exist`)
  if (rcode !== 'NOERROR')
    throw new Failing('resolver', `the resolver answered ${rcode} for ${type} of \`${name}\``)
  const owner = endOfAliases(name, answers)
  return answers.flatMap((record) =>
    isOfType(record, type) && record.name === owner ? [record.value] : [],
  )
}

/** Follows the CNAME records of an answer from the name that was asked (RFC 1034 section 4.3.2). */
function endOfAliases(host: string, answers: DnsMessage['answers']): string {
  let name = host.toLowerCase()
  for (let i = 0; i < MAX_ALIASES; i++) {
    const alias = answers.find((record) => record.type === 'CNAME' && record.name === name)
    if (alias === undefined || !isOfType(alias, 'CNAME')) break
    name = alias.value
  }
  return name
}
