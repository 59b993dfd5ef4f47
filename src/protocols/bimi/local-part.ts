/**
 * Selectors by local part (BIMI draft, Local-Part Selectors): `lps=brand-,news` sends mail from `brand-shop@…` to the
 * record `brand-shop._bimi.<domain>`.
 */

/** prefix *( *WSP "," *WSP prefix ), or nothing; prefix = 1*63(ALPHA / DIGIT / "-") */
export function isPrefixList(value: string): boolean {
  const text = value.trim()
  return (
    text === '' || text.split(',').every((prefix) => /^[A-Za-z0-9-]{1,63}$/.test(prefix.trim()))
  )
}

/**
 * The label that a local part stands for: without what follows a plus sign, underscores and dots as hyphens, one hyphen
 * for several, none at the ends. Null when no label is left.
 */
export function selectorOfLocalPart(localPart: string): string | null {
  const label = localPart
    .toLowerCase()
    .replace(/\+.*$/s, '')
    .replace(/[_.]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return /^[a-z0-9-]{1,63}$/.test(label) ? label : null
}

/** Does the list of prefixes send this label to a record of its own? An empty list sends every label. */
export function isCoveredByPrefixes(label: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => label.startsWith(prefix.toLowerCase()))
}
