import type { Correction } from '../corrections.ts'

/** A complete text that replaces what is published now, ready to copy. */
export interface CorrectedText {
  correction: Correction
  /** What it goes into: a TXT record at an owner name, or a file at a URL. */
  kind: 'txt' | 'file'
  /** The owner name or the URL. */
  where: string
  /** What is published there now and is replaced; null when nothing is. */
  old: string | null
  text: string
  /** The stretches of `text` that are new, in order and without overlap; empty when there is no old text. */
  changes: Change[]
  /** What stood in the old text and has no place in the new one: whole lines of a file, whole fields of a record. */
  removed: string[]
  /** What was decided for the owner and why, a sentence each: "The mode goes back to `testing`, because …". */
  notes: string[]
}

/** A stretch of a corrected text (UTF-16 code units, end exclusive) that was not there before. */
export interface Change {
  start: number
  end: number
  /** What stood in its place; null when it was added. */
  was: string | null
}
