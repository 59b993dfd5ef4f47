import { test } from 'vitest'
import { nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import type { WildcardProbe } from '../../../facts/fact-set.ts'
import { expectFindings } from '../../../testing/expect-findings.ts'
import { recordWildcard as rule } from './record-wildcard.ts'

const NAME = 'k3v9x2.example.com'
const GOOD = 'v=STSv1; id=1'
const none = nothing(NAME, 'TXT')
const warning = ['warning sts.record.wildcard-dns']

test.each<[string, Omit<WildcardProbe, 'name'>, string[]]>([
  ['no wildcard', { txt: none, mtaStsTxt: none }, []],
  ['nobody asked below', { txt: none }, []],
  ['the record below a made-up name', { txt: none, mtaStsTxt: txtFact(NAME, [GOOD]) }, warning],
  [
    'the record at a made-up name',
    { txt: txtFact(NAME, [GOOD]), mtaStsTxt: txtFact(NAME, [GOOD]) },
    warning,
  ],
  ['a misspelt one', { txt: none, mtaStsTxt: txtFact(NAME, ['v=STSV1; id=1']) }, warning],
  [
    'a wildcard for SPF',
    { txt: txtFact(NAME, ['v=spf1 -all']), mtaStsTxt: txtFact(NAME, ['v=spf1 -all']) },
    [],
  ],
])('%s', (_, probe, expected) => {
  const wildcard = found({ name: NAME, ...probe }, { name: NAME, via: 'dns' })
  expectFindings(rule, { wildcard }, expected)
})
