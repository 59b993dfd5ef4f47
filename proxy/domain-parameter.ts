/**
 * The domain in a request to the proxy. It comes from anybody, and becomes a part of a URL and of DNS questions: it must
 * be a host name already (RFC 1123 section 2.1: letters, digits, hyphens), and nothing is repaired.
 */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** A last label like this makes the URL parser see an IPv4 address. */
const NUMBER = /^(?:\d+|0x[0-9a-f]*)$/
/** 253 characters for the policy host as a whole. */
const MAX_LENGTH = 253 - 'mta-sts.'.length

/** The domain in lower case, without a final dot; null when it is not a host name of two labels or more. */
export function domainParameter(text: string | undefined): string | null {
  if (text === undefined) return null
  const domain = text.toLowerCase().replace(/\.$/, '')
  // Lower-casing may shrink what is not ASCII (the Kelvin sign becomes k): such a name was no host name before.
  if (!/^[\x21-\x7e]+$/.test(text) || domain.length > MAX_LENGTH) return null
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null
  return NUMBER.test(labels.at(-1) ?? '') ? null : domain
}
