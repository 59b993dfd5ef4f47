import { expect, test } from 'vitest'
import { ALIAS, CHANGED, LONG, NEW, record } from '../../testing/zone-records.ts'
import { dnscontrol } from './dnscontrol.ts'

test('lines of JavaScript', () => {
  const { text, notes } = dnscontrol.write([NEW, ALIAS])
  expect(text).toBe(`TXT("_mta-sts", "v=STSv1; id=2026083101", TTL(3600)),
CNAME("mta-sts", "web.example.net.", TTL(3600)),
`)
  expect(notes).toHaveLength(1)
  expect(notes[0]).toContain('`D("example.com", …)`')
})

test('what is there stands in a comment', () => {
  expect(dnscontrol.write([CHANGED]).text).toBe(
    `// in place of: TXT("_mta-sts.mail", "v=STSv1; id=2026083101", TTL(3600)),
TXT("_mta-sts.mail", "v=STSv1; id=2026083102", TTL(3600)),
`,
  )
})

test('a long text stays one, since DNSControl splits it', () => {
  expect(dnscontrol.write([LONG]).text).toContain(`"${LONG.value}"`)
})

test('as code it makes the record, whatever is in the text', () => {
  const value = 'a"\\\n\u2028${x}</script>'
  const { text } = dnscontrol.write([record(value)])
  expect(text).not.toContain('\u2028')
  const run = new Function('TXT', 'TTL', `return [${text}]`) as (
    txt: (...all: unknown[]) => unknown,
    ttl: (seconds: number) => unknown,
  ) => unknown
  expect(
    run(
      (...all) => all,
      (ttl) => ({ ttl }),
    ),
  ).toEqual([['_mta-sts', value, { ttl: 3600 }]])
})
