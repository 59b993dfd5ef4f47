const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Small numbers as words, as in running text; larger ones in digits. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}

/** "one mail server", "three mail servers". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`
}

/** "1 error", "3 errors": digits, for totals. */
export function tallyOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const

/** Seconds as people say them: "30 days", "1.5 hours". */
export function duration(seconds: number): string {
  const unit = UNITS.find(([size]) => seconds >= size)
  if (unit === undefined) return tallyOf(seconds, 'second')
  return tallyOf(Math.round((seconds / unit[0]) * 100) / 100, unit[1])
}

/** Milliseconds as the page shows a wait: "41 ms", "1.3 s". */
export function elapsed(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}\u00a0ms` : `${(ms / 1000).toFixed(1)}\u00a0s`
}
