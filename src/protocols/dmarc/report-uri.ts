/**
 * A target of DMARC reports (RFC 9989 section 4.6): a URI, in practice `mailto:`, with commas and exclamation marks
 * percent-encoded. The size limit of RFC 7489, `!10m`, is still met and means nothing any more.
 */
const MAILTO =
  /^mailto:(?!\/\/)[^\s,;!?@<>"]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?:\?[^\s,;!]*)?(?:![0-9]+[kmgt]?)?$/i

export function isReportUri(uri: string): boolean {
  return MAILTO.test(uri)
}

/** The domain that a report is mailed to, lower-case; null for what is no such URI. */
export function reportDomain(uri: string): string | null {
  return MAILTO.exec(uri)?.[1]?.toLowerCase() ?? null
}
