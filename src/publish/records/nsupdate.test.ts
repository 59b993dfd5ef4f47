import { expect, test } from 'vitest'
import { ALIAS, CHANGED, LONG, LONG_STRINGS, NEW } from '../../testing/zone-records.ts'
import { nsupdate } from './nsupdate.ts'

test('one transaction: what is there goes as the new record comes', () => {
  expect(nsupdate.write([NEW, ALIAS]).text).toBe(`zone example.com.
update delete _mta-sts.example.com. TXT
update add _mta-sts.example.com. 3600 TXT "v=STSv1; id=2026083101"
update delete mta-sts.example.com. CNAME
update add mta-sts.example.com. 3600 CNAME web.example.net.
send
`)
})

test('a name below the zone, and old values that need no naming', () => {
  const { text } = nsupdate.write([CHANGED])
  expect(text).toContain('update delete _mta-sts.mail.example.com. TXT\n')
  expect(text).not.toContain('2026083101')
})

test('a long text is two strings', () => {
  expect(nsupdate.write([LONG]).text).toContain(
    ` TXT "${LONG_STRINGS[0] ?? ''}" "${LONG_STRINGS[1] ?? ''}"\n`,
  )
})
