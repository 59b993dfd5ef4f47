import { expect, test } from 'vitest'
import { ALIAS, CHANGED, NEW, record, TARGETS } from '../../testing/zone-records.ts'
import { octodns, octodnsPlain } from './octodns.ts'

test('names in order, keys in order, semicolons escaped', () => {
  expect(octodns.write([ALIAS, TARGETS, NEW]).text).toBe(String.raw`_mta-sts:
  ttl: 3600
  type: TXT
  value: 'v=STSv1\; id=2026083101'
_smtp._tls:
  ttl: 300
  type: TXT
  value: 'v=TLSRPTv1\; rua=mailto:a@example.com,mailto:b@example.com'
mta-sts:
  ttl: 3600
  type: CNAME
  value: web.example.net.
`)
})

test('the other form has plain semicolons', () => {
  expect(octodnsPlain.write([CHANGED]).text).toBe(`_mta-sts.mail:
  # in place of: 'v=STSv1; id=2026083101'
  ttl: 3600
  type: TXT
  value: 'v=STSv1; id=2026083102'
`)
})

test.each([
  ["it's", "value: 'it''s'"],
  ['a\nb', 'value: "a\\nb"'],
  ['a\u0085b', 'value: "a\\u0085b"'],
])('YAML takes %j for a text', (value, expected) => {
  expect(octodnsPlain.write([record(value)]).text).toContain(`  ${expected}\n`)
})

test.each([
  ['example.com', "'':"],
  ['2026.example.com', "'2026':"],
  ['no.example.com', "'no':"],
  ['2026._bimi.example.com', "'2026._bimi':"],
  ['a._bimi.example.com', 'a._bimi:'],
])('the key of %s is a text, too', (name, expected) => {
  expect(octodns.write([{ ...NEW, name }]).text.split('\n')[0]).toBe(expected)
})

test('an old value cannot leave its comment', () => {
  const { text } = octodns.write([{ ...NEW, replaces: ['a\nb: c'] }])
  expect(text.split('\n')[1]).toBe('  # in place of: "a\\nb: c"')
})
