import type { Filled } from '../view-model/fill-in.ts'

/** How the visitor wants the texts, and what was typed into their gaps. */
export interface Outputs {
  /** Id of a record format; null: the one that the name servers suggest. */
  format: string | null
  /** Id of a place for the policy file. */
  hosting: string | null
  filled: Filled
  choose: (choice: { format?: string; hosting?: string }) => void
  fill: (word: string, value: string) => void
}
