/** Times as the page shows them: always UTC, because those who read them together are in several places. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "14 September 2026" */
export function day(time: number): string {
  return DAY.format(time).replace(' ', '\u00a0')
}

/** "14 September 2026, 10:42 UTC" */
export function moment(time: number): string {
  const iso = new Date(time).toISOString()
  return `${day(time)}, ${iso.slice(11, 16)}\u00a0UTC`
}

/** "10:42:07 UTC" */
export function clock(time: number | string): string {
  return `${new Date(time).toISOString().slice(11, 19)}\u00a0UTC`
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `2026-08` or a day in it → "August 2026" */
export function monthOf(read: string): string {
  const time = Date.parse(`${read.slice(0, 7)}-01T00:00:00Z`)
  return Number.isNaN(time) ? read : MONTH.format(time)
}
