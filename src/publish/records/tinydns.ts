/**
 * Lines of tinydns's `data` (`'fqdn:text:ttl` and `Cfqdn:target:ttl`). A colon ends a field, so it is written in octal,
 * like the backslash and whatever is not printable. `tinydns-data` cuts texts into strings of 127 bytes by itself.
 */
import { former, replacing, type Output, type RecordFormat, type ZoneRecord } from '../record.ts'
import { isPrintable, octal } from '../txt-strings.ts'

export const tinydns: RecordFormat = { id: 'tinydns', title: 'tinydns', write }

function write(records: readonly ZoneRecord[]): Output {
  const lines = records.flatMap((record) => [
    ...former(record).map((old) => `# in place of: ${line(old)}\n`),
    `${line(record)}\n`,
  ])
  return {
    text: lines.join(''),
    fileName: null,
    language: 'dns',
    replaceHere: [],
    notes: [
      ...(replacing(records).length > 0
        ? ['Put each line in the place of the one that its comment names.']
        : []),
      'Add it to `data` and run `make`.',
    ],
  }
}

function line({ name, type, ttl, value }: ZoneRecord): string {
  return type === 'CNAME' ? `C${name}:${value}:${ttl}` : `'${name}:${field(value)}:${ttl}`
}

function field(text: string): string {
  let out = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    out += character === ':' || character === '\\' || !isPrintable(byte) ? octal(byte) : character
  }
  return out
}
