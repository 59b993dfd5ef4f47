/**
 * `Content-Type` (RFC 9110 section 8.3.1):
 *
 *     text/plain; charset=utf-8
 */

/** Type and subtype, lower-case, without parameters. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}

/** The charset parameter, lower-case and without quotes; null when there is none. */
export function charsetOf(mediaType: string): string | null {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i.exec(mediaType)
  return match === null ? null : (match[1] ?? match[2] ?? '').toLowerCase()
}
