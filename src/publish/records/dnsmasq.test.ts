import { expect, test } from 'vitest'
import { ALIAS, CHANGED, LONG, LONG_STRINGS, NEW, record } from '../../testing/zone-records.ts'
import { dnsmasq } from './dnsmasq.ts'

test('lines of the configuration', () => {
  const { text, fileName } = dnsmasq.write([NEW, ALIAS])
  expect(text).toBe(`txt-record=_mta-sts.example.com,"v=STSv1; id=2026083101"
cname=mta-sts.example.com,web.example.net,3600
`)
  expect(fileName).toBe('example.com.conf')
})

test('what is there stands in a comment', () => {
  expect(dnsmasq.write([CHANGED]).text).toBe(
    `# in place of: txt-record=_mta-sts.mail.example.com,"v=STSv1; id=2026083101"
txt-record=_mta-sts.mail.example.com,"v=STSv1; id=2026083102"
`,
  )
})

test('strings of one record stand between commas', () => {
  expect(dnsmasq.write([LONG]).text).toBe(
    `txt-record=default._bimi.example.com,"${LONG_STRINGS[0] ?? ''}","${LONG_STRINGS[1] ?? ''}"\n`,
  )
})

test('escapes', () => {
  expect(dnsmasq.write([record('a"b\\c\nd')]).text).toContain(String.raw`,"a\"b\\c\nd"`)
})

test.each([
  ['v=STSv1; id=1', false],
  ['x'.repeat(1000), true],
])('a line that is too long is told', (value, told) => {
  expect(
    dnsmasq
      .write([record(value)])
      .notes.join()
      .includes('1024 characters'),
  ).toBe(told)
})

test('an alias is told to depend on its target', () => {
  expect(dnsmasq.write([ALIAS]).notes.at(-1)).toMatch(/^An alias/)
})
