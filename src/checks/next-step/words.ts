/** `a`, `a` and `b`, `a`, `b` and 2 more: names in a sentence, each once. */
export function namesOf(names: readonly string[]): string {
  const quoted = [...new Set(names)].map((name) => `\`${name}\``)
  if (quoted.length > 3) return `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more`
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

/** Replace the policy file, then the record: deeds in order, a verb only where it changes. */
export function headingOf(deeds: readonly { verb: string; what: string }[]): string {
  const parts = deeds.map(({ verb, what }, index) =>
    deeds[index - 1]?.verb === verb ? what : `${verb} ${what}`,
  )
  const [first = '', ...rest] = parts
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', then ')
}
