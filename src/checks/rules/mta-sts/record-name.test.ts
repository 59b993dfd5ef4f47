import { expect, test } from 'vitest'
import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { failed, found } from '../../../facts/fact.ts'
import type { NamedTxt, RawFactSet } from '../../../facts/fact-set.ts'
import { expectFindings, findingsFor, outcomeOf } from '../../../testing/expect-findings.ts'
import { noStsRecord, stsRecords } from '../../example.ts'
import { recordName as rule } from './record-name.ts'

const GOOD = 'v=STSv1; id=1'
const at = (name: string, ...texts: string[]): NamedTxt => ({ name, txt: txtFact(name, texts) })
const elsewhere = (...names: NamedTxt[]): RawFactSet => ({
  mtaStsElsewhere: found(names, dnsSource('example.com', 'TXT')),
})
const apex = (...texts: string[]): RawFactSet => ({ domainTxt: txtFact('example.com', texts) })
const wrong = 'error sts.record.wrong-name'

test.each<[string, RawFactSet, string[]]>([
  ['at the web host', elsewhere(at('mta-sts.example.com', GOOD)), [wrong]],
  ['with underscores', elsewhere(at('_mta_sts.example.com', GOOD)), [wrong]],
  ['the domain twice', elsewhere(at('_mta-sts.example.com.example.com', GOOD)), [wrong]],
  ['misspelt as well', elsewhere(at('_mtasts.example.com', 'v=STSV1; id=1')), [wrong]],
  ['at the domain itself', apex('v=spf1 -all', GOOD), [wrong]],
  [
    'at the domain itself, asked twice',
    { ...apex(GOOD), ...elsewhere(at('example.com', GOOD)) },
    [wrong],
  ],
  [
    'at two names',
    elsewhere(at('mta-sts.example.com', GOOD), at('_mtasts.example.com', GOOD)),
    [wrong, wrong],
  ],
  ['other records elsewhere', elsewhere(at('mta-sts.example.com', 'v=spf1 -all')), []],
  ['nothing elsewhere', elsewhere({ name: 'mta-sts.example.com', txt: nothing('x', 'TXT') }), []],
  ['nobody asked', {}, []],
])('%s', (_, facts, expected) =>
  expectFindings(rule, { ...noStsRecord().facts, ...facts }, expected),
)

test('beside a record at the right name another does no harm', () => {
  expectFindings(rule, { ...stsRecords(GOOD).facts, ...apex(GOOD) }, [])
  expectFindings(rule, { ...stsRecords('v=spf1 -all').facts, ...apex(GOOD) }, [wrong])
})

test('the finding names both', () => {
  const facts = { ...noStsRecord().facts, ...elsewhere(at('mta-sts.example.com', GOOD)) }
  expect(findingsFor(rule, facts)[0]).toMatchObject({
    about: 'mta-sts.example.com',
    args: { seen: 'mta-sts.example.com', right: '_mta-sts.example.com' },
  })
})

test('while the right name is not known, nothing is wrong', () => {
  const mtaStsTxt = failed('timeout', '', dnsSource('_mta-sts.example.com', 'TXT'))
  expect(outcomeOf(rule, { mtaStsTxt, ...apex(GOOD) }).state).toBe('unknown')
})
