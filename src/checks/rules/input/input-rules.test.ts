import { expect, test } from 'vitest'
import { found } from '../../../facts/fact.ts'
import { refusalOf, subjectFact } from '../../../facts/subject.ts'
import { findingsOfAll, judgeAll } from '../../../testing/judge-all.ts'
import { INPUT_RULES } from './list.ts'

const judged = (typed: string, options?: { asTyped?: boolean }) =>
  judgeAll(INPUT_RULES, { subject: subjectFact(typed, options) })

test.each<[string, string[]]>([
  ['example.com', []],
  ['EXAMPLE.com', []],
  ['example.co.uk', []],
  ['xn--mller-kva.example', []], // nothing was converted
  ['www.com', []],
  ['mta-sts.com', []],
  ['https://Example.com/x', ['notice input.trim']],
  [' example.com', ['notice input.trim']],
  ['example.com.', ['notice input.trim']],
  ['katie@zimbra.example', ['notice input.trim']],
  ['mailto:katie@zimbra.example', ['notice input.trim']],
  ['mta-sts.example.com', ['notice input.mta-sts-prefix']],
  ['_mta-sts.example.com', ['notice input.mta-sts-prefix']],
  ['_smtp._tls.example.com', ['notice input.mta-sts-prefix']],
  ['default._bimi.example.com', ['notice input.mta-sts-prefix']],
  ['_dmarc.example.com', ['notice input.mta-sts-prefix']],
  ['_dmarc.example.com.', ['notice input.trim', 'notice input.mta-sts-prefix']],
  ['www.example.com', ['notice input.www']],
  ['https://www.example.com/', ['notice input.trim', 'notice input.www']],
  ['müller.example', ['notice input.idn']],
  ['faß.example', ['notice input.idn']],
  ['p\u0430ypal.example', ['notice input.idn', 'warning input.idn-error']], // a Cyrillic а
  ['xn--pypal-4ve.example', ['warning input.idn-error']], // the same, copied from elsewhere
  ['東京タワーabc.example', ['notice input.idn']],
  ['co.uk', ['warning input.public-suffix']],
  ['github.io', ['warning input.public-suffix']],
  ['ab--c.example', ['warning input.hyphen34']],
  ['ex ample.com', ['error input.idn-error']],
  ['exa_mple.com', ['error input.idn-error']],
  ['-example.com', ['error input.idn-error']],
  ['example.123', ['error input.idn-error']],
  ['ex*mple.com', ['error input.idn-error']],
  ['localhost', ['error input.length']],
  ['', ['error input.length']],
  ['a..b', ['error input.length']],
  [`${'a'.repeat(64)}.example`, ['error input.length']],
  [`${'a.'.repeat(127)}example`, ['error input.length']],
  ['192.0.2.1', ['error input.ip']],
  ['katie@[IPv6:2001:db8::1]', ['error input.ip']],
  ['1.2.3', ['error input.ip']],
  ['xn--0', ['error idn.fake-a-label']],
  ['www.xn--0.example', ['error idn.fake-a-label']],
])('%j', (typed, expected) => expect(judged(typed)).toEqual(expected))

test('a name that is to be kept as typed', () => {
  expect(judged('mta-sts.example.com', { asTyped: true })).toEqual([])
  expect(judged('_dmarc.example.com', { asTyped: true })).toEqual(['error input.idn-error'])
})

test('findings are about the domain, or about the text that is none', () => {
  const about = (typed: string) =>
    findingsOfAll(INPUT_RULES, { subject: subjectFact(typed) }).map((finding) => finding.about)
  expect(about('https://www.example.com/')).toEqual(['www.example.com', 'www.example.com'])
  expect(about('http://192.0.2.1/')).toEqual(['http://192.0.2.1/'])
})

test('a subject from a saved report is judged like one that was just typed', () => {
  const saved = JSON.parse(JSON.stringify(subjectFact('xn--0'))) as ReturnType<typeof subjectFact>
  expect(judgeAll(INPUT_RULES, { subject: saved })).toEqual(['error idn.fake-a-label'])
  expect(refusalOf(saved)).toMatchObject({ reason: 'fake-a-label', seen: 'xn--0' })
  expect(refusalOf(subjectFact('example.com'))).toBeNull()
})

test('a domain that nobody typed has nothing to explain', () => {
  const input = {
    typed: 'example.com',
    domain: 'example.com',
    unicode: 'example.com',
    localPart: null,
    changes: [],
  }
  const subject = found(input, { name: 'example.com', via: 'typed' } as const)
  expect(judgeAll(INPUT_RULES, { subject })).toEqual([])
})
