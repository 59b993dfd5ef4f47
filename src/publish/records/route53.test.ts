import { expect, test } from 'vitest'
import { ALIAS, CHANGED, LONG, LONG_STRINGS, NEW, record } from '../../testing/zone-records.ts'
import { route53 } from './route53.ts'

const upsert = (Name: string, Type: string, TTL: number, Value: string): object => ({
  Action: 'UPSERT',
  ResourceRecordSet: { Name, Type, TTL, ResourceRecords: [{ Value }] },
})

test('a change batch', () => {
  const { text, fileName, notes } = route53.write([NEW, ALIAS])
  expect(JSON.parse(text)).toEqual({
    Comment: '_mta-sts.example.com, mta-sts.example.com',
    Changes: [
      upsert('_mta-sts.example.com.', 'TXT', 3600, '"v=STSv1; id=2026083101"'),
      upsert('mta-sts.example.com.', 'CNAME', 3600, 'web.example.net.'),
    ],
  })
  expect(fileName).toBe('change.json')
  expect(notes[0]).toContain('--hosted-zone-id ZONEID --change-batch file://change.json')
})

test('what exists is replaced by the same action', () => {
  const { Changes } = JSON.parse(route53.write([CHANGED]).text) as { Changes: object[] }
  expect(Changes).toEqual([
    upsert('_mta-sts.mail.example.com.', 'TXT', 3600, '"v=STSv1; id=2026083102"'),
  ])
})

test.each([
  ['two strings, one blank', LONG.value, `"${LONG_STRINGS[0] ?? ''}" "${LONG_STRINGS[1] ?? ''}"`],
  ['octal numbers', 'é', String.raw`"\303\251"`],
  ['quotation marks', 'a"b\\c', String.raw`"a\"b\\c"`],
])('%s', (_, value, expected) => {
  expect(route53.write([record(value)]).text).toContain(JSON.stringify(expected))
})
