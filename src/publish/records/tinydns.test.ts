import { expect, test } from 'vitest'
import { ALIAS, CHANGED, NEW, record, TARGETS } from '../../testing/zone-records.ts'
import { tinydns } from './tinydns.ts'

test('colons are written in octal', () => {
  expect(tinydns.write([NEW, TARGETS, ALIAS]).text).toBe(
    String.raw`'_mta-sts.example.com:v=STSv1; id=2026083101:3600
'_smtp._tls.example.com:v=TLSRPTv1; rua=mailto\072a@example.com,mailto\072b@example.com:300
Cmta-sts.example.com:web.example.net:3600
`,
  )
})

test('what is there stands in a comment', () => {
  expect(tinydns.write([CHANGED]).text)
    .toBe(`# in place of: '_mta-sts.mail.example.com:v=STSv1; id=2026083101:3600
'_mta-sts.mail.example.com:v=STSv1; id=2026083102:3600
`)
})

test.each([
  ['a\\b', String.raw`a\134b`],
  ['a\nb', String.raw`a\012b`],
  ['é', String.raw`\303\251`],
  ['"quoted" ', '"quoted" '],
])('%j', (value, expected) => {
  expect(tinydns.write([record(value)]).text).toBe(`'_mta-sts.example.com:${expected}:3600\n`)
})
