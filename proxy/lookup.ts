import { decodeMessage, type DnsMessage } from '../src/protocols/dns/message.ts'
import { encodeQuery } from '../src/protocols/dns/query.ts'
import { isOfType } from '../src/protocols/dns/record-data.ts'
import type { AddressLookup } from './addresses.ts'
import type { AskDns } from './ask-dns.ts'
import { Failing } from './failure.ts'

/** More steps than any real alias has; a loop ends here. */
const MAX_ALIASES = 16

/** A host's addresses, through whatever answers DNS messages. */
export function addressLookup(ask: AskDns): AddressLookup {
  return async (host, signal) => {
    const results = await Promise.allSettled([
      addressesOf(ask, host, 'A', signal),
      addressesOf(ask, host, 'AAAA', signal),
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
async function addressesOf(
  ask: AskDns,
  host: string,
  type: 'A' | 'AAAA',
  signal: AbortSignal,
): Promise<string[]> {
  const query = encodeQuery({ name: host, type })
  if (query === null) throw new Failing('nxdomain', `\`${host}\` is no name that DNS can carry`)
  const decoded = decodeMessage(await ask(query, signal))
  if (!decoded.ok) throw new Failing('resolver', `the resolver sent ${decoded.problem}`)
  const { rcode, answers } = decoded.message
  if (rcode === 'NXDOMAIN') throw new Failing('nxdomain', `\`${host}\` does not exist`)
  if (rcode !== 'NOERROR')
    throw new Failing('resolver', `the resolver answered ${rcode} for ${type} of \`${host}\``)
  const owner = endOfAliases(host, answers)
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
