/** One field of a received message, unfolded. */
export interface HeaderField {
  /** As written. */
  name: string
  value: string
}

/** The values of all fields of a name, topmost first: the last receiver writes on top. */
export function fieldsNamed(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value)
}

/** `tag=value` pairs of a tag list (RFC 6376 section 3.2), names as written. */
export function tagList(value: string): Map<string, string> {
  const pairs = value.split(';').flatMap((part): [string, string][] => {
    const equals = part.indexOf('=')
    return equals < 0
      ? []
      : [
          [
            part.slice(0, equals).trim(),
            part
              .slice(equals + 1)
              .replace(/\s+/g, ' ')
              .trim(),
          ],
        ]
  })
  return new Map(pairs.toReversed())
}

/** Mail addresses of a `From` field: enough to count them and to take the domain, no more. */
export function addressesIn(value: string): string[] {
  const plain = value.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^()]*\)/g, '')
  return plain.match(/[^\s<>,;:@]+@[^\s<>,;:@]+/g) ?? []
}
