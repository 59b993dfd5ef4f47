import { readDomainInput } from '../src/protocols/dns/domain-input.ts'

/** Room for the policy host in the 253 characters of a name. */
const MAX_LENGTH = 253 - 'mta-sts.'.length

/**
 * The domain in a request to the proxy, in lower case and without a final dot. It comes from anybody, and becomes a
 * part of a URL and of DNS questions: it must be a domain in A-labels already. Nothing is repaired; null otherwise.
 */
export function domainParameter(text: string | undefined): string | null {
  if (text === undefined || text.length > MAX_LENGTH + 1) return null
  const result = readDomainInput(text, { asTyped: true })
  if (!result.ok || result.input.domain !== text.toLowerCase().replace(/\.$/, '')) return null
  return result.input.domain.length <= MAX_LENGTH ? result.input.domain : null
}
