/** The opening of a record as short code: up to the first semicolon, never more than a glance takes in. */
export function openingOf(text: string): string {
  const field = text.split(';', 1)[0] ?? ''
  const plain = field.replaceAll('`', '').trim()
  return plain === '' ? 'empty' : `\`${plain.length > 20 ? `${plain.slice(0, 19)}…` : plain}\``
}
