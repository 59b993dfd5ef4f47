import { expect, test } from 'vitest'
import { posixCommands } from '../../testing/presentation-reader.ts'
import { ALIAS, CHANGED, LONG, LONG_STRINGS } from '../../testing/zone-records.ts'
import { powerdnsApi } from './powerdns-api.ts'
import { powerdns } from './powerdns.ts'

test('commands: relative names, and the serial number at the end', () => {
  expect(powerdns.write([CHANGED, ALIAS]).text).toBe(
    `pdnsutil replace-rrset example.com _mta-sts.mail TXT 3600 '"v=STSv1; id=2026083102"'
pdnsutil replace-rrset example.com mta-sts CNAME 3600 'web.example.net.'
pdnsutil increase-serial example.com
`,
  )
})

test('commands: the strings of a long text are one word, or they would be two records', () => {
  expect(posixCommands(powerdns.write([LONG]).text)[0]?.slice(6)).toEqual([
    `"${LONG_STRINGS[0] ?? ''}" "${LONG_STRINGS[1] ?? ''}"`,
  ])
})

test('API: absolute names, all records in one request', () => {
  const { text, replaceHere } = powerdnsApi.write([CHANGED, ALIAS])
  const [words = []] = posixCommands(text)
  expect(words.slice(0, 5)).toEqual([
    ...['curl', '-sS', '-X', 'PATCH'],
    'http://127.0.0.1:8081/api/v1/servers/localhost/zones/example.com.',
  ])
  expect(text).toContain('-H "X-API-Key: $PDNS_API_KEY"')
  const set = (name: string, type: string, content: string): object => ({
    name,
    type,
    ttl: 3600,
    changetype: 'REPLACE',
    records: [{ content, disabled: false }],
  })
  expect(JSON.parse(words.at(-1) ?? '')).toEqual({
    rrsets: [
      set('_mta-sts.mail.example.com.', 'TXT', '"v=STSv1; id=2026083102"'),
      set('mta-sts.example.com.', 'CNAME', 'web.example.net.'),
    ],
  })
  expect(replaceHere).toEqual(['http://127.0.0.1:8081'])
})
