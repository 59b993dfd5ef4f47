import type { Spec } from './rule.ts'

/** Documents that are no RFC, at the address of the whole. */
const OTHERS: Record<string, string> = {
  'UTS #46': 'https://www.unicode.org/reports/tr46/',
  'Unicode TR39': 'https://www.unicode.org/reports/tr39/',
  'BIMI draft':
    'https://datatracker.ietf.org/doc/html/draft-brand-indicators-for-message-identification',
  'BIMI receiver guidance':
    'https://datatracker.ietf.org/doc/html/draft-brotman-ietf-bimi-guidance',
  'XML 1.0': 'https://www.w3.org/TR/xml/',
  'SVG Tiny PS schema': 'https://bimigroup.org/resources/SVG_PS-latest.rnc.txt',
  'SVG Tiny PS draft': 'https://datatracker.ietf.org/doc/html/draft-svg-tiny-ps-abrotman',
  'SVG Tiny 1.2': 'https://www.w3.org/TR/SVGTiny12/',
  'VMC draft': 'https://datatracker.ietf.org/doc/html/draft-fetch-validation-vmc-wchuang',
}

/** Where a specification can be read, at its section where that has an address; null when nobody publishes it. */
export function specAddress({ document, section }: Spec): string | null {
  const rfc = /^RFC (\d+)$/.exec(document)?.[1]
  if (rfc === undefined) return OTHERS[document] ?? null
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  return `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}`
}

/** "RFC 8461, section 3.1"; sections without a number are quoted by their titles. */
export function specName({ document, section }: Spec): string {
  if (/^\d/.test(section)) return `${document}, section ${section}`
  return /^[A-Z](\.|$)/.test(section)
    ? `${document}, appendix ${section}`
    : `${document}, “${section}”`
}

/** The specifications of a rule, as links show them. */
export function specLinks(specs: readonly Spec[]): { name: string; address: string | null }[] {
  return specs.map((spec) => ({ name: specName(spec), address: specAddress(spec) }))
}
