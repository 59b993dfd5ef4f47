import { DEFAULT_SELECTOR, isSelector } from '../src/protocols/bimi/selector.ts'

/**
 * The selector in a request to the proxy, in lower case; the default one when none is given. It becomes a part of DNS
 * questions: what is no selector below this domain is null.
 */
export function selectorParameter(text: string | undefined, domain: string): string | null {
  if (text === undefined || text === '') return DEFAULT_SELECTOR
  return isSelector(text, domain) ? text.toLowerCase() : null
}
