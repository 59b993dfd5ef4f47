import type { Spec } from './rule.ts'

const UNICODE: Record<string, string> = {
  'UTS #46': 'https://www.unicode.org/reports/tr46/',
  'Unicode TR39': 'https://www.unicode.org/reports/tr39/',
}

/** Where a specification can be read, at its section where the publisher has an address for it. */
export function specAddress({ document, section }: Spec): string {
  const report = UNICODE[document]
  if (report !== undefined) return report
  const number = document.replace(/\D/g, '')
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`
}

/** "RFC 8461, section 3.1" */
export function specName({ document, section }: Spec): string {
  return `${document}, ${/^[A-Z]/.test(section) ? 'appendix' : 'section'} ${section}`
}
