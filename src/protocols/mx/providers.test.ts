import { expect, test } from 'vitest'
import { providerOf, usualPatterns } from './providers.ts'

test.each([
  ['example-com.mail.protection.outlook.com', 'microsoft-365'],
  ['example-com.j-v1.mx.microsoft', 'microsoft-365-dane'],
  ['SMTP.google.com.', 'google-workspace'],
  ['alt1.aspmx.l.google.com', 'google-workspace'],
  ['aspmx2.googlemail.com', 'google-workspace'],
  ['in1-smtp.messagingengine.com', 'fastmail'],
  ['mail.example.com', undefined],
  ['notgooglemail.com', undefined], // complete labels only
])('%s', (host, id) => expect(providerOf(host)?.id).toBe(id))

test('the usual lines are those that cover what is there', () => {
  const google = providerOf('smtp.google.com')
  if (google === null) throw new Error('unreachable')
  expect(usualPatterns(google, ['smtp.google.com'])).toEqual(['smtp.google.com'])
  expect(usualPatterns(google, ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'])).toEqual([
    'aspmx.l.google.com',
    '*.aspmx.l.google.com',
  ])
})
