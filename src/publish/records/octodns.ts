/**
 * octoDNS's YAML. As long as its providers have `escaped_semicolons` on, which they have unless told otherwise, a `;` is
 * written `\;`; with it off, `\;` is refused. Its reader wants all keys in order, and splits long texts by itself.
 */
import {
  absolute,
  former,
  relativeName,
  replacing,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'

export const octodns: RecordFormat = {
  id: 'octodns',
  title: 'octoDNS',
  write: (records) =>
    output(records, true, [
      'Semicolons are escaped. If `escaped_semicolons` is `False` in your configuration, take the other form.',
    ]),
}

export const octodnsPlain: RecordFormat = {
  id: 'octodns-plain',
  title: 'octoDNS, plain semicolons',
  write: (records) =>
    output(records, false, [
      'This is for a configuration with `escaped_semicolons: False`. With any other, octoDNS refuses the text.',
    ]),
}

function output(records: readonly ZoneRecord[], escapes: boolean, notes: string[]): Output {
  const inOrder = [...records].sort((a, b) => (relativeName(a) < relativeName(b) ? -1 : 1))
  const zone = records[0]?.zone ?? ''
  return {
    text: inOrder.map((record) => entry(record, escapes)).join(''),
    fileName: null,
    language: 'yaml',
    replaceHere: [],
    notes: [
      ...(replacing(records).length > 0
        ? ['Put each entry in the place of the one with the same name.']
        : []),
      `Put it into \`${zone}.yaml\`, in the order of the names.`,
      ...notes,
    ],
  }
}

function entry(record: ZoneRecord, escapes: boolean): string {
  const name = relativeName(record)
  const before = former(record).map((old) => `  # in place of: ${data(old, escapes)}\n`)
  return [
    `${key(name === '@' ? '' : name)}:\n`,
    ...before,
    `  ttl: ${record.ttl}\n`,
    `  type: ${record.type}\n`,
    `  value: ${data(record, escapes)}\n`,
  ].join('')
}

function data({ type, value }: ZoneRecord, escapes: boolean): string {
  if (type === 'CNAME') return absolute(value)
  return scalar(escapes ? value.replaceAll(';', '\\;') : value)
}

/** Bare where YAML can take it for nothing but a text. */
function key(name: string): string {
  return /^[a-z_][\w.-]*[_.-][\w.-]*$/i.test(name) ? name : scalar(name)
}

/** In single quotes, where only the quote itself is special (YAML 1.2 section 7.3.2); control characters need double. */
function scalar(text: string): string {
  if (!/[\p{Cc}\u2028\u2029\ufeff]/u.test(text)) return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
