import { expect, test } from 'vitest'
import { posixCommands } from '../../testing/presentation-reader.ts'
import { ALIAS, CHANGED, DOUBLED, NEW } from '../../testing/zone-records.ts'
import { cloudflare } from './cloudflare.ts'

test('a new record is posted', () => {
  const { text, replaceHere } = cloudflare.write([NEW])
  expect(text)
    .toBe(`curl -sS -X POST https://api.cloudflare.com/client/v4/zones/ZONEID/dns_records \\
  -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\
  -H 'Content-Type: application/json' \\
  --data '{"type":"TXT","name":"_mta-sts.example.com","content":"\\"v=STSv1; id=2026083101\\"","ttl":3600}'
`)
  expect(replaceHere).toEqual(['ZONEID'])
})

test('a record that exists is changed at its own identifier', () => {
  const { text, replaceHere, notes } = cloudflare.write([CHANGED, ALIAS])
  const [change, alias] = posixCommands(text)
  expect(change?.slice(0, 5)).toEqual([
    ...['curl', '-sS', '-X', 'PATCH'],
    'https://api.cloudflare.com/client/v4/zones/ZONEID/dns_records/RECORDID',
  ])
  expect(JSON.parse(alias?.at(-1) ?? '')).toEqual({
    type: 'CNAME',
    name: 'mta-sts.example.com',
    content: 'web.example.net',
    ttl: 3600,
    proxied: false,
  })
  expect(replaceHere).toEqual(['ZONEID', 'RECORDID'])
  expect(notes[0]).toContain(
    "'https://api.cloudflare.com/client/v4/zones/ZONEID/dns_records?name=_mta-sts.mail.example.com'",
  )
})

test('of two that exist, one is changed and one is deleted', () => {
  const { text, replaceHere } = cloudflare.write([DOUBLED])
  expect(
    posixCommands(text).map(([, , , method, url]) => [method, url?.split('/').at(-1)]),
  ).toEqual([
    ['PATCH', 'RECORDID'],
    ['DELETE', 'RECORD2ID'],
  ])
  expect(replaceHere).toEqual(['ZONEID', 'RECORDID', 'RECORD2ID'])
})
