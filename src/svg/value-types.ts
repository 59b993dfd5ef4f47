/** The types that the schema gives to values of attributes. Most are any text at all. */
import { isNcName, isNmtoken } from './name-characters.ts'

/** A list of words is an enumeration. */
export type ValueType =
  'any' | 'ncname' | 'nmtokens' | 'language' | 'aspect-ratio' | readonly string[]

export function fits(type: ValueType, value: string): boolean {
  switch (type) {
    case 'any':
      return true
    case 'ncname':
      return isNcName(collapsed(value))
    case 'nmtokens':
      return collapsed(value).split(' ').every(isNmtoken)
    case 'language':
      return /^(?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)?$/.test(collapsed(value))
    case 'aspect-ratio':
      return /^[ \t\r\n]*(?:none|xMidYMid)[ \t\r\n]*(?:meet)?[ \t\r\n]*$/.test(value)
    default:
      return type.includes(collapsed(value))
  }
}

/** What the type allows, in words that end a sentence. */
export function allowed(type: ValueType): string {
  switch (type) {
    case 'any':
      return 'any text'
    case 'ncname':
      return 'a name that begins with a letter or `_` and goes on with letters, digits, `.`, `-` and `_`'
    case 'nmtokens':
      return 'one or more names of letters, digits, `.`, `-`, `_` and `:`, with blanks between them'
    case 'language':
      return 'a language tag such as `en` or `en-GB`'
    case 'aspect-ratio':
      return '`xMidYMid`, `xMidYMid meet` or `none`'
    default:
      return type.map((word) => `\`${word}\``).join(', ')
  }
}

/** XML Schema part 2 section 4.3.6: blanks are space, tab, carriage return and line feed. */
function collapsed(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
}
