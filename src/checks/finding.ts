import type { TextFact } from '../facts/raw-text.ts'

/**
 * error: a conforming sender or receiver ignores the set-up or refuses mail.
 * warning: works today, breaks under stated circumstances, or at named senders.
 * notice: the owner should know.
 */
export type Severity = 'error' | 'warning' | 'notice'

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice']

/** A spot in a raw text: which text of which fact, and where in it (UTF-16 code units). */
export interface Spot {
  fact: TextFact
  /** Which of the fact's texts. */
  index: number
  start: number
  end: number
}

/** Data only: words and severity are looked up in the rule when they are shown. */
export interface Finding {
  id: string
  args: Readonly<Record<string, unknown>>
  /** The owner name, URL or file that it is about. */
  about: string
  spot?: Spot
}
