import type { TextMark } from '../../../ui/raw-lines.ts'

/** Words of a text that the visitor must replace, and what is typed in their place. */
export type Filled = (word: string) => string

export interface FilledText {
  text: string
  /** What is still to be replaced. */
  marks: TextMark[]
}

/** A text with what was typed put in the place of its words; those that are still open are marked. */
export function fillIn(text: string, words: readonly string[], filled: Filled): FilledText {
  if (words.length === 0) return { text, marks: [] }
  const marks: TextMark[] = []
  let done = ''
  let end = 0
  for (const { 0: word, index } of text.matchAll(pattern(words))) {
    done += text.slice(end, index)
    end = index + word.length
    const value = valueOf(word, filled)
    if (value === null)
      marks.push({ start: done.length, end: done.length + word.length, tone: 'notice' })
    done += value ?? word
  }
  return { text: done + text.slice(end), marks }
}

/** The longest first, and only as whole words: `ZONE` is no part of `ZONEID`. */
function pattern(words: readonly string[]): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  const any = sorted.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')
  return new RegExp(`(?<![A-Za-z0-9_])(?:${any})(?![A-Za-z0-9_])`, 'g')
}

/** What was typed, where it can stand in any of the formats without being escaped. */
function valueOf(word: string, filled: Filled): string | null {
  const typed = filled(word).trim()
  return typed === '' || !isPlain(typed) ? null : typed
}

/** Letters, digits and marks that no shell, no JSON and no configuration reads as its own. */
export function isPlain(typed: string): boolean {
  return /^[\w./:@+=~-]{1,250}$/.test(typed)
}
