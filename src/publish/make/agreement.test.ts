import { describe, expect, test } from 'vitest'
import { dnsSource, nothing, policyAnswer, policyFileFact, txtRecord } from '../../facts/build.ts'
import { absent, failed, faulty, found, type Fact } from '../../facts/fact.ts'
import type { TxtRecord } from '../../protocols/dns/records.ts'
import type { ZoneRecord } from '../record.ts'
import { allLive, policyAgreement, recordAgreement } from './agreement.ts'

const NAME = '_mta-sts.example.com'
const NEW = 'v=STSv1; id=2026091401'
const OLD = 'v=STSV1; id=2022051001;'
const RECORD: ZoneRecord = {
  ...{ zone: 'example.com', name: NAME, type: 'TXT', ttl: 3600, value: NEW, replaces: [OLD] },
}
const TIME = '2026-09-14T10:00:00Z'
const IN_41_MINUTES = Date.parse('2026-09-14T10:41:00Z')

function answer(...texts: string[]): Fact<TxtRecord[]> {
  const source = { ...dnsSource(NAME, 'TXT', { ttl: 41 * 60 }), time: TIME }
  return found(
    texts.map((text) => txtRecord(text)),
    source,
  )
}

describe('a record', () => {
  test.each<[string, Fact<TxtRecord[]>, string, string | null, number | null]>([
    ['new', answer(NEW), 'live', NEW, null],
    ['new, beside another kind', answer('v=spf1 -all', NEW), 'live', NEW, null],
    ['new, with a semicolon added by a panel', answer(`${NEW};`), 'live', `${NEW};`, null],
    ['new, without its blank', answer(NEW.replace(' ', '')), 'live', NEW.replace(' ', ''), null],
    ['old', answer(OLD), 'old', OLD, IN_41_MINUTES],
    ['both', answer(NEW, OLD), 'other', `${NEW}\n${OLD}`, IN_41_MINUTES],
    ['twice the new one', answer(NEW, NEW), 'other', `${NEW}\n${NEW}`, IN_41_MINUTES],
    ['neither', answer('v=STSv1; id=7'), 'other', 'v=STSv1; id=7', IN_41_MINUTES],
    [
      'another letter only',
      answer(NEW.replace('STSv', 'STSV')),
      'other',
      'v=STSV1; id=2026091401',
      IN_41_MINUTES,
    ],
    ['another kind', answer('v=spf1 -all'), 'absent', null, IN_41_MINUTES],
    ['nothing', nothing(NAME, 'TXT'), 'absent', null, null],
    [
      'a broken alias',
      faulty('alias-loop', 'the alias leads back to itself', { name: NAME, via: 'dns' }),
      'other',
      null,
      null,
    ],
    [
      'silence',
      failed('timeout', 'no answer in 5 s', { name: NAME, via: 'dns' }),
      'could-not-check',
      null,
      null,
    ],
  ])('%s', (_what, fact, state, seen, until) => {
    expect(recordAgreement(RECORD, fact)).toEqual({
      state,
      reason: expect.any(String),
      seen,
      until,
    })
  })

  test('the reason is that of whoever could not answer', () => {
    const fact = failed('timeout', 'no answer in 5 s', { name: NAME, via: 'dns' })
    expect(recordAgreement(RECORD, fact).reason).toBe('no answer in 5 s')
    expect(recordAgreement(RECORD, failed('offline', '', fact.source)).reason).toBe('offline')
  })

  test('of every protocol', () => {
    for (const [value, old] of [
      ['v=TLSRPTv1; rua=mailto:a@example.com', 'v=TLSRPTv1; rua=mailto:b@example.com'],
      ['v=BIMI1; l=https://example.com/a.svg', 'v=BIMl1; l=https://example.com/a.svg'],
      ['v=DMARC1; p=quarantine', 'v=DMARC1; p=none'],
    ] as const) {
      const record = { ...RECORD, value, replaces: [old] }
      expect(recordAgreement(record, answer(old, 'v=spf1 -all')).state).toBe('old')
      expect(recordAgreement(record, answer(value)).state).toBe('live')
    }
  })

  test('an alias', () => {
    const record: ZoneRecord = {
      ...RECORD,
      type: 'CNAME',
      value: 'a.provider.net',
      replaces: ['b.provider.net'],
    }
    const to = (target: string) =>
      nothing(NAME, 'TXT', 'nodata', { chain: [{ name: NAME, target, ttl: 60 }] })
    expect(recordAgreement(record, to('a.provider.net')).state).toBe('live')
    expect(recordAgreement(record, to('b.provider.net')).state).toBe('old')
    expect(recordAgreement(record, to('c.provider.net')).state).toBe('other')
    expect(recordAgreement(record, nothing(NAME, 'TXT')).state).toBe('absent')
  })
})

describe('the policy file', () => {
  const POLICY = 'version: STSv1\r\nmode: testing\r\nmx: a.example.com\r\nmax_age: 86400\r\n'
  const BEFORE = 'version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n'
  const source = {
    name: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
    via: 'proxy',
  } as const
  const served = (text: string) => policyFileFact('example.com', text)

  test.each([
    ['as generated', served(POLICY), 'live'],
    ['with other line ends', served(POLICY.replaceAll('\r\n', '\n').trimEnd()), 'live'],
    ['the one before', served(BEFORE.replaceAll('\r\n', '\n')), 'old'],
    ['another', served(POLICY.replace('testing', 'enforce')), 'other'],
    ['the lines in another order', served(POLICY.split('\r\n').toReversed().join('\r\n')), 'other'],
    ['a web page', served('<html>'), 'other'],
    ['no file', absent('404', source), 'absent'],
    ['no host', absent('no-host', source), 'absent'],
    [
      'a redirect',
      faulty(
        'redirect',
        '301 to https://www.example.com/',
        source,
        policyAnswer('example.com', ''),
      ),
      'other',
    ],
    ['no answer', failed('proxy', 'the proxy did not answer', source), 'could-not-check'],
  ])('%s', (_what, fact, state) => {
    expect(policyAgreement(POLICY, fact, BEFORE).state).toBe(state)
  })

  test('what is not known to be old is other', () => {
    expect(policyAgreement(POLICY, served(BEFORE))).toMatchObject({ state: 'other', seen: BEFORE })
  })
})

test('live is live when all are', () => {
  const live = recordAgreement(RECORD, answer(NEW))
  const old = recordAgreement(RECORD, answer(OLD))
  expect(allLive([live, live])).toBe(true)
  expect(allLive([live, old])).toBe(false)
  expect(allLive([])).toBe(false)
})
