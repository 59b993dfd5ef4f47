import { describe, expect, test } from 'vitest'
import { dnsSource } from '../../../facts/build.ts'
import { failed, found, type FailedReason } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { tlsaName } from '../../../protocols/dane/tlsa.ts'
import { judgeAll } from '../../../testing/judge-all.ts'
import { outcomeOf } from '../../../testing/expect-findings.ts'
import { policyFile, policyText } from '../../example.ts'
import { MAIL1, MAIL2, OTHER, SHA256, tlsaFact, tlsaHost, tlsaHosts } from './examples.ts'
import { DANE_RULES } from './list.ts'
import { tlsaRecordRule } from './record.ts'

const expectAll = (facts: RawFactSet, expected: string[]) =>
  expect(judgeAll(DANE_RULES, facts).sort()).toEqual([...expected].sort())

const good = `3 1 1 ${SHA256}`
const failing = (reason: FailedReason, host = MAIL1) => ({
  host,
  tlsa: failed(reason, 'no answer', dnsSource(tlsaName(host), 'TLSA')),
})

describe('records of one server', () => {
  test.each<[string[], string[]]>([
    [[good], []],
    [[`2 0 1 ${SHA256}`], []],
    [[good, `3 1 1 ${OTHER}`], ['notice tlsa.rollover']],
    [[good, `2 0 1 ${OTHER}`], []],
    [[`1 1 1 ${SHA256}`], ['error tlsa.usage']],
    [[`0 0 1 ${SHA256}`, good], ['warning tlsa.usage']],
    [[`3 1 1 ${SHA256.slice(2)}`], ['error tlsa.fields']],
    [[`3 1 1 ${SHA256}0`], ['error tlsa.fields']],
    [[`4 1 1 ${SHA256}`], ['error tlsa.fields']],
    [[`3 2 1 ${SHA256}`], ['error tlsa.fields']],
    [['3 0 0 3082'], ['warning tlsa.mtype-0']],
    [[`3 1 2 ${SHA256}${SHA256}`], ['notice tlsa.sha512-only']],
    [[`3 1 2 ${SHA256}${SHA256}`, good], []],
    [[`2 1 1 ${SHA256}`], ['warning tlsa.le-intermediate']],
    [[], ['notice tlsa.present']],
  ])('%o', (records, expected) => expectAll(tlsaHosts(tlsaHost(MAIL1, records)).facts, expected))
})

describe('several servers and zones', () => {
  const both = tlsaHosts(tlsaHost(MAIL1, [good]), tlsaHost(MAIL2, [good]))
  const unsignedMx = (hosts: RawFactSet): RawFactSet => ({
    ...hosts,
    mx: found([{ preference: 10, exchange: MAIL1 }], dnsSource('example.com', 'MX')),
  })
  const misplaced = found(
    [{ host: MAIL1, tlsa: tlsaFact(`_443._tcp.${MAIL1}`, [good]) }],
    dnsSource(MAIL1, 'TLSA'),
  )
  const nowhere = found(
    [{ host: MAIL1, tlsa: tlsaFact(`_443._tcp.${MAIL1}`, []) }],
    dnsSource(MAIL1, 'TLSA'),
  )
  const none = tlsaHosts(tlsaHost(MAIL1, [])).facts
  test.each<[string, RawFactSet, string[]]>([
    ['both protected', both.facts, []],
    [
      'one of two',
      tlsaHosts(tlsaHost(MAIL1, [good]), tlsaHost(MAIL2, [])).facts,
      ['warning tlsa.partial'],
    ],
    [
      'not signed',
      tlsaHosts(tlsaHost(MAIL1, [good], { authenticated: false })).facts,
      ['warning tlsa.insecure'],
    ],
    [
      'MX not signed',
      unsignedMx(tlsaHosts(tlsaHost(MAIL1, [good])).facts),
      ['warning tlsa.mx-insecure'],
    ],
    ['lookup broken', tlsaHosts(failing('servfail')).facts, ['error tlsa.servfail']],
    ['signatures broken', tlsaHosts(failing('bogus')).facts, ['error tlsa.servfail']],
    ['no answer is no finding', tlsaHosts(failing('timeout')).facts, []],
    [
      'one without answer, one without record',
      tlsaHosts(failing('timeout'), tlsaHost(MAIL2, [])).facts,
      [],
    ],
    ['at the web port', { ...none, tlsaElsewhere: misplaced }, ['warning tlsa.wrong-port']],
    ['asked at the web port in vain', { ...none, tlsaElsewhere: nowhere }, ['notice tlsa.present']],
    [
      'with MTA-STS',
      { ...both.facts, ...policyFile(policyText()).facts },
      ['notice tlsa.with-sts'],
    ],
    [
      'with MTA-STS switched off',
      { ...both.facts, ...policyFile(policyText({ mode: 'none' })).facts },
      [],
    ],
  ])('%s', (_, facts, expected) => expectAll(facts, expected))

  test('records that could not be learnt have not passed', () => {
    expect(outcomeOf(tlsaRecordRule, tlsaHosts(failing('timeout')).facts).state).toBe('unknown')
  })
})
