/** A step of a journey, as data: dates are milliseconds since 1970, computed from what senders and resolvers remember. */

export interface Step<Id extends string = string> {
  id: Id
  /** The action, imperative, without final stop. */
  title: string
  /** Not before, and where it is a wait, until when. Null: at any time. */
  when: Span | null
  /** How, and what it brings about: whole sentences. */
  does: string
  why: string
  /** Steps that must be done first. */
  blockedBy: readonly Id[]
}

export interface Span {
  from: number
  /** Null where it is an act and no wait. */
  until: number | null
}

export const SECOND = 1000
export const DAY = 86_400 * SECOND

export function from(time: number): Span {
  return { from: time, until: null }
}

export function lasting(time: number, until: number): Span {
  return { from: time, until }
}
