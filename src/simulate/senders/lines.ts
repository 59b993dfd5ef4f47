/** What the models of several senders have in common: lines, fields and numbers as their languages read them. */
import type { StsMode } from '../../protocols/mta-sts/policy.ts'
import { decodeText } from '../../protocols/text/utf8.ts'

export const MAX_AGE_LIMIT = 31_557_600
export const KB_64 = 65_536

const MODES: readonly StsMode[] = ['enforce', 'testing', 'none']

export function modeOf(text: string | undefined): StsMode | null {
  return MODES.find((mode) => mode === text) ?? null
}

/** The text where it is UTF-8, else null. */
export function utf8Of(body: Uint8Array): string | null {
  const { text, encoding } = decodeText(body)
  return encoding === 'utf-8' ? text : null
}

/** Lines as Go's `bufio.Scanner` gives them: ended by LF, one CR before it dropped; none after the last LF. */
export function goLines(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.replace(/\r$/, ''))
}

/** At the first separator; null when there is none. */
export function splitAt(text: string, separator: string): [string, string] | null {
  const at = text.indexOf(separator)
  return at < 0 ? null : [text.slice(0, at), text.slice(at + separator.length)]
}

/** Without Unicode white space at the ends, as Go and Rust trim: unlike JavaScript they leave a byte-order mark. */
export function trimSpace(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')
}

/** A policy still being read, with what was seen last under each key. */
export interface Draft {
  fields: Map<string, string>
  mx: string[]
}

/** Lines whose last value counts, while `mx` collects. */
export function lastWins(pairs: Iterable<readonly [string, string]>): Draft {
  const draft: Draft = { fields: new Map(), mx: [] }
  for (const [key, value] of pairs) {
    if (key === 'mx') draft.mx.push(value)
    else draft.fields.set(key, value)
  }
  return draft
}
