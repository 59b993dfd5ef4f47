/** What holds for every format: whatever the text, a reader of that format gets it back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hclAttributes } from '../testing/hcl-reader.ts'
import {
  posixCommands,
  powershellCommands,
  readStrings,
  readZone,
  unescaped,
} from '../testing/presentation-reader.ts'
import { ALIAS, CHANGED, LONG, NEW, TARGETS, record } from '../testing/zone-records.ts'
import { RECORD_FORMATS } from './record-formats.ts'

type Read = (text: string) => string[]

interface Change {
  Changes: { ResourceRecordSet: { ResourceRecords: { Value: string }[] } }[]
}

interface RecordSets {
  rrsets: { records: { content: string }[] }[]
}

const after = (words: string[], option: string): string[] => words.slice(words.indexOf(option) + 1)
const joined = (strings: string[]): string => strings.join('')

/** Format → the values of the TXT records in its text. */
const READERS: Record<string, Read> = {
  panel: (text) =>
    [...text.matchAll(/^Value {2}([\s\S]*?)\nTTL /gm)].map(([, value = '']) => value),
  bind: (text) => readZone(text).map(({ data }) => joined(data)),
  nsupdate: (text) =>
    [...text.matchAll(/^update add \S+ \d+ TXT (.*)$/gm)].map(([, data = '']) =>
      joined(readStrings(data)),
    ),
  route53: (text) =>
    (JSON.parse(text) as Change).Changes.flatMap(({ ResourceRecordSet }) =>
      ResourceRecordSet.ResourceRecords.map(({ Value }) => joined(readStrings(Value, 8))),
    ),
  cloudflare: (text) =>
    posixCommands(text).map((words) => {
      const { content } = JSON.parse(after(words, '--data')[0] ?? '') as { content: string }
      return joined(readStrings(content))
    }),
  'google-cloud': (text) =>
    posixCommands(text).map((words) => {
      const list = words.at(-1)?.replace('--rrdatas=', '') ?? ''
      const items = list.startsWith('^')
        ? list.slice(list.indexOf('^', 1) + 1).split(list.slice(1, list.indexOf('^', 1)))
        : list.split(',')
      expect(items).toHaveLength(1)
      return joined(readStrings(items[0] ?? ''))
    }),
  azure: (text) =>
    posixCommands(text)
      .filter((words) => words.includes('add-record'))
      .map((words) => joined(after(words, '-v'))),
  powerdns: (text) =>
    posixCommands(text)
      .filter(([, verb]) => verb === 'replace-rrset')
      .map((words) => {
        expect(words).toHaveLength(7)
        return joined(readStrings(words[6] ?? ''))
      }),
  'powerdns-api': (text) =>
    posixCommands(text).flatMap((words) => {
      const { rrsets } = JSON.parse(after(words, '--data')[0] ?? '') as RecordSets
      return rrsets.flatMap(({ records }) =>
        records.map(({ content }) => joined(readStrings(content))),
      )
    }),
  // The provider puts the outer marks on.
  'terraform-aws': (text) =>
    hclAttributes(text, 'records').map((data) => joined(readStrings(`"${data}"`, 8))),
  'terraform-cloudflare': (text) =>
    hclAttributes(text, 'content').map((data) => joined(readStrings(data))),
  'terraform-google': (text) =>
    hclAttributes(text, 'rrdatas').map((data) => joined(readStrings(data))),
  'terraform-azure': (text) => hclAttributes(text, 'value'),
  octodns: (text) => yamlValues(text).map((value) => value.replaceAll('\\;', ';')),
  'octodns-plain': yamlValues,
  dnscontrol: (text) =>
    [...text.matchAll(/^TXT\("[^"]*", ("(?:[^"\\]|\\.)*"), TTL\(\d+\)\),$/gm)].map(
      ([, literal = '']) => JSON.parse(literal) as string,
    ),
  tinydns: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const fields = line.slice(1).split(':')
        expect(fields).toHaveLength(3)
        return unescaped(fields[1] ?? '', 8)
      }),
  windows: (text) =>
    powershellCommands(text).map((words) =>
      words[0] === 'dnscmd'
        ? joined(after(words, 'TXT'))
        : (after(words, '-DescriptiveText')[0] ?? ''),
    ),
  dnsmasq: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => joined(dnsmasqStrings(line))),
}

function yamlValues(text: string): string[] {
  return [...text.matchAll(/^ {2}value: (?:'((?:[^']|'')*)'|(".*"))$/gm)].map(
    ([, single, double]) =>
      single === undefined ? (JSON.parse(double ?? '') as string) : single.replaceAll("''", "'"),
  )
}

const DNSMASQ: Record<string, string> = { t: '\t', n: '\n', b: '\b', r: '\r', e: '\u001b' }

/** `txt-record=name,"…","…"`: `\` before one of `"tnebr\` is an escape, and nothing else is. */
function dnsmasqStrings(line: string): string[] {
  return [...line.matchAll(/,"((?:\\["tnebr\\]|[^"])*)"/gu)].map(([, inner = '']) =>
    inner.replaceAll(/\\(["tnebr\\])/g, (_, letter: string) => DNSMASQ[letter] ?? letter),
  )
}

test('every format has a reader, and an id of its own', () => {
  expect(RECORD_FORMATS.map(({ id }) => id).sort()).toEqual(Object.keys(READERS).sort())
})

/** All printable characters (RFC 7208 and all our records need no more), often the ones that something takes amiss. */
const printable = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme-ascii', maxLength: 90 }),
      fc.constantFrom('"', '\\', ';', '$', '${', '%{', "'", ':', ',', '|', '^', '\\;', '""', '  '),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** Long words in capitals that are no placeholders. */
const KEYWORDS = ['ORIGIN', 'UPSERT', 'REPLACE', 'DELETE']

describe.each(RECORD_FORMATS)('$id', (format) => {
  const read: Read = READERS[format.id] ?? (() => [])
  // octoDNS itself cannot tell `\;` from an escaped `;`.
  const isFair = (value: string): boolean => format.id !== 'octodns' || !value.includes('\\;')

  test('gives every value back', () => {
    fc.assert(
      fc.property(printable, (value) => {
        fc.pre(isFair(value))
        expect(read(format.write([record(value)]).text)).toEqual([value])
      }),
    )
  })

  test('gives values beyond ASCII back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (value) => {
        fc.pre(isFair(value) && !/[\r\n]/.test(value))
        expect(read(format.write([record(value)]).text)).toEqual([value])
      }),
    )
  })

  test('writes several records, a long one among them', () => {
    const records = [NEW, TARGETS, LONG]
    expect(read(format.write(records).text)).toEqual(records.map(({ value }) => value))
  })

  test('names what is to be replaced by hand as it stands there', () => {
    for (const records of [[NEW], [CHANGED], [ALIAS], [NEW, CHANGED, ALIAS]]) {
      const { text, notes, replaceHere } = format.write(records)
      for (const word of replaceHere) expect([text, ...notes].join('\n')).toContain(word)
      for (const [word] of [text, ...notes].join('\n').matchAll(/\b[A-Z]{6,}\d?\b/g))
        expect([...replaceHere, ...KEYWORDS]).toContain(word)
    }
  })

  test('has whole sentences as notes', () => {
    for (const note of format.write([CHANGED, LONG, ALIAS]).notes)
      expect(note).toMatch(/^[`A-Z].*\.$/)
  })

  test('makes no record out of none', () => {
    const { text } = format.write([])
    expect(text === '' ? [] : read(text)).toEqual([])
  })
})
