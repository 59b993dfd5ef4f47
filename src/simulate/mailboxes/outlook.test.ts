import { describe, expect, test } from 'vitest'
import { dnsSource, nothing, txtFact } from '../../facts/build.ts'
import { failed, found } from '../../facts/fact.ts'
import { derive } from '../../facts/derive/derive.ts'
import type { RawFactSet } from '../../facts/fact-set.ts'
import { encodeBase64 } from '../../protocols/text/utf8.ts'
import { MAILBOXES } from './list.ts'
import { logoState } from './logo-state.ts'
import { mailboxOutlooks, outlookOf } from './outlook.ts'
import type { LogoState } from './mailbox.ts'

const NAME = 'default._bimi.example.com'
const LOGO = 'https://example.com/logo.svg'
const MARK = 'https://example.com/mark.pem'
const TINY_PS =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>A</title></svg>'
const answer = (url: string, text = TINY_PS) => ({
  url,
  status: 200,
  bytes: 2,
  body: encodeBase64(new TextEncoder().encode(text)),
  truncated: false,
  elapsedMs: 5,
})
const served = (url: string, text?: string) =>
  found(answer(url, text), { name: url, via: 'proxy' as const })

function facts(bimi: string | null, dmarc: string | null, more: RawFactSet = {}): RawFactSet {
  const dmarcName = '_dmarc.example.com'
  return {
    bimiTxt: bimi === null ? nothing(NAME, 'TXT') : txtFact(NAME, [bimi]),
    dmarcTxt: dmarc === null ? nothing(dmarcName, 'TXT') : txtFact(dmarcName, [dmarc]),
    dmarcAbove: found(
      [{ name: '_dmarc.com', txt: nothing('_dmarc.com', 'TXT') }],
      dnsSource(dmarcName, 'TXT'),
    ),
    ...more,
  }
}

const self = `v=BIMI1; l=${LOGO}`
const both = `v=BIMI1; l=${LOGO}; a=${MARK}`
const outlooks = (raw: RawFactSet) =>
  Object.fromEntries(
    mailboxOutlooks(derive(raw)).map(({ mailbox, outlook }) => [mailbox.id, outlook]),
  )

describe('what providers would do', () => {
  test.each<[string, RawFactSet, Record<string, string>]>([
    [
      'a logo without certificate',
      facts(self, 'v=DMARC1; p=reject', { indicator: served(LOGO) }),
      {
        gmail: 'missing',
        apple: 'missing',
        yahoo: 'ready',
        fastmail: 'ready',
        listed: 'unknown',
        microsoft: 'no-support',
        considering: 'no-support',
      },
    ],
    [
      'a logo that the schema refuses, and the one in the certificate counts elsewhere',
      facts(both, 'v=DMARC1; p=reject', {
        indicator: served(LOGO, TINY_PS.replace('tiny-ps', 'tiny')),
        evidence: served(MARK),
      }),
      { gmail: 'ready', yahoo: 'missing', fastmail: 'missing' },
    ],
    [
      'a logo with certificate',
      facts(both, 'v=DMARC1; p=reject', { indicator: served(LOGO), evidence: served(MARK) }),
      { gmail: 'ready', apple: 'ready', yahoo: 'ready' },
    ],
    [
      'p=none',
      facts(both, 'v=DMARC1; p=none', { indicator: served(LOGO), evidence: served(MARK) }),
      { gmail: 'missing', yahoo: 'missing', fastmail: 'missing' },
    ],
    [
      'half of the mail',
      facts(both, 'v=DMARC1; p=reject; pct=50', {
        indicator: served(LOGO),
        evidence: served(MARK),
      }),
      { gmail: 'missing', yahoo: 'ready' },
    ],
    [
      'nothing published',
      facts(null, 'v=DMARC1; p=reject'),
      { gmail: 'missing', yahoo: 'missing' },
    ],
    [
      'declined',
      facts('v=BIMI1; l=; a=', 'v=DMARC1; p=reject'),
      { gmail: 'missing', yahoo: 'missing' },
    ],
    [
      'a logo nobody could fetch',
      facts(self, 'v=DMARC1; p=reject', {
        indicator: failed('proxy', 'down', dnsSource(LOGO, 'A')),
      }),
      { yahoo: 'unknown', gmail: 'missing' },
    ],
    [
      'a logo that is gone',
      facts(self, 'v=DMARC1; p=reject', {
        indicator: { state: 'absent', how: '404', source: { name: LOGO, via: 'proxy' } },
      }),
      { yahoo: 'missing' },
    ],
    ['an answer about nothing', {}, { yahoo: 'unknown', gmail: 'unknown' }],
  ])('%s', (_, raw, expected) => expect(outlooks(raw)).toMatchObject(expected))
})

test.each<[string, LogoState['dmarc']]>([
  ['v=DMARC1; p=reject', 'enforced'],
  ['v=DMARC1; p=quarantine', 'enforced'],
  ['v=DMARC1; p=reject; t=y', 'partly'],
  ['v=DMARC1; p=quarantine; t=y', 'weak'],
  ['v=DMARC1; p=reject; sp=none', 'weak'],
  ['v=DMARC1; p=none', 'weak'],
  ['v=DMARC1; p=quarantine; pct=20', 'partly'],
])('%s is %s', (record, expected) => {
  expect(logoState(derive(facts(self, record))).dmarc).toBe(expected)
})

test('no DMARC at all, and no answer about it', () => {
  expect(logoState(derive(facts(self, null))).dmarc).toBe('none')
  const dmarcTxt = failed('timeout', '', dnsSource('_dmarc.example.com', 'TXT'))
  expect(logoState(derive({ ...facts(self, null), dmarcTxt })).dmarc).toBe('unknown')
})

test('every statement is dated, and says what is missing in words', () => {
  for (const { read, note } of MAILBOXES) {
    expect(read).toMatch(/^20\d\d-\d\d$/)
    expect(note).toMatch(/\.$/)
  }
  const nothingAtAll: LogoState = {
    record: 'none',
    dmarc: 'none',
    logo: 'not-named',
    certificate: 'none',
  }
  const gmail = MAILBOXES[0]
  if (gmail === undefined) throw new Error('unreachable')
  expect(outlookOf(gmail, nothingAtAll).reasons).toEqual([
    'a BIMI record that can be used',
    'DMARC',
  ])
})
