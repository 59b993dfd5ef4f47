import { expect, test } from 'vitest'
import { readZone } from '../../testing/presentation-reader.ts'
import {
  ALIAS,
  CHANGED,
  DOUBLED,
  LONG,
  LONG_STRINGS,
  NEW,
  TARGETS,
} from '../../testing/zone-records.ts'
import { bind } from './bind.ts'

test('lines of a zone file', () => {
  const { text, fileName } = bind.write([NEW, TARGETS, ALIAS])
  expect(text).toBe(`$ORIGIN example.com.
_mta-sts   3600 IN TXT   "v=STSv1; id=2026083101"
_smtp._tls 300 IN TXT   "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"
mta-sts    3600 IN CNAME web.example.net.
`)
  expect(fileName).toBe('example.com.records')
})

test('what is to go stands in comments', () => {
  const { text, notes } = bind.write([CHANGED])
  expect(text).toBe(`$ORIGIN example.com.
; take out: _mta-sts.mail 3600 IN TXT   "v=STSv1; id=2026083101"
_mta-sts.mail 3600 IN TXT   "v=STSv1; id=2026083102"
`)
  expect(notes[0]).toMatch(/^Take the lines out/)
  expect(bind.write([DOUBLED]).text.match(/^; take out/gm)).toHaveLength(2)
  expect(bind.write([NEW]).notes.join()).not.toContain('Take')
})

test('several strings stand in parentheses', () => {
  expect(readZone(bind.write([LONG, NEW]).text)).toEqual([
    { name: 'default._bimi.example.com.', ttl: 3600, type: 'TXT', data: LONG_STRINGS },
    { name: '_mta-sts.example.com.', ttl: 3600, type: 'TXT', data: [NEW.value] },
  ])
})

test('an old value cannot leave its comment', () => {
  const { text } = bind.write([{ ...NEW, replaces: ['a"\n_mta-sts IN TXT "b', 'x'.repeat(300)] }])
  expect(readZone(text)).toHaveLength(1)
})
