/** Longer stretches are cut: the raw text stands beside the finding. */
const LONGEST = 60

/** A text from outside in backticks, as a title shows it: no mark-up of its own, nothing unseen, not too long. */
export function quoted(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return `\`${text}\``
  const characters = Array.from(text)
  const cut = characters.length > LONGEST ? [...characters.slice(0, LONGEST), '…'] : characters
  return `\`${cut.map(visible).join('')}\``
}

/** Nearly everything: what ASCII prints, but no backtick. */
const PLAIN = /^[ -_a-~]*$/

function visible(character: string): string {
  if (character === '`') return "'"
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)) return character
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
