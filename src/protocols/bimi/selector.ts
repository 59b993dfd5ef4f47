/** The selector of an assertion record: labels of letters, digits and hyphens, dots between (RFC 5321, `sub-domain`). */
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

export const DEFAULT_SELECTOR = 'default'

export function isSelector(selector: string, domain: string): boolean {
  return (
    selector.split('.').every((label) => LABEL.test(label)) &&
    recordName(selector, domain).length <= 253
  )
}

/** Where the record of a selector stands. */
export function recordName(selector: string, domain: string): string {
  return `${selector.toLowerCase()}._bimi.${domain}`
}
