import { expect, test } from 'vitest'
import { powershellCommands } from '../../testing/presentation-reader.ts'
import { ALIAS, CHANGED, DOUBLED, LONG, LONG_STRINGS, NEW } from '../../testing/zone-records.ts'
import { windows } from './windows.ts'

test('records are added', () => {
  expect(windows.write([NEW, ALIAS]).text).toBe(
    `Add-DnsServerResourceRecord -ZoneName 'example.com' -Name '_mta-sts' -Txt -DescriptiveText 'v=STSv1; id=2026083101' -TimeToLive 01:00:00
Add-DnsServerResourceRecord -ZoneName 'example.com' -Name 'mta-sts' -CName -HostNameAlias 'web.example.net.' -TimeToLive 01:00:00
`,
  )
})

test('all that is there is removed first, at once', () => {
  for (const record of [CHANGED, DOUBLED]) {
    const { text, notes } = windows.write([record])
    expect(powershellCommands(text).map(([cmdlet]) => cmdlet)).toEqual([
      'Remove-DnsServerResourceRecord',
      'Add-DnsServerResourceRecord',
    ])
    expect(notes[0]).toMatch(/^Run the lines together/)
  }
  expect(windows.write([CHANGED]).text).toContain(
    "Remove-DnsServerResourceRecord -ZoneName 'example.com' -Name '_mta-sts.mail' -RRType Txt -Force\n",
  )
})

test('a text of several strings goes through dnscmd', () => {
  expect(powershellCommands(windows.write([LONG]).text)).toEqual([
    ['dnscmd', '/RecordAdd', 'example.com', 'default._bimi', '3600', 'TXT', ...LONG_STRINGS],
  ])
})

test.each([
  [0, '00:00:00'],
  [300, '00:05:00'],
  [3661, '01:01:01'],
  [86_399, '23:59:59'],
  [86_400, '1.00:00:00'],
  [691_200, '8.00:00:00'],
])('%i seconds are %s', (ttl, expected) => {
  expect(windows.write([{ ...NEW, ttl }]).text).toContain(`-TimeToLive ${expected}\n`)
})
