/** Texts on their way to a terminal. */
import { styleText } from 'node:util'

export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'bold'
/** Colours a text, or leaves it alone. */
export type Paint = (style: Style, text: string) => string

/** Colours for a terminal that wants them: no pipe, no NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream })
}

export const plain: Paint = (_style, text) => text

/**
 * What a terminal would act upon instead of showing it: control characters, which move the cursor, change colours or
 * type for the reader, and those that turn the direction of a text around. Each becomes one visible character.
 */
const ACTIVE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

export function harmless(text: string): string {
  return text.replace(ACTIVE, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

/** Our small mark-up: code in backticks stays as it is, a link becomes its words and its address. */
export function words(text: string): string {
  return harmless(text.replace(/\[((?:`[^`]*`|[^[\]`])+)\]\(([^()\s]+)\)/g, '$1 ($2)'))
}

/** Breaks a text into lines no longer than `width`, at blanks; a word that is longer stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
