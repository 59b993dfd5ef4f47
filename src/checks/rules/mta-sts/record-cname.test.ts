import { expect, test } from 'vitest'
import { nothing, txtFact, type DnsDetails } from '../../../facts/build.ts'
import { failed, faulty, found } from '../../../facts/fact.ts'
import type { RawFactSet } from '../../../facts/fact-set.ts'
import { dnsSource } from '../../../facts/build.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { recordCname as rule } from './record-cname.ts'

const NAME = '_mta-sts.example.com'
const GOOD = 'v=STSv1; id=2026083101'
const alias = (...targets: string[]): DnsDetails => ({
  chain: targets.map((target, index) => ({ name: targets[index - 1] ?? NAME, target, ttl: 300 })),
})
const txt = (texts: string[], details?: DnsDetails): RawFactSet => ({
  mtaStsTxt: txtFact(NAME, texts, details),
})
const saw = (what: string): DnsDetails => ({
  otherResolver: { resolver: 'dns2.example', saw: what },
})

test.each<[string, RawFactSet, string[]]>([
  ['a record of its own', txt([GOOD]), []],
  ['no record', { mtaStsTxt: nothing(NAME, 'TXT') }, []],
  ['a delegated record', txt([GOOD], alias('s.provider.example')), ['notice sts.record.cname']],
  [
    'through two aliases',
    txt([GOOD], alias('a.example', 'b.example')),
    ['notice sts.record.cname'],
  ],
  [
    'a delegated near miss has its own finding',
    txt(['v=STSV1; id=1'], alias('a.example')),
    ['notice sts.record.cname'],
  ],
  [
    'a target with another record',
    txt(['v=spf1 -all'], alias('a.example')),
    ['error sts.record.cname-broken'],
  ],
  [
    'a target that does not exist',
    { mtaStsTxt: nothing(NAME, 'TXT', 'nxdomain', alias('gone.example')) },
    ['error sts.record.cname-broken'],
  ],
  [
    'a target without TXT',
    { mtaStsTxt: nothing(NAME, 'TXT', 'nodata', alias('web.example')) },
    ['error sts.record.cname-broken'],
  ],
  [
    'a loop',
    { mtaStsTxt: faulty('alias-loop', 'back to itself', dnsSource(NAME, 'TXT', alias(NAME))) },
    ['error sts.record.cname-broken'],
  ],
  [
    'an alias here, a record there',
    txt([GOOD], { ...alias('a.example'), ...saw(`\`${GOOD}\``) }),
    ['error sts.record.cname-and-txt'],
  ],
  [
    'a record here, an alias there',
    txt([GOOD], saw('an alias to `a.example`')),
    ['error sts.record.cname-and-txt'],
  ],
  ['two records that differ are no alias', txt([GOOD], saw('`v=STSv1; id=1`')), []],
  [
    'nothing here, an alias there',
    { mtaStsTxt: nothing(NAME, 'TXT', 'nodata', saw('an alias to `a.example`')) },
    [],
  ],
  ['nothing at the other resolver', txt([GOOD], saw('nothing')), []],
])('%s', (_, facts, expected) => expectFindings(rule, facts, expected))

test('the alias of a wildcard is nobody’s delegation', () => {
  const random = 'k3v9x2.example.com'
  const chain = [{ name: random, target: 'web.example', ttl: 300 }]
  const wildcard = found(
    { name: random, txt: nothing(random, 'TXT', 'nodata', { chain }) },
    dnsSource(random, 'TXT'),
  )
  const mtaStsTxt = nothing(NAME, 'TXT', 'nodata', alias('web.example'))
  expectFindings(rule, { mtaStsTxt, wildcard }, [])
})

test('the path is told in order', () => {
  const facts = txt([GOOD], alias('a.example', 'b.example'))
  expect(findingsFor(rule, facts)[0]?.args).toEqual({ targets: ['a.example', 'b.example'] })
})

test('a target that does not answer is unknown', () => {
  const mtaStsTxt = failed('servfail', 'no answer', dnsSource(NAME, 'TXT', alias('a.example')))
  expect(outcomeOf(rule, { mtaStsTxt }).state).toBe('unknown')
})
