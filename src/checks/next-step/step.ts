import type { CorrectedText } from '../corrections/corrected-text.ts'

/**
 * The one thing to do now.
 *
 * - `fix`: something published does not work or will break
 * - `start`: nothing is published yet
 * - `advance`: all is well and a later stage of the roll-out is open
 * - `learn`: something needed could not be learned; look again or paste it
 * - `done`: nothing to do
 */
export type StepKind = 'fix' | 'start' | 'advance' | 'learn' | 'done'

/** Texts may hold backticks and nothing else. */
export interface NextStep {
  kind: StepKind
  /** One sentence without final stop: "Replace the policy file, then the record". */
  heading: string
  /** Why this first: one to three sentences. What was decided in a text stands in the text's own notes. */
  why: string
  /** In the order in which they are safe to do; may be empty. */
  items: StepItem[]
}

export interface StepItem {
  /** The action, an imperative sentence with its final stop: "Serve this file at `https://…`." */
  title: string
  /** The text to copy, for actions that publish one; all of them have been read back by the rules. */
  text?: CorrectedText
  /** Texts to delete, for actions that clear something away. */
  remove?: { where: string; text: string }[]
  /** What the page can offer itself. */
  action?: 'retry' | 'paste-policy'
}
