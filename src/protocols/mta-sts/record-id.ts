/**
 * Ids that people can read: a date and a counter, `2026083101`. Any other 1 to 32 letters and digits are as good to a
 * sender (RFC 8461 section 3.1).
 */

const DAY = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/

/** Does the id tell when it was made: a date with anything after it, or a time in seconds or milliseconds since 1970? */
export function isDateId(id: string): boolean {
  return dateOfId(id) !== null
}

/** The date that an id tells, as `YYYY-MM-DD`, or null. */
export function dateOfId(id: string): string | null {
  if (DAY.test(id) && /^\d{8}(?:\d{1,9}|T?\d{4,6}Z?)?$/.test(id))
    return `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`
  // From 2001 to 2033 seconds have ten digits, and begin with 1.
  if (!/^1\d{9}(?:\d{3})?$/.test(id)) return null
  return isoDate(Number(id.slice(0, 10)) * 1000)
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
