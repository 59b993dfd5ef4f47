/** The names of RFC 2606 section 2 that the built-in samples answer for: all of `.example`, whether sample or not. */
export function isSampleDomain(domain: string): boolean {
  return domain === 'example' || domain.endsWith('.example')
}
