/**
 * The id for a change made now (RFC 8461 section 3.1): to a sender ids only need to differ. To people, and to whoever
 * reads two answers of the DNS side by side, the later one should also be the greater one.
 */

/** sts-id = 1*32(ALPHA / DIGIT) */
const LONGEST = 32

/** A way of writing ids that can be raised. */
interface Form {
  is: (id: string) => boolean
  /** The id of a change at this time. */
  at: (now: number) => string
  /** The next one after an id of this form. */
  after: (id: string) => string
}

/**
 * Today's date and a counter, `2026083101`, unless the live id is a time, `20260831085700Z`; then a time of the same
 * form. Differs from every live id, and is greater than those that can be compared with it.
 *
 * @param now milliseconds since 1970
 * @param live what stands in the DNS now, of any form
 */
export function nextId(now: number, live: readonly string[]): string {
  const form = live.map(formOf).find((known) => known !== null) ?? counter(2)
  let id = form.at(now)
  for (;;) {
    const reached = live.find((other) => isReached(other, id))
    if (reached === undefined) return id
    id = form.is(reached) ? form.after(reached) : plusOne(reached)
  }
}

/** Is a live id the same, or greater: as a number, or as a time of the same form? Words have no order. */
function isReached(live: string, id: string): boolean {
  if (live === id) return true
  if (isNumber(live) && isNumber(id))
    // Nothing is greater than 32 nines.
    return BigInt(live) >= BigInt(id) && plusOne(live).length <= LONGEST
  return shapeOf(live) === shapeOf(id) && live > id
}

function isNumber(id: string): boolean {
  return /^\d{1,32}$/.test(id)
}

function shapeOf(id: string): string {
  return id.replace(/\d/g, '0')
}

function plusOne(id: string): string {
  return isNumber(id) ? String(BigInt(id) + 1n) : `${id.slice(0, LONGEST - 1)}1`
}

/** The form that a change keeps to; null for anything else, which today's date replaces. */
function formOf(id: string): Form | null {
  const [, day = '', t = '', time = '', z = ''] = /^(\d{8})(T?)(\d{4}|\d{6})(Z?)$/.exec(id) ?? []
  if (isDay(day) && isTime(time)) return timestamp(t, time.length, z)
  return [2, 3].map(counter).find((form) => form.is(id)) ?? null
}

/** `YYYYMMDDNN`, the counter from 01 on; after the last one of a day comes the first one of the next. */
function counter(digits: number): Form {
  const first = '1'.padStart(digits, '0')
  return {
    is: (id) => id.length === 8 + digits && /^\d+$/.test(id) && isDay(id.slice(0, 8)),
    at: (now) => dayOf(now) + first,
    after(id) {
      const count = String(Number(id.slice(8)) + 1)
      if (count.length <= digits) return id.slice(0, 8) + count.padStart(digits, '0')
      return dayOf(timeOf(id) + DAY) + first
    },
  }
}

/** `YYYYMMDDhhmmssZ`, with or without `T`, seconds and `Z`. */
function timestamp(t: string, digits: number, z: string): Form {
  const step = digits === 4 ? MINUTE : SECOND
  const at = (now: number): string => {
    const plain = new Date(now).toISOString().replace(/\D/g, '')
    return plain.slice(0, 8) + t + plain.slice(8, 8 + digits) + z
  }
  return {
    is: (id) => {
      const [, day = '', time = ''] =
        new RegExp(`^(\\d{8})${t}(\\d{${digits}})${z}$`).exec(id) ?? []
      return isDay(day) && isTime(time)
    },
    at,
    after: (id) => at(timeOf(id) + step),
  }
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** Of an id that begins with a day, and has a time of day behind it or not. */
function timeOf(id: string): number {
  const digits = id.replace(/\D/g, '')
  const part = (from: number): number => Number(digits.slice(from, from + 2))
  const time = digits.length >= 12 ? ([part(8), part(10), part(12)] as const) : ([0, 0, 0] as const)
  return Date.UTC(Number(digits.slice(0, 4)), part(4) - 1, part(6), ...time)
}

function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d{6}$/.test(text)) return false
  return dayOf(timeOf(text)) === text
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(text)
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10).replaceAll('-', '')
}
