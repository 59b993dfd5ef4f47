import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hclText as readHcl } from '../testing/hcl-reader.ts'
import { ALIAS, CHANGED, NEW } from '../testing/zone-records.ts'
import { hclOutput, hclString, hclText, type Resource } from './hcl.ts'

test.each([
  ['plain', '"plain"'],
  ['"\\', String.raw`"\"\\"`],
  ['${x} %{y} $x {', '"$${x} %%{y} $x {"'],
  // Terraform 1.11 reads `$$${` as `$${`: the sign before an escape stands for itself.
  ['$${x}', '"$$${x}"'],
  ['a\nb\t\r', String.raw`"a\nb\t\r"`],
  ['\u007f', String.raw`"\u007f"`],
])('%j', (text, expected) => expect(hclString(text)).toBe(expected))

test('nothing in a string is replaced, and all of it comes back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', 'a') }),
  )
  fc.assert(
    fc.property(text, (value) => {
      expect(readHcl(hclString(value).slice(1, -1))).toBe(value)
    }),
  )
})

const resource = (record: Resource['record'], kind = 'some_record'): Resource => ({
  kind,
  record,
  attributes: [
    ['name', '"x"'],
    ['ttl', '1'],
  ],
  importId: '"ID"',
})

test('labels are words, and unlike within a kind', () => {
  const at = (name: string): Resource => resource({ ...NEW, name: `${name}.example.com` })
  const text = hclText([
    ...['_mta-sts', 'mta_sts', '_smtp._tls', '2026._bimi', '_mta-sts.mail'].map(at),
    resource(ALIAS),
    resource({ ...NEW, name: 'example.com' }),
    resource(NEW, 'other_record'),
  ])
  expect([...text.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map((m) => `${m[1]}.${m[2]}`)).toEqual([
    'some_record.mta_sts',
    'some_record.mta_sts_2',
    'some_record.smtp_tls',
    'some_record.record_2026_bimi',
    'some_record.mta_sts_mail',
    'some_record.mta_sts_host',
    'some_record.zone',
    'other_record.mta_sts',
  ])
})

test('only what exists is imported', () => {
  expect(hclText([resource(NEW)])).toBe(
    'resource "some_record" "mta_sts" {\n  name = "x"\n  ttl  = 1\n}\n',
  )
  expect(hclText([resource(CHANGED)])).toMatch(
    /^import \{\n {2}to = some_record\.mta_sts_mail\n {2}id = "ID"\n\}\n\nresource /,
  )
  const notes = (...records: Resource[]): string[] => hclOutput(records, ['A'], [], ['B']).notes
  expect(notes(resource(NEW))).toEqual([])
  expect(notes(resource(NEW), resource(CHANGED))).toHaveLength(1)
  expect(hclOutput([resource(NEW)], ['A'], [], ['B']).replaceHere).toEqual(['A'])
  expect(hclOutput([resource(CHANGED)], ['A'], [], ['B']).replaceHere).toEqual(['A', 'B'])
})
