import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../protocols/http/answer.ts'
import { nothing, txtFact } from '../build.ts'
import { failed, faulty, found, type Fact } from '../fact.ts'
import type { RawFactSet } from '../fact-set.ts'
import { derive } from './derive.ts'

const NAME = 'default._bimi.example.com'
const RECORD = 'v=BIMI1; l=https://example.com/logo.svg'
const OTHER = 'v=BIMI1; l=https://example.com/old.svg'
const source = { name: 'https://example.com/logo.svg', via: 'proxy' } as const

const answer = (text: string, name = NAME): HttpAnswer => ({
  url: source.name,
  status: 200,
  bytes: 0,
  body: '',
  truncated: false,
  elapsedMs: 1,
  record: { name, text },
})

/** What the second opinions about records say. */
function second(raw: RawFactSet): string[] {
  const { lookups } = derive(raw)
  if (lookups?.state !== 'found') throw new Error('lookups are always there')
  return lookups.value.flatMap(({ source: { dns } }) =>
    dns.otherResolver === undefined
      ? []
      : [`${dns.otherResolver.resolver}: ${dns.otherResolver.saw}`],
  )
}

const saw = [`the proxy: \`${OTHER}\``]

test.each<[string, RawFactSet, string[]]>([
  ['the same', { indicator: found(answer(RECORD), source) }, []],
  ['another', { indicator: found(answer(OTHER), source) }, saw],
  ['another, by the certificate', { evidence: found(answer(OTHER), source) }, saw],
  ['another, and no file', { indicator: faulty('status', '404', source, answer(OTHER)) }, saw],
  ['one of another name', { indicator: found(answer(OTHER, 'x._bimi.example.com'), source) }, []],
  ['nobody knows', { indicator: failed('timeout', '', source) }, []],
  ['none told', { indicator: found({ ...answer(OTHER), record: undefined } as never, source) }, []],
])('the proxy saw %s', (_, files, expected) => {
  expect(second({ bimiTxt: txtFact(NAME, ['v=spf1 -all', RECORD]), ...files })).toEqual(expected)
})

test('a record where this check saw none is another; where it could not look, it is not', () => {
  const indicator: Fact<HttpAnswer> = found(answer(OTHER), source)
  const { source: dnsSource } = nothing(NAME, 'TXT')
  expect(second({ bimiTxt: nothing(NAME, 'TXT'), indicator })).toEqual(saw)
  expect(second({ bimiTxt: failed('timeout', '', dnsSource), indicator })).toEqual([])
})

test('what a second resolver saw comes first', () => {
  const otherResolver = { resolver: 'dns.google', saw: 'nothing' }
  const bimiTxt = txtFact(NAME, [RECORD], { otherResolver })
  expect(second({ bimiTxt, indicator: found(answer(OTHER), source) })).toEqual([
    'dns.google: nothing',
  ])
})
